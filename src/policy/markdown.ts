import { parseManifest } from '../manifest/parse.js';
import { describePolicy, levelOf, type Block, type Merged, type Row, type Text } from './describe.js';
import type { PolicyHtmlOptions } from './html.js';

/** Text as Markdown reads it back: one line, and no character that means something (CommonMark 0.31, section 2.4; GFM's bare links). */
const escape = (text: string): string =>
  text
    .replace(/[\s\0]+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>()#|~&!:@]|(?<=\bwww)\./gi, '\\$&')
    .replace(/^(?:(\d+)(?=[.)])|(?=[-+=]))/, '$1\\');

/**
 * A name as code, so that it reads back as it is: between more backticks than it has in a row, away from its own ones at the ends
 * (CommonMark 0.31, section 6.1), and without a pipe that would end the cell (GFM 4.10). After a backslash no pipe can be written so; an
 * element can hold both.
 */
function code(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ').replaceAll('\0', '\uFFFD');
  if (line.includes('\\|')) return `<code>${escape(line)}</code>`;
  const fence = '`'.repeat(1 + Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const padding = /^`|`$|^ .*\S.* $/s.test(line) ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`.replaceAll('|', '\\|');
}

const linked = ({ text, url }: Text): string =>
  url
    ? `[${escape(text)}](<${url.replace(/[<>\\|]/g, (character) => encodeURIComponent(character)).replace(/&(?=[#\w]+;)/g, '\\&')}>)`
    : escape(text);

/**
 * The policy page of a manifest as GitHub Flavored Markdown. Its tables know no merged cells, so each row says all that holds for it.
 * @param manifest - as JSON, or parsed
 * @throws {ManifestError} where it is no manifest
 */
export function renderPolicyMarkdown(manifest: unknown, options: PolicyHtmlOptions = {}): string {
  const { sections } = describePolicy(parseManifest(manifest), options);
  const title = '#'.repeat(levelOf(options.headingLevel));

  const table = (columns: readonly string[], rows: readonly Row[]): string => {
    let purpose: Merged | undefined;
    let provider: Merged | undefined;
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [
      line(columns.map(escape)),
      line(columns.map(() => '---')),
      ...rows.map((row) => {
        purpose = row.purpose ?? purpose;
        provider = row.provider ?? provider;
        const notes = row.notes.length ? `<br>${escape(row.notes.join(' · '))}` : '';
        return line([code(row.name) + notes, escape(purpose!.text), escape(row.duration), linked(provider!)]);
      }),
    ].join('\n');
  };

  const render = (block: Block): string => {
    switch (block.kind) {
      case 'title':
        return `${title} ${linked(block.text)}`;
      case 'heading':
        return `${title}# ${linked(block.text)}`;
      case 'paragraph':
        return linked(block.text);
      case 'links':
        return block.items.map((item) => `- ${linked(item)}`).join('\n');
      case 'address':
        return block.lines.map(linked).join('\\\n');
      case 'table':
        return `**${escape(block.caption.text)}**\n\n${table(block.columns, block.rows)}`;
    }
  };

  return `${sections.flatMap(({ blocks }) => blocks.map(render)).join('\n\n')}\n`;
}
