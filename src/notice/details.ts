import { html, nothing } from 'lit';
import { observe, type Observation } from '../device/observe.js';
import { whatIsHere } from '../device/here.js';
import type { ListedCookie } from '../list/cookies.js';
import { groupCookies, type CategoryGroup, type PurposeGroup } from '../list/groups.js';
import enDetails from '../locales/en-details.js';
import { directionOf } from '../locales/language.js';
import { fill, messages } from '../locales/messages.js';
import type { Messages } from '../locales/types.js';
import type { Contact, LocalisedText } from '../manifest/fields.js';
import { localise } from '../manifest/localise.js';
import { isLink, type Manifest } from '../manifest/parse.js';
import { detailsStyles } from './details-styles.js';
import type { CookieManifestElement } from './element.js';
import type { Model } from './model.js';
import { noticeText, policyUrl, siteName } from './text.js';

/** From this many cookies on, the list has a filter. */
const filterFrom = 12;
/** Rows that are rendered at once; the rest follows while the page is idle. */
const batch = 50;

/** The details: the dialog that lists every cookie. A part of the element, loaded when it is first opened. */
export class Details {
  #filter = '';
  #rows = batch;
  #seen: Observation = new Map();
  readonly #element: CookieManifestElement;
  readonly #model: Model;

  constructor(element: CookieManifestElement, model: Model) {
    this.#element = element;
    this.#model = model;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(detailsStyles);
    element.shadowRoot!.adoptedStyleSheets.push(sheet);
  }

  /** Starts over, each time the details are opened. */
  opened(): void {
    this.#filter = '';
    this.#rows = batch;
    void observe().then((seen) => {
      this.#seen = seen;
      this.#element.requestUpdate();
    });
  }

  /** The language of the texts, and the texts. */
  get #texts(): { readonly language: string; readonly words: Messages } {
    const { language, words } = messages(this.#element.language);
    return { language, words: { ...enDetails, ...words } };
  }

  render(): unknown {
    const { manifest, error } = this.#model;
    const { words, language } = this.#texts;
    const asked = this.#element.language;
    return html`<dialog
      part="details"
      closedby="any"
      aria-label=${fill(words.title, { site: siteName(manifest, asked) })}
      lang=${language}
      dir=${directionOf(language)}
      @close=${this.#element.closed}
    >
      <header>
        <h2>${fill(words.title, { site: siteName(manifest, asked) })}</h2>
        <button part="close" @click=${this.#close}>${words.close}</button>
      </header>
      ${manifest ? this.#list(manifest, words) : error ? this.#failed(words) : html`<p role="status">${words.loading}</p>`}
      ${links([policyUrl(manifest), words.policy], [manifest?.site.privacyUrl, words.privacy])}
      <slot name="more"></slot>
    </dialog>`;
  }

