import { getDirection } from '../locales/direction.js';
import { parseManifest } from '../manifest/parse.js';
import { describePolicy, readHeadingLevel } from './describe.js';
import type { Block, Policy, PolicyOptions, PolicyText, Row, Table } from './types.js';

/** The options of the page as HTML or Markdown. */
export interface PolicyHtmlOptions extends PolicyOptions {
  /** The level of the page's title, 1 to 5; its sections are one below. Default: 1. */
  readonly headingLevel?: number;
}

/**
 * Renders the policy page of a manifest as HTML, for static sites, search engines and visitors without JavaScript: an `<article>` to be
 * put into a page, or into `<cookie-manifest-policy>`, which takes over. It has no class, id, style or script;
 * `cookie-manifest/policy.css` is a stylesheet for it; all texts are escaped.
 * @param manifest - as JSON, or parsed
 * @throws {ManifestError} where it is no manifest
 */
export function renderPolicyHtml(manifest: unknown, options: PolicyHtmlOptions = {}): string {
  const policy = describePolicy(parseManifest(manifest), options);
  const level = readHeadingLevel(options.headingLevel);
  const blocks = policy.sections.flatMap((section) => section.blocks.map((block) => renderBlock(block, policy, level)));
  return `<article data-policy lang="${escapeHtml(policy.language)}" dir="${policy.direction}">\n${blocks.join('\n')}\n</article>\n`;
}

function renderBlock(block: Block, policy: Policy, level: number): string {
  switch (block.kind) {
    case 'title':
      return renderElement(`h${level}`, block.text, policy);
    case 'heading':
      return renderElement(`h${level + 1}`, block.text, policy);
    case 'paragraph':
      return renderElement('p', block.text, policy);
    case 'links':
      return `<ul>\n${block.items.map((item) => renderItem(item, policy)).join('\n')}\n</ul>`;
    case 'address':
      return `<address>\n${block.lines.map((line) => renderElement('span', line, policy)).join('<br>\n')}\n</address>`;
    case 'table':
      return renderTable(block, policy);
  }
}

const renderElement = (tag: string, text: PolicyText, policy: Policy): string =>
  `<${tag}${renderLanguage(text, policy)}>${renderLinked(text)}</${tag}>`;

/** Renders a link to a browser's help: the name of a product, which has no direction of its own. */
function renderItem({ text, language, url }: PolicyText & { readonly url: string }, policy: Policy): string {
  const lang = language === policy.language ? '' : ` lang="${escapeHtml(language)}"`;
  return `<li><a href="${escapeHtml(url)}"${lang}>${escapeHtml(text)}</a></li>`;
}

function renderTable({ caption, columns, rows }: Table, policy: Policy): string {
  const headers = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`);
  return [
    '<table>',
    `<caption${renderLanguage(caption, policy)}>${escapeHtml(caption.text)}</caption>`,
    `<thead><tr>${headers.join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => renderRow(row, policy)),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function renderRow({ name, notes, purpose, duration, provider }: Row, policy: Policy): string {
  const isolated = notes.map((note) => `<bdi>${escapeHtml(note)}</bdi>`);
  const small = notes.length ? `<br><small>${isolated.join(' · ')}</small>` : '';
  const cells = [`<th scope="row"><code>${escapeHtml(name)}</code>${small}</th>`];
  if (purpose.span) {
    const attributes = renderSpan(purpose.span) + renderLanguage(purpose, policy);
    cells.push(`<td${attributes}>${escapeHtml(purpose.text)}</td>`);
  }
  cells.push(`<td>${escapeHtml(duration)}</td>`);
  if (provider.span) cells.push(`<td${renderSpan(provider.span)}><bdi>${renderLinked(provider)}</bdi></td>`);
  return `<tr>${cells.join('')}</tr>`;
}

const renderSpan = (span: number): string => (span > 1 ? ` rowspan="${span}"` : '');

/** Renders the attributes that say in which language a text is, where it is not the one around it. */
function renderLanguage({ language }: PolicyText, around: Policy): string {
  if (language === around.language) return '';
  const direction = getDirection(language);
  const dir = direction === around.direction ? '' : ` dir="${direction}"`;
  return ` lang="${escapeHtml(language)}"${dir}`;
}

const renderLinked = ({ text, url }: PolicyText): string =>
  url ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>` : escapeHtml(text);

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);
