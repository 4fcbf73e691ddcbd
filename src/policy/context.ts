import { localizeCookie, withOwnCookie, type ListedCookie } from '../cookie-list/list.js';
import { getDirection } from '../locales/direction.js';
import enDetails from '../locales/messages/en-details.js';
import { fillIn, getMessages } from '../locales/load.js';
import { getPolicyMessages } from '../locales/load-policy.js';
import type { PolicyMessages } from '../locales/policy/en.js';
import type { Reader } from '../locales/types.js';
import { localize } from '../manifest/localize.js';
import type { Manifest } from '../manifest/types.js';
import { defaultSettings } from '../preferences/resolve-settings.js';
import type { Block, PolicyOptions, PolicyText } from './types.js';

/** All that the sections are made of. */
export interface Context {
  readonly manifest: Manifest;
  /** The reader, with the messages that notice and details have too. */
  readonly reader: Reader;
  /** The sentences that the policy page alone has. */
  readonly policyMessages: PolicyMessages;
  /** BCP 47 tag of the language that these sentences are in, which may not be the reader's. */
  readonly policyLanguage: string;
  readonly siteName: string;
  /** The declared cookies and the library's own. */
  readonly cookies: readonly ListedCookie[];
  /** The ids of the categories beside the essential one that cookies are of. */
  readonly optionalCategories: ReadonlySet<string>;
  /** The reader's user agent. */
  readonly agent: string | undefined;
}

/** Gathers all that the sections are made of, in the texts that have been loaded. */
export function createContext(manifest: Manifest, { lang, own, host = '', agent }: PolicyOptions): Context {
  const requested = lang ?? manifest.language;
  const { language, messages } = getMessages(requested);
  const policy = getPolicyMessages(requested);
  const cookies = withOwnCookie(manifest, { ...defaultSettings, ...own });
  const categories = manifest.cookies.map(({ category }) => category);
  return {
    manifest,
    reader: { requested, language, messages: { ...enDetails, ...messages } },
    policyMessages: policy.messages,
    policyLanguage: policy.language,
    siteName: localize(manifest.site.name, requested, manifest.language).text || host,
    cookies: cookies.map((cookie) => localizeCookie(cookie, manifest, requested)),
    optionalCategories: new Set(categories.filter((category) => category !== 'essential')),
    agent,
  };
}

/** Makes a text of one of the reader's messages. */
export const toText = (message: string, { reader }: Context): PolicyText => ({
  text: message,
  language: reader.language,
});

/** Makes a paragraph of a text. */
export const toParagraph = (text: PolicyText): Block => ({ kind: 'paragraph', text });

/** Makes a heading of one of the policy page's messages. */
export const toHeading = (message: string, { policyLanguage }: Context): Block => ({
  kind: 'heading',
  text: { text: message, language: policyLanguage },
});

/**
 * Makes a paragraph of one of the policy page's sentences.
 * @param values - what is filled in, beside the name of the site
 */
export const toSentence = (
  sentence: string,
  { siteName, policyLanguage }: Context,
  values: Readonly<Record<string, string>> = {},
): Block => {
  const text = fillIn(sentence, { site: isolateName(siteName, policyLanguage), ...values });
  // A name may bring the full stop of an abbreviation: "Example, Inc." ends the sentence.
  return toParagraph({ text: text.replace(/(?<!\.)\.(\u2069?)\.(?!\.)/g, '.$1'), language: policyLanguage });
};

/**
 * Keeps the marks of a name beside it in a sentence that is written from right to left: else the full stop of "Example, Inc." is shown
 * before it. (Unicode Standard Annex 9, section 2.4: first strong isolate.)
 */
export const isolateName = (name: string, language: string): string =>
  name && getDirection(language) === 'rtl' ? `\u2068${name}\u2069` : name;

/** Joins items as the list of a sentence. */
export const joinItems = (items: Iterable<string>, language: string): string =>
  new Intl.ListFormat(language).format(items);
