import { fallbacks } from '../manifest/localise.js';
import en from './en.js';
import type { Messages } from './types.js';

const languages: { readonly [tag: string]: () => Promise<{ default: Messages }> } = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
};

/** How long a language file may keep a text waiting, in milliseconds; English stands in after that. */
const patience = 3_000;

/** What has been loaded; English has its details' texts with the details. */
type Loaded = typeof en & Partial<Messages>;
const loaded = new Map<string, Loaded | null>([['en', en]]);

const known = (language: string) => fallbacks(language).find((tag) => loaded.get(tag) || Object.hasOwn(languages, tag));

/** The texts for a language that are here now, and the language that they are in. */
export function messages(language: string): { readonly language: string; readonly words: Loaded } {
  const tag = known(language) ?? 'en';
  const words = loaded.get(tag);
  // A region keeps its own numbers (de-CH) with its language's texts; where those are not here, all of it is English.
  return words && fallbacks(language).includes(tag) ? { language, words } : { language: 'en', words: en };
}

/**
 * Loads the texts for a language, once. Never rejects: where they cannot be had, English stays, with a warning.
 * @returns when they are here, or will not be soon
 */
export async function loadMessages(language: string): Promise<void> {
  const tag = known(language);
  if (!tag || loaded.has(tag)) return;
  const arriving = languages[tag]!().then(
    (module) => void loaded.set(tag, module.default),
    (error: unknown) => {
      loaded.set(tag, null);
      console.warn(`cookie-manifest: no texts for "${tag}", so they stay English.`, error);
    },
  );
  await Promise.race([arriving, new Promise((resolve) => setTimeout(resolve, patience))]);
}

/** Fills in a text: `{site}` becomes the value of `site`. */
export const fill = (text: string, values: { readonly [key: string]: string | number }): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
