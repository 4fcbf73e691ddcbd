import { html, nothing, render } from 'lit/html.js';
import { whatIsHere } from '../device/here.js';
import { observe, type Observation } from '../device/observe.js';
import type { ListedCookie } from '../list/cookies.js';
import { groupCookies, type CategoryGroup } from '../list/groups.js';
import enDetails from '../locales/en-details.js';
import { directionOf, languageAt } from '../locales/language.js';
import { fill, messages } from '../locales/messages.js';
import type { Messages } from '../locales/types.js';
import { isLink, type Manifest } from '../manifest/draft.js';
import { exemptions, type Contact, type LocalisedText } from '../manifest/fields.js';
import { localise } from '../manifest/localise.js';
import type { CookieManifestElement } from './element.js';
import type { Model } from './model.js';
import { noticeText, siteName } from './text.js';

/** From this many cookies on, the list has a filter. */
const filterFrom = 12;
/** Rows that are rendered at once; the rest follows when those are painted. */
const batch = 50;

/** Reads a text of the manifest in the language in use. */
type Read = (text: LocalisedText | undefined) => string | undefined;

/**
 * The details: the dialog that lists every cookie. A part of the element, loaded when it is first opened.
 * @returns what opens or closes the dialog, and brings it up to date
 */
export function createDetails(element: CookieManifestElement, model: Model): (open: boolean) => void {
  const root = element.shadowRoot!;
  const find = () => root.querySelector('dialog');
  let sought = '';
  let rows = batch;
  let seen: Observation = new Map();

  const dialog = (): unknown => {
    const { api, error } = model;
    const { manifest } = api;
    const asked = languageAt(element);
    const { language, words: spoken } = messages(asked);
    const words = { ...enDetails, ...spoken };
    const title = fill(words.title, { site: siteName(manifest, asked) });
    const read: Read = (text) => text && localise(text, asked, manifest!.language).text;
    const link = (url: unknown, label: string) => (isLink(url) ? html`<a href=${url}>${label}</a> ` : nothing);
    return html`<dialog part="details" closedby="any" aria-label=${title} lang=${language} dir=${directionOf(language)} @close=${() => element.closed()}>
      <header>
        <h2>${title}</h2>
        <button part="close" @click=${() => find()!.close()}>${words.close}</button>
      </header>
      <p role="status">${manifest ? noticeText(manifest, asked) : error ? words.failed : words.loading}</p>
      ${manifest ? list(manifest, words, read) : error ? html`<button @click=${() => model.renew()}>${words.retry}</button>` : nothing}
      <p>${link(manifest?.site.policyUrl, words.policy)}${link(manifest?.site.privacyUrl, words.privacy)}</p>
      <slot name="more"></slot>
    </dialog>`;
  };

  const list = ({ problems, site, categories }: Manifest, words: Messages, read: Read): unknown => {
    const cookies = model.api.cookies();
    const sessions = cookies.filter(({ duration }) => duration.kind === 'session').length;
    const found = cookies.filter(({ name, purpose, provider, durationText }) =>
      [name, purpose, provider, durationText].join('\n').toLowerCase().includes(sought),
    );
    const here = whatIsHere(cookies, seen);
    let room = rows;
    if (found.length > room) setTimeout(() => ((rows += batch * 4), element.update()));

    const table = ({ category, own, purposes }: CategoryGroup): unknown => {
      const essential = category === 'essential';
      const declared = !own && Object.hasOwn(categories, category) ? categories[category] : undefined;
      const title = read(declared?.label) ?? (own ? words.ownTitle : essential ? words.essentialTitle : category);
      return html`<h3>${title}</h3>
        <p>${read(declared?.description) ?? (essential && !own ? words.essentialText : nothing)}</p>
        <table part="table" role="table" aria-label=${title}>
          <thead role="rowgroup">
            <tr role="row">
              ${[words.name, words.duration, words.provider, words.here].map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}
            </tr>
          </thead>
          ${purposes.map(({ purpose, language, cookies }) => {
            const shown = cookies.slice(0, Math.max(0, room));
            room -= shown.length;
            return html`<tbody role="rowgroup">
              <tr role="row">
                <th role="rowheader" scope="rowgroup" colspan="4" lang=${language} dir="auto">${purpose || words.unstated}</th>
              </tr>
              ${shown.map((cookie) => row(cookie, here.get(cookie), words))}
            </tbody>`;
          })}
        </table>`;
    };

    return html`<p>${fill(words.lifetimes, { sessions, others: cookies.length - sessions })} ${problems.length ? words.flawed : nothing}</p>
      ${cookies.length < filterFrom
        ? nothing
        : html`<label>${words.filter}<input type="search" @input=${filter} /></label>
            <p role="status">${sought ? fill(words.shown, { shown: found.length, total: cookies.length }) : nothing}</p>`}
      ${groupCookies(found).map(table)} ${site.contacts.length ? html`<h3>${words.contact}</h3>` : nothing}
      ${site.contacts.map((contact) => address(contact, read))}`;
  };

  const filter = ({ target }: Event): void => {
    sought = (target as HTMLInputElement).value.trim().toLowerCase();
    element.update();
  };

  return (open) => {
    const before = find();
    // Closed, not just taken away: a dialog gives the focus back when it closes.
    if (!open) before?.close();
    else if (!before) {
      sought = '';
      rows = batch;
      void observe().then((found) => {
        seen = found;
        element.update();
      });
    }
    render(open ? dialog() : nothing, root);
    const now = find();
    if (!now || now.matches(':modal')) return;
    now.open = false; // a move took it out of the top layer
    now.showModal();
    if (!now.getClientRects().length) element.followPolicy();
    else if (!before) model.tell('details');
  };
}

function row(cookie: ListedCookie, here: boolean | null | undefined, words: Messages): unknown {
  const { name, durationText, provider, providerUrl, storage, party, exemption, domain, httpOnly, own } = cookie;
  const word = (key: string) => (Object.hasOwn(words, key) ? words[key as 'beacon'] : key);
  // What distinguishes it: where it is kept, by whom, why it needs no consent.
  const notes = [
    storage !== 'cookie' && word(storage),
    party !== 'first' && word(party),
    domain,
    !own && exemption && fill(words.neededFor, { reason: exemptions.includes(exemption) ? words[exemption] : exemption }),
  ].filter(Boolean);
  return html`<tr role="row">
    <th role="rowheader" scope="row"><code dir="auto">${name || words.unstated}</code><small>${notes.join(' · ')}</small></th>
    <td role="cell" data-label=${words.duration}>${durationText || words.unstated}</td>
    <td role="cell" data-label=${words.provider}>${providerUrl ? html`<a href=${providerUrl}>${provider}</a>` : provider || words.unstated}</td>
    <td role="cell" data-label=${words.here}>${here ? words.yes : here === false ? words.no : httpOnly ? words.hidden : words.unknown}</td>
  </tr>`;
}

const address = ({ label, name, address = [], email, url }: Contact, read: Read): unknown =>
  html`<address>
    <small>${read(label)}</small>${[read(name), ...address].map((line) => html`<div>${line}</div>`)}
    ${email ? html`<a href=${`mailto:${encodeURIComponent(email)}`}>${email}</a> ` : nothing}${isLink(url) ? html`<a href=${url}>${url}</a>` : url}
  </address>`;
