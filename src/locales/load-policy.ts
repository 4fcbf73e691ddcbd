import { getMessages } from './load.js';
import { listFallbacks } from '../manifest/localize.js';
import { warn } from '../manifest/warn.js';
import en, { type PolicyMessages } from './policy/en.js';

/** The languages whose sentences there are beside English, each a file that is loaded when it is asked for. */
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

const arrived = new Map<string, PolicyMessages>([['en', en]]);

/** Where a language has no sentences of its own. Traditional Chinese is not simplified Chinese, so it falls back to English. */
const tagsOf = (language: string) =>
  listFallbacks(language).filter((tag, _, tags) => tag !== 'zh' || !tags.includes('zh-hant'));

/** Keeps the sentences of a language. */
export const addPolicyMessages = (tag: string, sentences: PolicyMessages): void => void arrived.set(tag, sentences);

/** Loads the sentences for a language, once. Never rejects: where they cannot be had, English stays, with a warning. */
export async function loadPolicyMessages(language: string): Promise<void> {
  const tag = tagsOf(language).find((tag) => policyLanguages[tag]);
  if (!tag || arrived.has(tag)) return;
  try {
    addPolicyMessages(tag, (await policyLanguages[tag]!()).default);
  } catch (reason) {
    addPolicyMessages(tag, en);
    warn(`no policy page for ${tag}`, reason);
  }
}

/** The sentences for a language that are here now, with the site's own among them, and the language that they are in. */
export function getPolicyMessages(language: string): { readonly language: string; readonly messages: PolicyMessages } {
  const { messages, language: locale } = getMessages(language);
  const own = Object.fromEntries(Object.entries(messages).filter(([key]) => Object.hasOwn(en, key)));
  const found = tagsOf(language)
    .map((tag) => arrived.get(tag))
    .find(Boolean);
  const translated =
    (found && (found !== en || /^en\b/.test(language))) || Object.keys(en).every((key) => Object.hasOwn(own, key));
  return { language: translated ? locale : 'en', messages: { ...(found ?? en), ...own } };
}
