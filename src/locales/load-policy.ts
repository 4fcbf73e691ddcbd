import { messages } from './load.js';
import { fallbacks } from '../manifest/localize.js';
import { warn } from '../manifest/warn.js';
import en, { type Prose } from './policy/en.js';

/** The languages whose sentences there are beside English, each a file that is loaded when it is asked for. */
export const proseFiles: { readonly [tag: string]: undefined | (() => Promise<{ readonly default: Prose }>) } = {
  __proto__: null as never,
  ar: () => import('./policy/ar.js'),
  de: () => import('./policy/de.js'),
  es: () => import('./policy/es.js'),
  fr: () => import('./policy/fr.js'),
  it: () => import('./policy/it.js'),
  ja: () => import('./policy/ja.js'),
  nl: () => import('./policy/nl.js'),
  pl: () => import('./policy/pl.js'),
  pt: () => import('./policy/pt.js'),
  sv: () => import('./policy/sv.js'),
  zh: () => import('./policy/zh.js'),
};

const arrived = new Map<string, Prose>([['en', en]]);

/** Where a language has no sentences of its own. Traditional Chinese is not simplified Chinese, so it falls back to English. */
const tagsOf = (language: string) =>
  fallbacks(language).filter((tag, _, tags) => tag !== 'zh' || !tags.includes('zh-hant'));

/** Keeps the sentences of a language. */
export const addProse = (tag: string, prose: Prose): void => void arrived.set(tag, prose);

/** Loads the sentences for a language, once. Never rejects: where they cannot be had, English stays, with a warning. */
export async function loadProse(language: string): Promise<void> {
  const tag = tagsOf(language).find((tag) => proseFiles[tag]);
  if (!tag || arrived.has(tag)) return;
  try {
    addProse(tag, (await proseFiles[tag]!()).default);
  } catch (reason) {
    addProse(tag, en);
    warn(`no policy page for ${tag}`, reason);
  }
}

/** The sentences for a language that are here now, with the site's own among them, and the language that they are in. */
export function proseFor(language: string): { readonly prose: Prose; readonly language: string } {
  const { words, language: spoken } = messages(language);
  const own = Object.fromEntries(Object.entries(words).filter(([key]) => Object.hasOwn(en, key)));
  const prose = tagsOf(language)
    .map((tag) => arrived.get(tag))
    .find(Boolean);
  const translated =
    (prose && (prose !== en || /^en\b/.test(language))) || Object.keys(en).every((key) => Object.hasOwn(own, key));
  return { prose: { ...(prose ?? en), ...own }, language: translated ? spoken : 'en' };
}
