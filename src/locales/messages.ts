import { fallbacks } from '../manifest/localise.js';
import en from './en.js';
import type { Messages } from './types.js';
import { warn } from '../manifest/warn.js';

/** English has its details' texts with the details. */
type Words = typeof en & Partial<Messages>;

const languages: { readonly [tag: string]: () => Promise<{ readonly default: Messages }> } = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
};

/** How long a language file may keep the notice waiting, in milliseconds; English stands in after that. */
const patience = 3_000;

const loaded = new Map<string, Words | undefined>([['en', en]]);

/** The texts for a language that are here now, and the language that they are in; a region keeps its own numbers (de-CH). */
export function messages(language: string): { readonly language: string; readonly words: Words } {
  const words = fallbacks(language)
    .map((tag) => loaded.get(tag))
    .find(Boolean);
  return words ? { language, words } : { language: 'en', words: en };
}

/** Loads the texts for a language, once. Never rejects: where they cannot be had, English stays, with a warning. */
export async function loadMessages(language: string): Promise<unknown> {
  const tag = fallbacks(language).find((tag) => languages[tag]);
  if (!tag || loaded.has(tag)) return;
  const arriving = languages[tag]!().then(
    (module) => loaded.set(tag, module.default),
    (reason: unknown) => {
      loaded.set(tag, undefined);
      warn(`no texts for ${tag}`, reason);
    },
  );
  return Promise.race([arriving, new Promise((resolve) => setTimeout(resolve, patience))]);
}

/** Fills in a text: `{site}` becomes the value of `site`. */
export const fill = (text: string, values: { readonly [key: string]: string | number }): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
