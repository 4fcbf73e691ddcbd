import { getMessages } from './load.js';
import { listFallbacks } from '../manifest/localize.js';
import { warn } from '../manifest/warn.js';
import en, { type PolicyMessages } from './policy/en.js';

/** The languages beside English in which there are sentences for the policy page. Each file is loaded when it is asked for. */
export const policyLanguages: {
  readonly [tag: string]: undefined | (() => Promise<{ readonly default: PolicyMessages }>);
} = {
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

/** The files that have arrived, by tag. */
const loaded = new Map<string, PolicyMessages>([['en', en]]);

/** Lists the tags in which a language may be served. Traditional Chinese is not simplified Chinese, so it falls back to English. */
function listTags(language: string): readonly string[] {
  const tags = listFallbacks(language);
  return tags.includes('zh-hant') ? tags.filter((tag) => tag !== 'zh') : tags;
}

/** Keeps the sentences of a language. */
export const addPolicyMessages = (tag: string, messages: PolicyMessages): void => void loaded.set(tag, messages);

/**
 * Loads the policy page's sentences for a language, once. Never rejects: where they cannot be had, English stays, with a warning.
 * @param language - BCP 47 tag asked for
 */
export async function loadPolicyMessages(language: string): Promise<void> {
  const tag = listTags(language).find((candidate) => policyLanguages[candidate]);
  if (!tag || loaded.has(tag)) return;
  try {
    addPolicyMessages(tag, (await policyLanguages[tag]!()).default);
  } catch (reason) {
    addPolicyMessages(tag, en);
    warn(`no policy page for ${tag}`, reason);
  }
}

/**
 * Gets the policy page's sentences for a language that are here now, with the site's own among them.
 * @param language - BCP 47 tag asked for
 * @returns the sentences, and the language that they are in
 */
export function getPolicyMessages(language: string): { readonly language: string; readonly messages: PolicyMessages } {
  const locale = getMessages(language);
  const own = Object.fromEntries(Object.entries(locale.messages).filter(([key]) => Object.hasOwn(en, key)));
  const tag = listTags(language).find((candidate) => loaded.has(candidate));
  const file = tag ? loaded.get(tag)! : en;
  const isEnglish = /^en\b/.test(language);
  // The site may have brought a language whole. A file that could not be had is English under another tag.
  const isTranslated = isEnglish || file !== en || Object.keys(en).every((key) => Object.hasOwn(own, key));
  return { language: isTranslated ? locale.language : 'en', messages: { ...file, ...own } };
}
