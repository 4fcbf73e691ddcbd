import { html, nothing, type TemplateResult } from 'lit';
import { getDirection } from '../../locales/direction.js';
import type { Block, Merged, Policy, Row, Section, PolicyText } from '../../policy/describe.js';

/**
 * Renders the policy page.
 * @param level - the level of its title; its sections are one below
 */
export const policyTemplate = (policy: Policy, level: number): TemplateResult =>
  html`<article part="page" lang=${policy.language} dir=${policy.direction}>
    ${policy.sections.map(({ name, blocks }: Section) => html`<slot name=${name}>${blocks.map((block) => render(block, policy, level))}</slot>`)}
  </article>`;

/** The attributes that say in which language a text is, where it is not the one around it. */
const langOf = ({ language }: PolicyText, { language: around }: Policy) => (language === around ? nothing : language);
const dirOf = ({ language }: PolicyText, { direction }: Policy) =>
  getDirection(language) === direction ? nothing : getDirection(language);

const linked = ({ text, url }: PolicyText) => (url ? html`<a href=${url}>${text}</a>` : text);

function render(block: Block, policy: Policy, level: number): unknown {
  switch (block.kind) {
    case 'title':
      return heading(level, 'title', block.text, policy);
    case 'heading':
      return heading(level + 1, 'heading', block.text, policy);
    case 'paragraph':
      return html`<p lang=${langOf(block.text, policy)} dir=${dirOf(block.text, policy)}>${linked(block.text)}</p>`;
    case 'links':
      return html`<ul>
        ${block.items.map((item) => html`<li><a href=${item.url} lang=${langOf(item, policy)}>${item.text}</a></li>`)}
      </ul>`;
    case 'address':
      return html`<address part="address">
        ${block.lines.map((line, index) => html`${index ? html`<br />` : nothing}<span lang=${langOf(line, policy)} dir=${dirOf(line, policy)}>${linked(line)}</span>`)}
      </address>`;
    case 'table':
      return html`<div part="scroll" role="region" tabindex="0" aria-label=${block.caption.text}>
        <table part="table">
          <caption part="caption" lang=${langOf(block.caption, policy)} dir=${dirOf(block.caption, policy)}>
            ${block.caption.text}
          </caption>
          <thead>
            <tr>
              ${block.columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${block.rows.map((item) => row(item, policy, block.columns))}
          </tbody>
        </table>
      </div>`;
  }
}

const row = (item: Row, policy: Policy, [, ...heads]: readonly string[]): TemplateResult => {
  const [purpose, duration, provider] = heads;
  return html`<tr>
    <th scope="row">
      <code dir="auto">${item.name}</code>${item.notes.length ? html`<small>${item.notes.map(note)}</small>` : nothing}
    </th>
    ${mergedCell(item.purpose, purpose!, policy)}
    <td data-label=${duration!}>${item.duration}</td>
    ${mergedCell(item.provider, provider!, policy)}
  </tr>`;
};

const note = (text: string, index: number) => html`${index ? ' · ' : nothing}<bdi>${text}</bdi>`;

/** Renders a cell for the rows that it spans, and for each of them where a narrow page shows them as cards. */
const mergedCell = (text: Merged, head: string, policy: Policy): TemplateResult =>
  html`<td
    data-label=${head}
    ?data-merged=${text.span === 0}
    rowspan=${text.span > 1 ? text.span : nothing}
    lang=${langOf(text, policy)}
    dir=${dirOf(text, policy)}
  >
    <bdi>${linked(text)}</bdi>
  </td>`;

/** A template cannot have a tag that is computed. */
function heading(level: number, part: string, text: PolicyText, policy: Policy): TemplateResult {
  const [lang, dir] = [langOf(text, policy), dirOf(text, policy)];
  switch (level) {
    case 1:
      return html`<h1 part=${part} lang=${lang} dir=${dir}>${linked(text)}</h1>`;
    case 2:
      return html`<h2 part=${part} lang=${lang} dir=${dir}>${linked(text)}</h2>`;
    case 3:
      return html`<h3 part=${part} lang=${lang} dir=${dir}>${linked(text)}</h3>`;
    case 4:
      return html`<h4 part=${part} lang=${lang} dir=${dir}>${linked(text)}</h4>`;
    case 5:
      return html`<h5 part=${part} lang=${lang} dir=${dir}>${linked(text)}</h5>`;
    default:
      return html`<h6 part=${part} lang=${lang} dir=${dir}>${linked(text)}</h6>`;
  }
}
