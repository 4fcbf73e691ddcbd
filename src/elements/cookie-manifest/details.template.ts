import { html, nothing, type TemplateResult } from 'lit';
import { describeCategory } from '../../cookie-list/category-texts.js';
import { listContactLines, type ContactLine } from '../../cookie-list/contact-lines.js';
import type { CategoryGroup, PurposeGroup } from '../../cookie-list/groups.js';
import {
  capsScriptCookies,
  exceedsLimit,
  maxCookieDays,
  maxScriptCookieDays,
} from '../../cookie-list/lifetime-limits.js';
import type { ListedCookie } from '../../cookie-list/list.js';
import { listNotes } from '../../cookie-list/notes.js';
import { fillIn } from '../../locales/load.js';
import { joinList } from '../../locales/join-list.js';
import { formatCount, formatNumber } from '../../locales/plural.js';
import type { Messages, Reader } from '../../locales/types.js';
import { formatDuration, parseDuration } from '../../manifest/duration.js';
import { isPlainEnglish } from '../../manifest/plain-english.js';
import { isLink } from '../../manifest/normalize.js';
import type { Manifest } from '../../manifest/types.js';
import { getNoticeText, getSiteName } from '../notice-text.js';

/** From this many cookies on, the list has a filter. */
const filterThreshold = 12;

/** What the details show, and what their controls do. */
export interface DetailsView extends Reader {
  readonly messages: Messages;
  readonly direction: 'ltr' | 'rtl';
  readonly manifest: Manifest | null;
  readonly hasFailed: boolean;
  readonly cookies: readonly ListedCookie[];
  /** The rows to show, and how many cookies match the filter. */
  readonly groups: readonly CategoryGroup[];
  readonly matchCount: number;
  /** Whether each cookie is on this device; null where a script cannot tell. */
  readonly presence: ReadonlyMap<ListedCookie, boolean | null>;
  /** What the list is filtered by. */
  readonly query: string;
  onSearch(event: Event): void;
  onRetry(): void;
  onCloseClick(): void;
  onClosed(): void;
}

/** Renders the details: a dialog with an introduction, the list of cookies, contacts and policies. */
export function detailsTemplate(view: DetailsView): TemplateResult {
  const { messages, manifest } = view;
  const title = fillIn(messages.title, { site: getSiteName(manifest, view.requested) });
  return html`
    <dialog
      part="details"
      closedby="any"
      lang=${view.language}
      dir=${view.direction}
      aria-label=${title}
      @close=${view.onClosed}
    >
      <header role="none">
        <h2>${title}</h2>
        <button part="close" @click=${view.onCloseClick}>${messages.close}</button>
      </header>
      ${introduction(view)} ${filter(view)}
      <div>${view.groups.map((group) => category(group, view))}</div>
      ${contacts(view)}
      <slot name="more"></slot>
    </dialog>
  `;
}

/** Renders what is known of all cookies together, or why nothing is. */
function introduction(view: DetailsView): TemplateResult {
  const { messages, manifest } = view;
  if (!manifest) {
    const retry = html`<button @click=${view.onRetry}>${messages.retry}</button>`;
    return html`
      <p role="status">${view.hasFailed ? messages.failed : messages.loading}</p>
      ${view.hasFailed ? retry : nothing}
    `;
  }
  return html`
    <p role="status">${getNoticeText(manifest, view.requested)}</p>
    <p>${countCookies(view)}</p>
    <p>${messages.lifetimes} ${manifest.problems.length ? messages.flawed : nothing}</p>
  `;
}

/** Words how many cookies end with the session, and how many do not. */
function countCookies({ cookies, messages, language }: DetailsView): string {
  const sessions = cookies.filter(({ duration }) => duration.kind === 'session').length;
  const counts = [
    formatCount(messages.sessions, sessions, language),
    formatCount(messages.lasting, cookies.length - sessions, language),
  ];
  // English needs no `Intl` object for it; elsewhere an item that begins with a digit may be joined in a way of its own.
  const patterns = isPlainEnglish(language, cookies.length) ? messages.list : undefined;
  return joinList(counts, patterns, language);
}

