import { languages } from '../../src/locales/languages.js';

const names = new Intl.DisplayNames('en', { type: 'language' });

/** The languages that the notice speaks, by their tags, with their names in English. */
export const languageNames: Readonly<Record<string, string>> = Object.fromEntries(
  ['en', ...Object.keys(languages)]
    .map((tag) => [tag, names.of(tag)!] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en')),
);