  #failed(words: Messages): unknown {
    return html`<p role="status">${words.failed}</p>
      <p><button @click=${() => this.#model.retry()}>${words.retry}</button></p>`;
  }

  #list(manifest: Manifest, words: Messages): unknown {
    const asked = this.#element.language;
    const cookies = this.#model.cookies();
    const sessions = cookies.filter(({ duration }) => duration.kind === 'session').length;
    const sought = this.#filter.trim().toLowerCase();
    const found = sought
      ? cookies.filter(({ name, purpose, provider, durationText }) =>
          [name, purpose, provider, durationText].some((text) => text.toLowerCase().includes(sought)),
        )
      : cookies;
    if (found.length > this.#rows) this.#moreRows();
    const here = whatIsHere(cookies, this.#seen);
    let room = this.#rows;
    const groups = groupCookies(found).map((group) =>
      this.#category(group, manifest, words, (purpose) => {
        const shown = purpose.cookies.slice(0, Math.max(0, room));
        room -= shown.length;
        return shown.map((cookie) => this.#row(cookie, here.get(cookie), words));
      }),
    );
    return html`<p>${noticeText(manifest, asked)}</p>
      <p>${fill(words.lifetimes, { sessions, others: cookies.length - sessions })}</p>
      ${manifest.problems.length ? html`<p>${words.flawed}</p>` : nothing}
      ${cookies.length < filterFrom
        ? nothing
        : html`<label>${words.filter}<input type="search" .value=${this.#filter} @input=${this.#filtered} /></label>
            <p role="status">${sought ? fill(words.shown, { shown: found.length, total: cookies.length }) : nothing}</p>`}
      ${groups}
      ${manifest.site.contacts.length
        ? html`<h3>${words.contact}</h3>
            ${manifest.site.contacts.map((contact) => address(contact, (text) => localise(text, asked, manifest.language).text))}`
        : nothing}`;
  }

  #category({ category, own, purposes }: CategoryGroup, manifest: Manifest, words: Messages, rows: (group: PurposeGroup) => unknown): unknown {
    const read = (text: LocalisedText | undefined) => text && localise(text, this.#element.language, manifest.language).text;
    const declared = Object.hasOwn(manifest.categories, category) ? manifest.categories[category] : undefined;
    const essential = category === 'essential';
    const title = own ? words.ownTitle : (read(declared?.label) ?? (essential ? words.essentialTitle : category));
    const text = own ? undefined : (read(declared?.description) ?? (essential ? words.essentialText : undefined));
    return html`<h3>${title}</h3>
      ${text ? html`<p>${text}</p>` : nothing}
      <table part="table" role="table" aria-label=${title}>
        <thead role="rowgroup">
          <tr role="row">
            ${[words.name, words.duration, words.provider, words.here].map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}
          </tr>
        </thead>
        ${purposes.map(
          (group) => html`<tbody role="rowgroup">
            <tr role="row">
              <th role="rowheader" scope="rowgroup" colspan="4" lang=${group.language} dir="auto">${group.purpose || words.unstated}</th>
            </tr>
            ${rows(group)}
          </tbody>`,
        )}
      </table>`;
  }

  #row(cookie: ListedCookie, here: boolean | null | undefined, words: Messages): unknown {
    const { name, durationText, provider, providerUrl, httpOnly, domain } = cookie;
    const hidden = httpOnly ? words.hidden : words.unknown;
    return html`<tr role="row">
      <th role="rowheader" scope="row"><code dir="auto">${name || words.unstated}</code>${notes(cookie, words).map((note) => html`<small>${note}</small>`)}${domain ? html`<small dir="auto">${domain}</small>` : nothing}</th>
      <td role="cell" data-label=${words.duration}>${durationText || words.unstated}</td>
      <td role="cell" data-label=${words.provider} dir="auto">
        ${providerUrl ? html`<a href=${providerUrl}>${provider}</a>` : provider || words.unstated}
      </td>
      <td role="cell" data-label=${words.here}>${here ? words.yes : here === false ? words.no : hidden}</td>
    </tr>`;
  }

  readonly #close = (event: Event): void => (event.target as Element).closest('dialog')!.close();

  readonly #filtered = (event: Event): void => {
    this.#filter = (event.target as HTMLInputElement).value;
    this.#element.requestUpdate();
  };

  /** The rest of a long list, while the page has time. */
  #moreRows(): void {
    setTimeout(() => {
      this.#rows += batch * 4;
      this.#element.requestUpdate();
    });
  }
}

/** What distinguishes a cookie: where it is kept, by whom, why it needs no consent. */
function notes({ storage, party, exemption, own }: ListedCookie, words: Messages): string[] {
  const word = (key: string): string => (Object.hasOwn(words, key) ? words[key as keyof Messages] : key);
  return [
    ...(storage === 'cookie' ? [] : [word(storage)]),
    ...(party === 'first' ? [] : [party === 'third' ? words.third : party]),
    ...(exemption && !own ? [fill(words.neededFor, { reason: word(exemption) })] : []),
  ];
}

function address({ label, name, address: lines = [], email, url }: Contact, read: (text: LocalisedText) => string): unknown {
  return html`<address>
    ${label ? html`<small>${read(label)}</small>` : nothing}
    ${[read(name), ...lines].map((line) => html`<span dir="auto">${line}</span>`)}
    ${email ? html`<span><a href=${`mailto:${encodeURIComponent(email)}`}>${email}</a></span>` : nothing}
    ${url ? html`<span>${isLink(url) ? html`<a href=${url}>${url}</a>` : url}</span>` : nothing}
  </address>`;
}

const links = (...all: [url: string | undefined, label: string][]): unknown => {
  const safe = all.filter(([url]) => isLink(url));
  return safe.length ? html`<p>${safe.map(([url, label]) => html`<a href=${url}>${label}</a> `)}</p>` : nothing;
};
