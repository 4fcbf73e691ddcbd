import { detectPresence } from '../cookie-list/presence.js';
import { maxCookieDays, capsScriptCookies, exceedsLimit, maxScriptCookieDays } from '../cookie-list/lifetime-limits.js';
import { observeStorage, type Observation } from '../cookie-list/observe.js';
import type { ListedCookie } from '../cookie-list/list.js';
import { groupCookies } from '../cookie-list/groups.js';
import { listNotes } from '../cookie-list/notes.js';
import { formatCount } from '../locales/plural.js';
import enDetails from '../locales/messages/en-details.js';
import { findLanguage } from '../locales/language.js';
import { getDirection } from '../locales/direction.js';
import { fillIn, getMessages } from '../locales/load.js';
import type { Messages } from '../locales/types.js';
import { isLink } from '../manifest/normalize.js';
import type { Manifest } from '../manifest/types.js';
import { formatDuration, parseDuration } from '../manifest/duration.js';
import type { Contact, LocalisedText } from '../manifest/fields.js';
import { localize } from '../manifest/localize.js';
import { changes } from './changes.js';
import { create } from './create.js';
import type { CookieManifestElement } from './element.js';
import type { Model } from './model.js';
import { noticeText, siteName } from './text.js';

/** From this many cookies on, the list has a filter. */
const filterFrom = 12;
/** Rows that are made at once; more follow when those are painted. */
const batch = 50;

/**
 * The details: the dialog that lists every cookie. A part of the element, loaded when it is first opened.
 * @returns what opens or closes the dialog, and brings it up to date
 */
