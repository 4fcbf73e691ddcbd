import { listFallbacks } from '../manifest/localize.js';
import { warn } from '../manifest/warn.js';
import type { ListPatterns } from './join-list.js';
import { languages } from './languages.js';
import en from './messages/en.js';
import { findRegionalMessages } from './regions.js';
import type { Messages, Plural, Texts } from './types.js';

/** English has the texts of its details with the details, and a site's own language may have no patterns for lists. */
type LoadedMessages = Omit<typeof en, 'list'> & Partial<Messages>;

/** Messages, and the language that they are in. */
interface Locale {
  /** BCP 47 tag; a region keeps its own numbers and dates (de-CH). */
  readonly language: string;
  readonly messages: LoadedMessages;
}

/** The files that have arrived, by lower-case tag. */
const loaded = new Map<string, object>([['en', en]]);
/** The texts that the site has given, by lower-case tag. */
const overrides = new Map<string, object>();
/** The files that are on their way or have arrived, by tag. */
const loading = new Map<string, Promise<unknown>>();
/** The messages put together of files and overrides, by the language asked for: the same object until there is more. */
const cache = new Map<string, Locale>();

/**
 * Gets the messages for a language that are here now; English where there are none.
 * @param language - BCP 47 tag asked for
 * @returns the same object until a file arrives or the site gives texts
 */
export function getMessages(language: string): Locale {
  const cached = cache.get(language);
  if (cached) return cached;
  const tags = listFallbacks(language);
  const file = tags.map((tag) => loaded.get(tag)).find(Boolean);
  const own = tags.flatMap((tag) => overrides.get(tag) ?? []).reverse(); // the most specific has the last word
  const isKnown = file || own.length;
  // Where the site has brought the language, English stands in for what is missing, but not for how a list is joined.
  const base = file ?? { list: undefined };
  const locale = isKnown
    ? { language, messages: Object.assign({}, en, base, findRegionalMessages(language), ...own) as LoadedMessages }
    : getMessages('en');
  cache.set(language, locale);
  return locale;
}

/** Keeps the messages of a language's file. */
export function addMessages(language: string, messages: Texts): void {
  loaded.set(listFallbacks(language)[0]!, messages);
  cache.clear();
}

/**
 * Keeps texts of the site's own, which replace or complete those of a language. What is no text is left out, with a warning.
 * @param language - BCP 47 tag
 */
export function overrideMessages(language: string, texts: Texts): void {
  const [tag = ''] = listFallbacks(language);
  const usable = Object.entries(texts).filter(
    ([key, text]) => isMessage(key, text) || warn(`texts.${language}.${key} is no text`),
  );
  overrides.set(tag, { ...overrides.get(tag), ...Object.fromEntries(usable) });
  cache.clear();
}

/** Returns whether a value can be used as a message: a text, the forms of a plural, or the patterns of a list. */
function isMessage(key: string, value: unknown): boolean {
  if (key === 'list') return typeof (value as ListPatterns | null)?.pair === 'string';
  return typeof value === 'string' || typeof (value as Plural | null)?.other === 'string';
}

/**
 * Loads the messages for a language, once. Never rejects: where they cannot be had, English stays, with a warning.
 * @param language - BCP 47 tag asked for
 */
export function loadMessages(language: string): Promise<unknown> {
  const tag = listFallbacks(language).find((candidate) => languages[candidate]) ?? language;
  const load = async () => {
    const file = languages[tag];
    if (file) addMessages(tag, (await file()).default);
    else if (getMessages(language).language !== language) throw new Error('there are none');
  };
  const arriving = loading.get(tag) ?? load().catch((reason: unknown) => warn(`no texts for ${tag}`, reason));
  loading.set(tag, arriving);
  return arriving;
}

/** Fills in a text: `{site}` becomes the value of `site`. */
export const fillIn = (text: string, values: { readonly [key: string]: string | number }): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
