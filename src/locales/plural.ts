import { isPlainEnglish } from '../manifest/plain-english.js';
import { fillIn } from './load.js';
import type { Plural } from './types.js';

/** Writes a number as a language does. */
export const formatNumber = (number: number, language: string): string =>
  isPlainEnglish(language, number) ? String(number) : number.toLocaleString(language);

/** Finds a number's plural category (CLDR): English has one for 1, and one for all others. */
function findCategory(number: number, language: string): Intl.LDMLPluralRule {
  if (isPlainEnglish(language, number)) return number === 1 ? 'one' : 'other';
  return new Intl.PluralRules(language).select(number);
}

/**
 * Words a number of things: the form that the language has for this number, with the number as the language writes it.
 * @param language - BCP 47 tag of the language that the forms are in
 */
export const formatCount = (forms: Plural, number: number, language: string): string =>
  fillIn(forms[findCategory(number, language)] ?? forms.other, { count: formatNumber(number, language) });
