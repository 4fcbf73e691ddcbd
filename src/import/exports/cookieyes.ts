import type { Source } from '../found.js';
import { collect, type Collection } from './collect.js';
import { rowsOf, type Table } from './columns.js';
import { brief, field, isObject, list, text } from './json.js';
import { assignments, jsonOf, type Script } from './literals.js';
import { plainName, plainText } from './markup.js';
import { addRow } from './rows.js';
import { hostOf, storageOf } from './values.js';

/** Whether a CSV file has columns as CookieYes exports them. */
export const isCookieYesTable = ({ headers }: Table): boolean =>
  headers.some((header) => /^cookie[\s_-]*id$/i.test(header)) && headers.some((header) => /^duration$/i.test(header));

/** Reads the CSV that CookieYes exports. */
export function readCookieYesTable(table: Table): Source {
  const collection = collect();
  for (const row of rowsOf(table, collection)) addRow(collection, row);
  return collection.source();
}

const idOf = (cookie: unknown): string | undefined => text(cookie, 'cookie_id', 'cookieID', 'cookie_name');

/** The categories, each with its cookies; one without a name where the file is a list of nothing but cookies. */
function categoriesOf(json: unknown): readonly (readonly [at: string, category: unknown])[] {
  const lists = [
    ['', json] as const,
    ...['categories', '_categories', 'data', 'cookies'].map((key) => [key, field(json, key)] as const),
  ];
  for (const [key, entries] of lists) {
    if (!Array.isArray(entries)) continue;
    const categories = entries as readonly unknown[];
    if (categories.some((category) => list(category, 'cookies').some(idOf)))
      return categories.map((category, index) => [`${key}[${index}].cookies`, category]);
    if (categories.some(idOf)) return [[key || 'cookies', { cookies: categories }]];
  }
  return [];
}

/**
 * Reads JSON as CookieYes gives it: a list of cookies, or of categories with theirs.
 * @returns undefined where it is none
 */
export function readCookieYesJson(json: unknown): Source | undefined {
  const categories = categoriesOf(json);
  if (!categories.length) return undefined;
  const collection = collect();
  const languages = new Set<string>();
  for (const [at, category] of categories) {
    const cookies = list(category, 'cookies');
    if (!cookies.length)
      collection.remark(
        'note',
        at,
        'This category has no cookies.',
        localised(category, languages, 'name', 'title', 'slug'),
      );
    const about = {
      category: localised(category, languages, 'name', 'title') ?? text(category, 'slug'),
      categoryText: localised(category, languages, 'description'),
    };
    cookies.forEach((cookie, index) => readEntry(collection, cookie, `${at}[${index}]`, about, languages));
  }
  const [language, ...others] = languages;
  if (others.length)
    collection.remark(
      'note',
      'categories',
      `Its texts are in ${languages.size} languages; those in ${language} were taken.`,
    );
  return collection.source({ language });
}

/** A text, or the first of several by language. */
function localised(object: unknown, languages: Set<string>, ...keys: readonly string[]): string | undefined {
  const value = field(object, ...keys);
  if (!isObject(value)) return text(object, ...keys);
  for (const language of Object.keys(value)) if (/^[a-z]{2,3}(-\w+)*$/i.test(language)) languages.add(language);
  return text(value, ...languages);
}

function readEntry(
  { add, remark }: Collection,
  cookie: unknown,
  at: string,
  about: { readonly category: string | undefined; readonly categoryText: string | undefined },
  languages: Set<string>,
): void {
  const name = idOf(cookie);
  if (!name) return remark('lost', at, 'This entry names no cookie.', brief(cookie));
  const written = text(cookie, 'domain');
  const domain = hostOf(written);
  if (written && !domain) remark('lost', at, `The domain of ${name} is no host, and is left out.`, written);
  const purpose = localised(cookie, languages, 'description');
  const duration = localised(cookie, languages, 'duration');
  const category = localised(cookie, languages, 'category') ?? about.category;
  add({
    at,
    name: plainName(name),
    purpose: purpose && plainText(purpose),
    duration: duration && plainText(duration),
    category: category && plainText(category),
    categoryText: about.categoryText && plainText(about.categoryText),
    storage: storageOf(text(cookie, 'type')),
    domain,
  });
}

/** Reads the settings that CookieYes's own script holds: `_ckyConfig = { _categories: [{ slug, cookies: [{ cookieID, … }] }] }`. */
export function readCookieYesScript(script: Script): Source | undefined {
  for (const name of ['_ckyConfig', '_ckyStore'])
    for (const value of assignments(script, name)) {
      const source = readCookieYesJson(jsonOf(value));
      if (source) return source;
    }
  return undefined;
}
