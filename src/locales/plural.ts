import { fillIn } from './load.js';
import type { Plural } from './types.js';

/**
 * Words a number of things: the form that the language has for this number, with the number as the language writes it.
 * @param language - BCP 47 tag of the language that the forms are in
 */
export function formatCount(forms: Plural, number: number, language: string): string {
  const category = new Intl.PluralRules(language).select(number);
  return fillIn(forms[category] ?? forms.other, { count: number.toLocaleString(language) });
}
