import { html, nothing, type TemplateResult } from 'lit';
import { listContactLines, type ContactLine } from '../../cookie-list/contact-lines.js';
import type { CategoryGroup } from '../../cookie-list/groups.js';
import type { ListedCookie } from '../../cookie-list/list.js';
import { fillIn } from '../../locales/load.js';
import { joinList } from '../../locales/join-list.js';
import { formatCount, formatNumber } from '../../locales/plural.js';
import type { Messages, Reader } from '../../locales/types.js';
import { isPlainEnglish } from '../../manifest/plain-english.js';
import { isLink } from '../../manifest/normalize.js';
import type { Manifest } from '../../manifest/types.js';
import { getNoticeText, getSiteName } from '../notice-text.js';
import { categoryTemplate } from './category.template.js';
import { linkTemplate } from './link.template.js';

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
        <h2 part="title">${title}</h2>
        <button part="close" @click=${view.onCloseClick}>${messages.close}</button>
      </header>
      <div part="body">
        <div part="intro">${introduction(view)} ${filter(view)}</div>
        ${view.groups.map((group, index) => categoryTemplate(group, index === 0, view))} ${totals(view)}
        ${contacts(view)}
        <slot name="more"></slot>
      </div>
    </dialog>
  `;
}

/** Renders in a sentence what the cookies are for, or why nothing is known. */
function introduction(view: DetailsView): TemplateResult {
  const { messages, manifest, hasFailed, requested } = view;
  if (manifest) return html`<p role="status">${getNoticeText(manifest, requested)}</p>`;
  const retry = html`<button @click=${view.onRetry}>${messages.retry}</button>`;
  return html`
    <p role="status">${hasFailed ? messages.failed : messages.loading}</p>
    ${hasFailed ? retry : nothing}
  `;
}

/** Renders what is known of all cookies together, below them. */
function totals(view: DetailsView): TemplateResult | typeof nothing {
  const { messages, manifest } = view;
  if (!manifest) return nothing;
  return html`
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
  const input = html`
    <label part="filter">${messages.filter} <input part="filter-input" type="search" @input=${view.onSearch} /></label>
  `;
  const found = fillIn(messages.shown, {
    shown: formatNumber(matchCount, language),
    total: formatNumber(total, language),
  });
  return html`${total < filterThreshold ? nothing : input}
    <p role="status">${query ? found : nothing}</p>`;
}

/** Renders whom visitors can write to, and the links to the policies. */
function contacts(view: DetailsView): TemplateResult {
  const { messages, manifest } = view;
  const { policyUrl, privacyUrl, contacts: people = [] } = manifest?.site ?? {};
  return html`
    ${people.length ? html`<h3 part="heading">${messages.contact}</h3>` : nothing}
    ${people.map((contact) => html`<address>${listContactLines(contact, manifest!, view).map(contactLine)}</address>`)}
    <p>
      ${isLink(policyUrl) ? linkTemplate(policyUrl, messages.policy) : nothing}
      ${isLink(privacyUrl) ? linkTemplate(privacyUrl, messages.privacy) : nothing}
    </p>
  `;
}

function contactLine({ kind, text, url }: ContactLine): TemplateResult {
  const content = url ? html`<a href=${url}>${text}</a>` : text;
  return kind === 'label' ? html`<small>${content}</small>` : html`<div>${content}</div>`;
}
