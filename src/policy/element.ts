import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import enDetails from '../locales/messages/en-details.js';
import { findLanguage } from '../locales/language.js';
import { getDirection } from '../locales/direction.js';
import { loadMessages, getMessages } from '../locales/load.js';
import {
  describePolicy,
  readHeadingLevel,
  type Block,
  type Policy,
  type Row,
  type Section,
  type PolicyText,
} from './describe.js';
import type { PolicyModel } from './model.js';
import { loadPolicyMessages } from '../locales/load-policy.js';
import { styles } from './styles.js';

/** What the elements know of the page. */
let model: PolicyModel;

/** Tells all elements what they know of the page. */
export const usePolicyModel = (given: PolicyModel): void => {
  model = given;
};

declare global {
  interface HTMLElementTagNameMap {
    'cookie-manifest-policy': CookieManifestPolicyElement;
  }
}

/**
 * The cookie policy page of a manifest, in the flow of the page that it is on. What stands inside it, say the page as static HTML, is
 * shown until its own page is there, and where that cannot be made.
 *
 * @tagname cookie-manifest-policy
 *
 * @attr {string} src - Address of the manifest. Default: the manifest of the page's `<cookie-manifest>`.
 * @attr {string} lang - Language of the page. Default: the nearest `lang`, else the browser's.
 * @attr {number} heading-level - Level of the page's title, 1 to 5; its sections are one below. Default: `1`.
 * @attr {string} omit - Names of sections to leave out, separated by spaces.
 *
 * @slot - What is shown until the page is there: static HTML.
 * @slot title - Replaces the page's title.
 * @slot intro - Replaces what the page is about, and the date of the manifest's revision.
 * @slot what - Replaces what cookies and similar technologies are.
 * @slot life - Replaces session and persistent cookies.
 * @slot party - Replaces first-party and third-party cookies.
 * @slot why - Replaces why this site uses cookies.
 * @slot list - Replaces the tables of cookies.
 * @slot manage - Replaces how to manage cookies.
 * @slot contact - Replaces contacts and the link to the privacy policy.
 *
 * @csspart page - The whole page.
 * @csspart title - Its title.
 * @csspart heading - The heading of a section.
 * @csspart scroll - The box around a table, which scrolls where the table is wider than the page.
 * @csspart table - The table of a category.
 * @csspart caption - Its caption.
 * @csspart address - A contact.
 */
export class CookieManifestPolicyElement extends LitElement {
  static override readonly styles = styles;
  static override readonly properties: PropertyDeclarations = {
    src: { reflect: true },
    omit: { reflect: true },
    headingLevel: { attribute: 'heading-level', reflect: true },
    manifest: { attribute: false },
  };

  /** Address of the manifest. */
  declare src: string | null;
  /** Names of sections to leave out, separated by spaces. */
  declare omit: string | null;
  /** Level of the page's title. */
  declare headingLevel: string | number | null;
  /** The manifest as a value; comes before a manifest inside the element, which comes before `src`. */
  declare manifest: object | null;

  #leave: (() => void) | undefined;
  #follows = new MutationObserver(() => void this.#speak());
  /** The language whose texts have arrived. */
  #spoken = '';

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' && this.#leave) void this.#speak();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follows.observe(document.documentElement, { attributeFilter: ['lang'] });
    this.#leave ??= model.watch(this, () => this.requestUpdate());
    void this.#speak();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that moves is back before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#follows.disconnect();
      this.#leave?.();
      this.#leave = undefined;
    });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if ((changed.has('src') || changed.has('manifest')) && this.hasUpdated) model.renew();
  }

  /** Brings the texts of the language in use; that of the last call counts. */
  async #speak(): Promise<void> {
    const language = findLanguage(this);
    await Promise.all([loadMessages(language), loadPolicyMessages(language)]);
    if (language !== findLanguage(this)) return;
    this.#spoken = language;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { manifest } = model.api;
    if (!this.#spoken) return html`<slot></slot>`;
    if (manifest) return page(describePolicy(manifest, this.#options()), readHeadingLevel(this.headingLevel ?? 1));
    return html`<slot>${model.error ? failed(this.#spoken) : nothing}</slot>`;
  }

  #options() {
    return {
      lang: this.#spoken,
      omit: (this.omit ?? '').split(/\s+/),
      own: model.settings(),
      host: location.hostname,
      agent: navigator.userAgent,
    };
  }
}

/** Where nothing stands inside the element, it says that the list could not be loaded, and offers to try again. */
function failed(requested: string): TemplateResult {
  const { messages: shared, language } = getMessages(requested);
  const messages = { ...enDetails, ...shared };
  return html`<p lang=${language} dir=${getDirection(language)} role="status">${messages.failed}</p>
    <button @click=${() => model.renew()}>${messages.retry}</button>`;
}

const page = (policy: Policy, level: number): TemplateResult =>
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
            ${block.rows.map((item) => row(item, policy))}
          </tbody>
        </table>
      </div>`;
  }
}

const row = ({ name, notes, purpose, duration, provider }: Row, policy: Policy): TemplateResult =>
  html`<tr>
    <th scope="row">
      <code dir="auto">${name}</code>${notes.length ? html`<small>${notes.join(' · ')}</small>` : nothing}
    </th>
    ${purpose ? html`<td rowspan=${purpose.span} lang=${langOf(purpose, policy)} dir=${dirOf(purpose, policy)}>${purpose.text}</td>` : nothing}
    <td>${duration}</td>
    ${provider ? html`<td rowspan=${provider.span}>${linked(provider)}</td>` : nothing}
  </tr>`;

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
