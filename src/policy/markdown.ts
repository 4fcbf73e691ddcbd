import { parseManifest } from '../manifest/parse.js';
import { describePolicy, readHeadingLevel } from './describe.js';
import type { PolicyHtmlOptions } from './html.js';
import type { Block, PolicyText, Table } from './types.js';

/**
 * Renders the policy page of a manifest as GitHub Flavored Markdown. Its tables know no merged cells, so each row says all that holds for
 * it.
 * @param manifest - as JSON, or parsed
 * @throws {ManifestError} where it is no manifest
 */
export function renderPolicyMarkdown(manifest: unknown, options: PolicyHtmlOptions = {}): string {
  const { sections } = describePolicy(parseManifest(manifest), options);
  const level = readHeadingLevel(options.headingLevel);
  const blocks = sections.flatMap((section) => section.blocks.map((block) => renderBlock(block, level)));
  return `${blocks.join('\n\n')}\n`;
}

function renderBlock(block: Block, level: number): string {
  switch (block.kind) {
    case 'title':
      return `${'#'.repeat(level)} ${renderLinked(block.text)}`;
    case 'heading':
      return `${'#'.repeat(level + 1)} ${renderLinked(block.text)}`;
    case 'paragraph':
      return renderLinked(block.text);
    case 'links':
      return block.items.map((item) => `- ${renderLinked(item)}`).join('\n');
    case 'address':
      return block.lines.map(renderLinked).join('\\\n');
    case 'table':
      return `**${escapeMarkdown(block.caption.text)}**\n\n${renderTable(block)}`;
  }
}

function renderTable({ columns, rows }: Table): string {
  const lines = [columns.map(escapeMarkdown), columns.map(() => '---')];
  for (const { name, notes, purpose, duration, provider } of rows) {
    const small = notes.length ? `<br>${escapeMarkdown(notes.join(' · '))}` : '';
    lines.push([
      renderCode(name) + small,
      escapeMarkdown(purpose.text),
      escapeMarkdown(duration),
      renderLinked(provider),
    ]);
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function renderLinked({ text, url }: PolicyText): string {
  if (!url) return escapeMarkdown(text);
  const target = url.replace(/[<>\\|]/g, (character) => encodeURIComponent(character)).replace(/&(?=[#\w]+;)/g, '\\&');
  return `[${escapeMarkdown(text)}](<${target}>)`;
}

/**
 * Renders a name as code, so that it reads back as it is: between more backticks than it has in a row, away from its own ones at the ends
 * (CommonMark 0.31, section 6.1), and without a pipe that would end the cell (GFM, section 4.10). After a backslash no pipe can be written
 * so; an element can hold both.
 */
function renderCode(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ').replaceAll('\0', '\uFFFD');
  if (line.includes('\\|')) return `<code>${escapeMarkdown(line)}</code>`;
  const runs = [...line.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(1 + Math.max(0, ...runs));
  const padding = /^`|`$|^ .*\S.* $/s.test(line) ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`.replaceAll('|', '\\|');
}

/**
 * Escapes a text so that Markdown reads it back: one line, and no character that means something (CommonMark 0.31, section 2.4; GFM's bare
 * links).
 */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\s\0]+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>()#|~&!:@]|(?<=\bwww)\./gi, '\\$&')
    .replace(/^(?:(\d+)(?=[.)])|(?=[-+=]))/, '$1\\');