/** Renders the filter, where the list is long enough to need one, and what it has found. */
function filter(view: DetailsView): TemplateResult {
  const { messages, query, matchCount, language } = view;
  const total = view.cookies.length;
  const input = html` <label>${messages.filter}<input type="search" @input=${view.onSearch} /></label> `;
  const found = fillIn(messages.shown, {
    shown: formatNumber(matchCount, language),
    total: formatNumber(total, language),
  });
  return html`${total < filterThreshold ? nothing : input}
    <p role="status">${query ? found : nothing}</p>`;
}

/** Renders the table of a category. */
function category(group: CategoryGroup, view: DetailsView): TemplateResult {
  const { messages, manifest } = view;
  const { heading, description } = describeCategory(group, manifest!, view);
  const columns = [messages.name, messages.duration, messages.provider, messages.here];
  return html`
    <h3>${heading.text}</h3>
    <p>${description?.text}</p>
    <table part="table" role="table" aria-label=${heading.text}>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
        </tr>
      </thead>
      ${group.purposes.map((purpose) => purposeRows(purpose, view))}
    </table>
  `;
}

/** Renders a purpose, and the rows of the cookies that share it. */
const purposeRows = ({ purpose, language, cookies }: PurposeGroup, view: DetailsView): TemplateResult => html`
  <tbody role="rowgroup">
    <tr role="row">
      <th role="rowheader" scope="rowgroup" colspan="4" lang=${language} dir="auto">
        ${purpose || view.messages.unstated}
      </th>
    </tr>
    ${cookies.map((cookie) => row(cookie, view))}
  </tbody>
`;

function row(cookie: ListedCookie, view: DetailsView): TemplateResult {
  const { messages } = view;
  const notes = [...listNotes(cookie, messages), ...describeLimit(cookie, view)];
  return html`
    <tr role="row">
      <th role="rowheader" scope="row">
        <code dir="auto">${cookie.name || messages.unstated}</code><small>${notes.join(' · ')}</small>
      </th>
      <td role="cell" data-label=${messages.duration}>${cookie.durationText || messages.unstated}</td>
      <td role="cell" data-label=${messages.provider}>
        ${link(cookie.providerUrl, cookie.provider || messages.unstated)}
      </td>
      <td role="cell" data-label=${messages.here}>${describePresence(cookie, view)}</td>
    </tr>
  `;
}

/** Words whether a cookie is on this device, as far as a script may know. */
function describePresence(cookie: ListedCookie, { presence, messages }: DetailsView): string {
  const isPresent = presence.get(cookie) ?? null;
  if (isPresent === null) return cookie.httpOnly ? messages.hidden : messages.unknown;
  return isPresent ? messages.yes : messages.no;
}

/** Words what this browser does to a cookie that is declared to live longer than it allows; nothing where it does not. */
function describeLimit(cookie: ListedCookie, { messages, language }: DetailsView): string[] {
  const wordLimit = (message: string, days: number) =>
    fillIn(message, { limit: formatDuration(parseDuration(`${days} days`), language, messages) });
  if (!cookie.httpOnly && capsScriptCookies() && exceedsLimit(cookie, maxScriptCookieDays))
    return [wordLimit(messages.cappedScript, maxScriptCookieDays)];
  return exceedsLimit(cookie, maxCookieDays) ? [wordLimit(messages.capped, maxCookieDays)] : [];
}

/** Renders whom visitors can write to, and the links to the policies. */
function contacts(view: DetailsView): TemplateResult {
  const { messages, manifest } = view;
  const { policyUrl, privacyUrl, contacts: people = [] } = manifest?.site ?? {};
  return html`
    ${people.length ? html`<h3>${messages.contact}</h3>` : nothing}
    ${people.map((contact) => html`<address>${listContactLines(contact, manifest!, view).map(contactLine)}</address>`)}
    <p>
      ${isLink(policyUrl) ? link(policyUrl, messages.policy) : nothing}
      ${isLink(privacyUrl) ? link(privacyUrl, messages.privacy) : nothing}
    </p>
  `;
}

function contactLine({ kind, text, url }: ContactLine): TemplateResult {
  const content = url ? html`<a href=${url}>${text}</a>` : text;
  return kind === 'label' ? html`<small>${content}</small>` : html`<div>${content}</div>`;
}

/** Renders a text as a link, where its address may become one. */
const link = (url: unknown, text: string): TemplateResult | string =>
  isLink(url) ? html`<a href=${url}>${text}</a>` : text;
