import { describeCategory } from '../cookie-list/category-texts.js';
import { listContactLines } from '../cookie-list/contact-lines.js';
import { maxCookieDays, exceedsLimit, maxScriptCookieDays } from '../cookie-list/lifetime-limits.js';
import { localizeCookie, withOwnCookie, type ListedCookie, type OwnCookie } from '../cookie-list/list.js';
import { listNotes, translateValue } from '../cookie-list/notes.js';
import { listReasons } from '../cookie-list/reasons.js';
import { formatCount } from '../locales/plural.js';
import enDetails from '../locales/messages/en-details.js';
import { getDirection } from '../locales/direction.js';
import { fillIn, getMessages } from '../locales/load.js';
import type { Messages, Reader } from '../locales/types.js';
import { isLink } from '../manifest/normalize.js';
import type { Manifest } from '../manifest/types.js';
import { formatDuration, parseDuration } from '../manifest/duration.js';
import type { Contact, LocalisedText } from '../manifest/fields.js';
import { localize } from '../manifest/localize.js';
import { defaultSettings } from '../preferences/settings.js';
import { browserHelp } from './browsers.js';
import { getPolicyMessages } from '../locales/load-policy.js';

/** The parts of the page, in their order. A site can leave each out, or put its own in its place. */
export const sectionNames = ['title', 'intro', 'what', 'life', 'party', 'why', 'list', 'manage', 'contact'] as const;
export type SectionName = (typeof sectionNames)[number];

/** A text, the language that it is in, and where it leads to, if anywhere: an address that may become a link. */
export interface Text {
  readonly text: string;
  readonly language: string;
  readonly url?: string;
}

/** A cell that stands for as many rows as it spans. */
export interface Merged extends Text {
  readonly span: number;
}

export interface Row {
  readonly name: string;
  readonly notes: readonly string[];
  /** Undefined where the row above has it for this one too. */
  readonly purpose: Merged | undefined;
  readonly duration: string;
  readonly provider: Merged | undefined;
}

export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: Text }
  | { readonly kind: 'links'; readonly items: readonly (Text & { readonly url: string })[] }
  | { readonly kind: 'address'; readonly lines: readonly Text[] }
  | {
      readonly kind: 'table';
      readonly caption: Text;
      readonly columns: readonly string[];
      readonly rows: readonly Row[];
    };

export interface Section {
  readonly name: SectionName;
  readonly blocks: readonly Block[];
}

/** The policy page, of which the element, HTML and Markdown are renderings. */
export interface Policy {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly sections: readonly Section[];
}

export interface PolicyOptions {
  /** BCP 47 tag of the reader's language. Default: the manifest's. */
  readonly lang?: string;
  /** Sections to leave out. */
  readonly omit?: readonly string[];
  /** How the library's own cookie is written, where the site has changed it. */
  readonly own?: Partial<OwnCookie>;
  /** What the site is called where the manifest does not name it. */
  readonly host?: string;
  /** The reader's user agent, whose browser comes first. */
  readonly agent?: string;
}