export function createDetails(element: CookieManifestElement, model: Model): (open: boolean) => void {
  const title = create('h2');
  const close = create('button', { part: 'close', onclick: () => dialog.close() });
  const state = create('p', { role: 'status' });
  const retry = create('button', { onclick: () => model.renew() });
  const counted = create('p');
  const lifetimes = create('p');
  const sought = create('input', { type: 'search', oninput: () => list() });
  const filter = create('label');
  const found = create('p', { role: 'status' });
  const body = create('div');
  const end = create('div');
  const dialog = create(
    'dialog',
    { part: 'details', closedBy: 'any', onclose: () => dialog.open || element.closed() },
    create('header', { role: 'none' }, title, close), // it is no banner of the page
    state,
    counted,
    lifetimes,
    filter,
    found,
    body,
    end,
    create('slot', { name: 'more' }),
  );

  let changed = changes();
  let cookies: readonly ListedCookie[] = [];
  let manifest: Manifest | null;
  let messages: Messages;
  let language: string;
  let requested: string;
  let seen: Observation = new Map();
  let here: ReturnType<typeof detectPresence<ListedCookie>>;
  /** The cells that say what is on this device, which may be known only after they are made. */
  let cells: [ListedCookie, HTMLElement][] = [];

  const read = (text: LocalisedText | undefined) => text && localize(text, requested, manifest!.language).text;
  const link = (url: unknown, label: string, properties?: object): Node | string =>
    isLink(url) ? create('a', { href: url, ...properties }, label) : label;

  /** Says what is on this device. */
  function look(): void {
    here = detectPresence(cookies, seen);
    for (const [cookie, cell] of cells) cell.textContent = hereText(cookie);
  }

  function hereText(cookie: ListedCookie): string {
    const known = here.get(cookie);
    return known ? messages.yes : known === false ? messages.no : cookie.httpOnly ? messages.hidden : messages.unknown;
  }

  /** What this browser does to a cookie that is declared to live longer. */
  function ends(cookie: ListedCookie): string {
    const limited = (text: string, days: number) =>
      fillIn(text, { limit: formatDuration(parseDuration(`${days} days`), language, messages) });
    if (!cookie.httpOnly && capsScriptCookies() && exceedsLimit(cookie, maxScriptCookieDays))
      return limited(messages.cappedScript, maxScriptCookieDays);
    return exceedsLimit(cookie, maxCookieDays) ? limited(messages.capped, maxCookieDays) : '';
  }

  function row(cookie: ListedCookie): Node {
    const { name, durationText, provider, providerUrl } = cookie;
    const cell = (label: string, ...children: (Node | string)[]) => {
      const made = create('td', { role: 'cell' }, ...children);
      made.dataset['label'] = label;
      return made;
    };
    const held = cell(messages.here, hereText(cookie));
    cells.push([cookie, held]);
    return create(
      'tr',
      { role: 'row' },
      create(
        'th',
        { role: 'rowheader', scope: 'row' },
        create('code', { dir: 'auto' }, name || messages.unstated),
        create('small', null, [...listNotes(cookie, messages), ends(cookie)].filter(Boolean).join(' · ')),
      ),
      cell(messages.duration, durationText || messages.unstated),
      cell(messages.provider, link(providerUrl, provider || messages.unstated)),
      held,
    );
  }

  /** Makes the tables, a row at each step. */
  function* rows(listed: readonly ListedCookie[]): Generator {
    for (const { category, own, purposes } of groupCookies(listed)) {
      const essential = category === 'essential';
      const declared =
        !own && Object.hasOwn(manifest!.categories, category) ? manifest!.categories[category] : undefined;
      const heading =
        read(declared?.label) ?? (own ? messages.ownTitle : essential ? messages.essentialTitle : category);
      const headings = [messages.name, messages.duration, messages.provider, messages.here].map((text) =>
        create('th', { role: 'columnheader', scope: 'col' }, text),
      );
      const table = create(
        'table',
        { part: 'table', role: 'table', ariaLabel: heading },
        create('thead', { role: 'rowgroup' }, create('tr', { role: 'row' }, ...headings)),
      );
      body.append(
        create('h3', null, heading),
        create('p', null, read(declared?.description) ?? (essential && !own ? messages.essentialText : '')),
        table,
      );
      for (const { purpose, language: lang, cookies: shared } of purposes) {
        const group = create(
          'tbody',
          { role: 'rowgroup' },
          create(
            'tr',
            { role: 'row' },
            create(
              'th',
              { role: 'rowheader', scope: 'rowgroup', colSpan: 4, lang, dir: 'auto' },
              purpose || messages.unstated,
            ),
          ),
        );
        table.append(group);
        for (const cookie of shared) yield group.append(row(cookie));
      }
    }
  }

  /** Lists the cookies that are sought, in batches. */
  function list(): void {
    const part = sought.value.trim().toLowerCase();
    const listed = cookies.filter(({ name, purpose, provider, durationText }) =>
      [name, purpose, provider, durationText].join('\n').toLowerCase().includes(part),
    );
    found.textContent =
      part &&
      fillIn(messages.shown, {
        shown: listed.length.toLocaleString(language),
        total: cookies.length.toLocaleString(language),
      });
    body.replaceChildren();
    const mine: typeof cells = (cells = []);
    const steps = rows(listed);
    const more = (room: number) => {
      if (cells !== mine) return; // another list was begun
      while (room-- && !steps.next().done);
      if (room < 0) requestAnimationFrame(() => setTimeout(more, 0, batch * 4)); // a frame later: those that are there are painted first
    };
    more(batch);
  }

  const address = ({ label, name, address: lines = [], email, url }: Contact): Node =>
    create(
      'address',
      null,
      create('small', null, read(label) ?? ''),
      ...[read(name) ?? '', ...lines].map((line) => create('div', null, line)),
      email ? create('a', { href: `mailto:${encodeURIComponent(email)}` }, email) : '',
      ' ',
      link(url, url ?? ''),
    );

  /** Says everything anew where something of it is another. */
  function refresh(): void {
    const { api, error } = model;
    requested = findLanguage(element);
    ({ manifest } = api);
    const spoken = getMessages(requested);
    if (!changed(manifest, error, requested, spoken.messages)) return;
    const at = element.shadowRoot!.activeElement;
    language = spoken.language;
    messages = { ...enDetails, ...spoken.messages };
    cookies = api.cookies();
    const sessions = cookies.filter(({ duration }) => duration.kind === 'session').length;
    const counts = [
      formatCount(messages.sessions, sessions, language),
      formatCount(messages.lasting, cookies.length - sessions, language),
    ];

    title.textContent = dialog.ariaLabel = fillIn(messages.title, { site: siteName(manifest, requested) });
    dialog.lang = language;
    dialog.dir = getDirection(language);
    close.textContent = messages.close;
    state.textContent = manifest ? noticeText(manifest, requested) : error ? messages.failed : messages.loading;
    retry.textContent = messages.retry;
    if (!manifest && error) state.after(retry);
    else retry.remove();
    counted.textContent = manifest && new Intl.ListFormat(language).format(counts);
    lifetimes.textContent = manifest && `${messages.lifetimes} ${manifest.problems.length ? messages.flawed : ''}`;
    filter.replaceChildren(...(cookies.length < filterFrom ? [] : [messages.filter, sought]));
    const { policyUrl, privacyUrl, contacts = [] }: Partial<Manifest['site']> = manifest?.site ?? {};
    end.replaceChildren(
      ...(contacts.length ? [create('h3', null, messages.contact)] : []),
      ...contacts.map(address),
      create(
        'p',
        null,
        isLink(policyUrl) ? link(policyUrl, messages.policy) : '',
        ' ',
        isLink(privacyUrl) ? link(privacyUrl, messages.privacy) : '',
      ),
    );
    look();
    list();
    if (at && !at.getClientRects().length) close.focus(); // what had the focus is gone
  }

  return (open) => {
    const before = dialog.isConnected;
    // Closed, not just taken away: a dialog gives the focus back when it closes.
    if (!open) {
      dialog.close();
      dialog.remove();
      changed = changes();
      return;
    }
    if (!before) {
      sought.value = '';
      void observeStorage().then((observed) => {
        seen = observed;
        look();
      });
      element.shadowRoot!.append(dialog);
    }
    refresh();
    // What the visitor closed stays closed: its event is still to come.
    if (dialog.matches(':modal') || (before && !dialog.open)) return;
    dialog.open = false; // a move took it out of the top layer
    dialog.showModal();
    if (!dialog.checkVisibility()) element.followPolicy();
    else if (!before) model.tell('details');
  };
}
