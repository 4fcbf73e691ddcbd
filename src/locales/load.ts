import { listFallbacks } from '../manifest/localize.js';
import { warn } from '../manifest/warn.js';
import en from './messages/en.js';
import { languages } from './languages.js';
import type { Messages, Plural, Texts } from './types.js';

/** English has its details' texts with the details. */
type Words = typeof en & Partial<Messages>;

/** Texts that have arrived, and those that the site has given, by tag. */
const loaded = new Map<string, object>([['en', en]]);
const overrides = new Map<string, object>();
const loading = new Map<string, Promise<unknown>>();
/** What was put together of them: the same object until there is more. */
const cache = new Map<string, { readonly language: string; readonly messages: Words }>();

/** The texts for a language that are here now, and the language that they are in; a region keeps its own numbers (de-CH). */
export function getMessages(language: string): { readonly language: string; readonly messages: Words } {
  const known = cache.get(language);
  if (known) return known;
  const tags = listFallbacks(language);
  const base = tags.map((tag) => loaded.get(tag)).find(Boolean);
  const own = tags.flatMap((tag) => overrides.get(tag) ?? []).reverse(); // the most specific has the last word
  const found =
    base || own[0] || language === 'en'
      ? { language, messages: Object.assign({}, en, base, ...own) as Words }
      : getMessages('en');
  cache.set(language, found);
  return found;
}

const isText = (value: unknown) => [value, (value as Plural | null)?.other].some((text) => typeof text === 'string');

/** Keeps the texts of a language. */
export function addMessages(language: string, texts: Texts): void {
  loaded.set(listFallbacks(language)[0]!, texts);
  cache.clear();
}

/** Keeps texts of the site's own, which replace or complete those of a language. What is no text is left out, with a warning. */
export function overrideMessages(language: string, texts: Texts): void {
  const [tag = ''] = listFallbacks(language);
  const entries = Object.entries(texts).filter(
    ([key, text]) => isText(text) || warn(`texts.${language}.${key} is no text`),
  );
  overrides.set(tag, { ...overrides.get(tag), ...Object.fromEntries(entries) });
  cache.clear();
}

/** Loads the texts for a language, once. Never rejects: where they cannot be had, English stays, with a warning. */
export function loadMessages(language: string): Promise<unknown> {
  const tag = listFallbacks(language).find((tag) => languages[tag]) ?? language;
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
