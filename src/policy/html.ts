import { getDirection } from '../locales/direction.js';
import { parseManifest } from '../manifest/parse.js';
import { describePolicy, levelOf, type Block, type Policy, type PolicyOptions, type Text } from './describe.js';

export interface PolicyHtmlOptions extends PolicyOptions {
  /** The level of the page's title, 1 to 5; its sections are one below. Default: 1. */
  readonly headingLevel?: number;
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

/** The attributes that say in which language a text is, where it is not the one around it. */
const inLanguage = ({ language }: Text, around: Policy): string => {
  const direction = getDirection(language);
  return language === around.language
    ? ''
    : ` lang="${escape(language)}"${direction === around.direction ? '' : ` dir="${direction}"`}`;
};

/**
 * The policy page of a manifest as HTML, for static sites, search engines and visitors without JavaScript: an `<article>` to be put
 * into a page, or into `<cookie-manifest-policy>`, which takes over. No class, id, style or script; all texts are escaped.
 * @param manifest - as JSON, or parsed
 * @throws {ManifestError} where it is no manifest
 */
export function renderPolicyHtml(manifest: unknown, options: PolicyHtmlOptions = {}): string {
  const policy = describePolicy(parseManifest(manifest), options);
  const level = levelOf(options.headingLevel);
  const linked = ({ text, url }: Text) => (url ? `<a href="${escape(url)}">${escape(text)}</a>` : escape(text));
  const spanned = (span: number) => (span > 1 ? ` rowspan="${span}"` : '');

  const render = (block: Block): string => {
    if (block.kind === 'links')
      return `<ul>\n${block.items.map((item) => `<li><a href="${escape(item.url)}"${item.language === policy.language ? '' : ` lang="${escape(item.language)}"`}>${escape(item.text)}</a></li>`).join('\n')}\n</ul>`;
    if (block.kind === 'address')
      return `<address>\n${block.lines.map((line) => `<span${inLanguage(line, policy)}>${linked(line)}</span>`).join('<br>\n')}\n</address>`;
    if (block.kind === 'table')
      return [
        `<table>`,
        `<caption${inLanguage(block.caption, policy)}>${escape(block.caption.text)}</caption>`,
        `<thead><tr>${block.columns.map((column) => `<th scope="col">${escape(column)}</th>`).join('')}</tr></thead>`,
        `<tbody>`,
        ...block.rows.map(({ name, notes, purpose, duration, provider }) =>
          [
            `<tr><th scope="row"><code>${escape(name)}</code>${notes.length ? `<br><small>${escape(notes.join(' · '))}</small>` : ''}</th>`,
            purpose ? `<td${spanned(purpose.span)}${inLanguage(purpose, policy)}>${escape(purpose.text)}</td>` : '',
            `<td>${escape(duration)}</td>`,
            provider ? `<td${spanned(provider.span)}>${linked(provider)}</td>` : '',
            '</tr>',
          ].join(''),
        ),
        `</tbody>`,
        `</table>`,
      ].join('\n');
    const tag = block.kind === 'paragraph' ? 'p' : `h${block.kind === 'title' ? level : level + 1}`;
    return `<${tag}${inLanguage(block.text, policy)}>${linked(block.text)}</${tag}>`;
  };

  const sections = policy.sections.flatMap(({ blocks }) => blocks.map(render));
  return `<article lang="${escape(policy.language)}" dir="${policy.direction}">\n${sections.join('\n')}\n</article>\n`;
}
