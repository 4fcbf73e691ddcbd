import { fillIn } from './load.js';
import type { Plural } from './types.js';

/** Words a number of things: the form that the language has for this number, with the number as the language writes it. */
export const formatCount = (forms: Plural, number: number, language: string): string =>
  fillIn(forms[new Intl.PluralRules(language).select(number)] ?? forms.other, {
    count: number.toLocaleString(language),
  });