/** Puts the policy page of a manifest into words, in the texts that have been loaded. */
export function describePolicy(
  manifest: Manifest,
  { lang, omit = [], own: changed, host = '', agent }: PolicyOptions = {},
): Policy {
  const requested = lang ?? manifest.language;
  const { language, messages: shared } = getMessages(requested);
  const messages: Messages = { ...enDetails, ...shared };
  const { messages: policyMessages, language: policyLanguage } = getPolicyMessages(requested);
  const cookies = withOwnCookie(manifest, { ...defaultSettings, ...changed }).map((cookie) =>
    localizeCookie(cookie, manifest, requested),
  );
  const { site } = manifest;
  const reader: Reader = { requested, language, messages };

  const read = (text: LocalisedText | undefined): Text =>
    text ? localize(text, requested, manifest.language) : { text: '', language };
  const say = (text: string): Text => ({ text, language });
  const siteName = read(site.name).text || host;
  const list = (items: Iterable<string>, of = policyLanguage) => new Intl.ListFormat(of).format(items);
  const days = (amount: number) => formatDuration(parseDuration(`${amount} days`), policyLanguage, messages);
  const sentence = (text: string, values: Parameters<typeof fillIn>[1] = {}): Block => ({
    kind: 'paragraph',
    text: { text: fillIn(text, { site: siteName, ...values }), language: policyLanguage },
  });
  const heading = (text: string): Block => ({ kind: 'heading', text: { text, language: policyLanguage } });
  const address = (contact: Contact): Block => ({
    kind: 'address',
    lines: listContactLines(contact, manifest, reader),
  });
  const paragraph = (text: Text): Block => ({ kind: 'paragraph', text });

  const sections: { readonly [Name in SectionName]: () => Block[] } = {
    title: () => [{ kind: 'title', text: say(messages.policy) }],

    intro: () => [sentence(policyMessages.intro), ...dated()],

    what: () => [heading(policyMessages.whatTitle), sentence(policyMessages.what), sentence(policyMessages.similar)],

    life() {
      const sessions = cookies.filter(({ duration }) => duration.kind === 'session').length;
      // The numbers are worded by the reader's language, which may not be the sentence's.
      const counted = [messages.sessions, messages.lasting].map((forms, index) =>
        formatCount(forms, index ? cookies.length - sessions : sessions, language),
      );
      const told =
        policyLanguage === language
          ? sentence(policyMessages.counted, { counts: list(counted) })
          : paragraph(say(list(counted, language)));
      return [heading(policyMessages.lifeTitle), sentence(policyMessages.life), told];
    },

    party() {
      const thirds = new Set(cookies.filter(({ party }) => party === 'third').map(({ provider }) => provider));
      return [
        heading(policyMessages.partyTitle),
        sentence(policyMessages.party),
        thirds.size ? sentence(policyMessages.thirds, { providers: list(thirds) }) : sentence(policyMessages.firstOnly),
      ];
    },

    why() {
      const storages = new Set(cookies.map(({ storage }) => storage).filter((storage) => storage !== 'cookie'));
      const categories = [...optional].map(
        (category) => describeCategory({ category, own: false }, manifest, reader).heading.text,
      );
      return [
        heading(policyMessages.whyTitle),
        ...(optional.size
          ? [
              sentence(policyMessages.optional, {
                reasons: listReasons(manifest, getMessages(policyLanguage).messages, policyLanguage),
                categories: list(categories),
              }),
            ]
          : [
              paragraph(
                say(fillIn(messages.essential, { site: siteName, reasons: listReasons(manifest, messages, language) })),
              ),
              paragraph(say(messages.essentialText)),
            ]),
        storages.size
          ? sentence(policyMessages.storages, {
              storages: list(
                [...storages].map((storage) =>
                  translateValue(
                    storage,
                    policyLanguage === language ? messages : { ...enDetails, ...getMessages('en').messages },
                  ),
                ),
              ),
            })
          : sentence(policyMessages.cookiesOnly),
      ];
    },

    list() {
      const { problems } = manifest;
      const longer = cookies.filter((cookie) => exceedsLimit(cookie, maxCookieDays)).map(({ name }) => name);
      const byScript = cookies.some((cookie) => !cookie.httpOnly && exceedsLimit(cookie, maxScriptCookieDays));
      return [
        heading(policyMessages.listTitle),
        ...categoriesOf(cookies).flatMap(table),
        ...(longer.length
          ? [sentence(policyMessages.longer, { limit: days(maxCookieDays), names: list(longer) })]
          : []),
        ...(byScript ? [sentence(policyMessages.script, { limit: days(maxScriptCookieDays) })] : []),
        ...(problems.length ? [paragraph(say(messages.flawed))] : []),
      ];
    },

    manage: () => [
      heading(policyMessages.manageTitle),
      sentence(policyMessages.manage),
      { kind: 'links', items: browserHelp(agent).map(({ name, url }) => ({ text: name, language: 'en', url })) },
      sentence(policyMessages.blocked),
    ],

    contact() {
      const privacy: Block[] = isLink(site.privacyUrl)
        ? [sentence(policyMessages.personal), paragraph({ ...say(messages.privacy), url: site.privacyUrl })]
        : [];
      const contacts: Block[] = site.contacts.length
        ? [sentence(policyMessages.write), ...site.contacts.map(address)]
        : [];
      return contacts.length + privacy.length
        ? [{ kind: 'heading', text: say(messages.contact) }, ...contacts, ...privacy]
        : [];
    },
  };

  /** The categories beside the essential one. */
  const optional = new Set(
    manifest.cookies.map(({ category }) => category).filter((category) => category !== 'essential'),
  );

  /** The day of a revision that is one. */
  function dated(): Block[] {
    const day = /^\d{4}-\d\d-\d\d$/.test(manifest.revision ?? '') && new Date(manifest.revision!);
    if (!day || Number.isNaN(day.valueOf())) return [];
    return [
      sentence(policyMessages.dated, {
        date: day.toLocaleDateString(policyLanguage, { dateStyle: 'long', timeZone: 'UTC' }),
      }),
    ];
  }

  function table(listed: readonly ListedCookie[]): Block[] {
    const { heading: caption, description, describedBySite } = describeCategory(listed[0]!, manifest, reader);
    const purposes = merge(listed, ({ purpose }) => purpose);
    const providers = merge(listed, ({ provider, providerUrl }) => JSON.stringify([provider, providerUrl]));
    const rows = listed.map((cookie, index): Row => {
      const { name, purpose, purposeLanguage, durationText, provider, providerUrl } = cookie;
      const [purposeSpan, providerSpan] = [purposes[index], providers[index]];
      return {
        name: name || messages.unstated,
        notes: listNotes(cookie, messages),
        purpose: purposeSpan
          ? { ...(purpose ? { text: purpose, language: purposeLanguage } : say(messages.unstated)), span: purposeSpan }
          : undefined,
        duration: durationText || messages.unstated,
        provider: providerSpan
          ? { ...say(provider || messages.unstated), ...(providerUrl && { url: providerUrl }), span: providerSpan }
          : undefined,
      };
    });
    const columns = [messages.name, messages.purpose, messages.duration, messages.provider];
    // Where there are no other categories, the page has said it above of all cookies.
    const about = describedBySite || optional.size ? description : undefined;
    return [...(about ? [paragraph(about)] : []), { kind: 'table', caption, columns, rows }];
  }

  return {
    language,
    direction: getDirection(language),
    sections: sectionNames.filter((name) => !omit.includes(name)).map((name) => ({ name, blocks: sections[name]() })),
  };
}

/** The cookies of each category in the manifest's order: essential first, the library's own last. */
function categoriesOf(cookies: readonly ListedCookie[]): ListedCookie[][] {
  const lists = new Map<string, ListedCookie[]>([['essential', []]]);
  for (const cookie of cookies) {
    const key = cookie.own ? 'own cookie' : cookie.category; // no id has a space
    lists.set(key, [...(lists.get(key) ?? []), cookie]);
  }
  return [...lists.values()].filter(({ length }) => length);
}

/** For each item, over how many rows its cell spans: 0 where the one before has the same. */
function merge<T>(items: readonly T[], keyOf: (item: T) => string): number[] {
  const spans = items.map(() => 0);
  let first = 0;
  items.forEach((item, index) => {
    if (keyOf(item) !== keyOf(items[first]!)) first = index;
    spans[first]!++;
  });
  return spans;
}

/** A heading's level that leaves room for one below; 1 where none can be used. */
export const levelOf = (level: unknown): number => (/^[1-5]$/.test(String(level)) ? Number(level) : 1);
