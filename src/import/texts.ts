import en from '../locales/messages/en.js';
import enDetails from '../locales/messages/en-details.js';
import { languages } from '../locales/languages.js';
import type { Messages } from '../locales/types.js';

/** The library's texts in every language, by tag: what its own policy page says must be readable, whatever language that is in. */
export const texts = new Map<string, Messages>([['en', { ...en, ...enDetails }]]);
for (const [tag, load] of Object.entries(languages)) if (load) texts.set(tag, (await load()).default);

/** Letters that Unicode does not divide into one of ASCII and a mark. */
const letters: { readonly [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/**
 * A text as it is compared: in lower case, without the marks of Latin and Greek letters, invisible characters and repeated spaces, so
 * that `AÑO`, `ano` and `año` are one.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþıħ]/g, (letter) => letters[letter]!)
    .replace(/\s+/g, ' ')
    .trim();

/** What one text is called in all languages, folded. */
export function inAll(key: 'essentialTitle' | 'ownTitle' | 'essentialText'): ReadonlySet<string> {
  const known = all.get(key) ?? new Set([...texts.values()].map((words) => fold(words[key])));
  all.set(key, known);
  return known;
}
const all = new Map<string, ReadonlySet<string>>();
