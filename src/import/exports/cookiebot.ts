import type { Source } from '../found.js';
import { collect, type Collection } from './collect.js';
import { rowsOf, type Table } from './columns.js';
import { field, isObject, list, text } from './json.js';
import { assignments, Unknown, type Literal, type Script } from './literals.js';
import { plainName, plainText } from './markup.js';
import { addRow } from './rows.js';
import { pathOf, providerOf, storageOf, widened, yesOrNo } from './values.js';

/** The categories by the ends of the tables' names in `cc.js`. */
const tables: readonly (readonly [table: string, category: string])[] = [
  ['Necessary', 'Necessary'],
  ['Preference', 'Preferences'],
  ['Statistics', 'Statistics'],
  ['Advertising', 'Marketing'],
  ['Unclassified', 'Unclassified'],
];

/** What stands for any characters in Cookiebot's names: `_ga_#`. */
const sign = /#+/g;

/** Whether a CSV file has columns as Cookiebot's reports have them. */
export const isCookiebotTable = ({ kinds, headers }: Table): boolean =>
  kinds.has('name') &&
  kinds.has('provider') &&
  kinds.has('duration') &&
  headers.some((header) => /initiator|first ?(found )?url|tracker|expir/i.test(header));

/** Reads the cookies of a report. */
export function readCookiebotTable(table: Table): Source {
  const collection = collect();
  for (const row of rowsOf(table, collection)) addRow(collection, row, { sign });
  return collection.source();
}

/**
 * Reads the answer of Cookiebot's interface for a domain's cookies.
 * @returns undefined where it is none
 */
export function readCookiebotJson(json: unknown): Source | undefined {
  const cookies = Array.isArray(json) ? (json as readonly unknown[]) : list(json, 'cookies');
  if (
    !cookies.some(
      (cookie) =>
        isObject(cookie) &&
        text(cookie, 'Name') &&
        ['TrackerTypeID', 'ExpireDescription', 'PurposeDescription'].some((key) => key in cookie),
    )
  )
    return undefined;
  const collection = collect();
  cookies.forEach((cookie, index) => readEntry(collection, cookie, `cookies[${index}]`));
  const culture = text(json, 'culture');
  return collection.source({ language: culture && culture !== 'default' ? culture : undefined });
}

function readEntry(collection: Collection, cookie: unknown, at: string): void {
  const { add, remark } = collection;
  const name = text(cookie, 'Name');
  if (!name) return remark('lost', at, 'This entry names no cookie.');
  const category = text(cookie, 'Category');
  const third = yesOrNo(field(cookie, 'ThirdParty'));
  const description = text(cookie, 'PurposeDescription');
  const session = yesOrNo(field(cookie, 'Persistent')) === false;
  add({
    at,
    name: widened(collection, at, name, sign),
    purpose: description && plainText(description),
    duration: text(cookie, 'ExpireDescription') ?? (session ? 'session' : undefined),
    ...providerOf(text(cookie, 'Provider')),
    category: category && (tables[Number(category) - 1]?.[1] ?? category),
    storage: storageOf(text(cookie, 'TrackerTypeAbbr', 'TrackerTypeName')),
    party: third === undefined ? undefined : third ? 'third' : 'first',
    path: pathOf(text(cookie, 'Path')),
    httpOnly: yesOrNo(field(cookie, 'HTTPOnly')),
  });
}

/**
 * Reads the cookie tables of a `cc.js`: `CookieConsentDialog.cookieTableNecessary = [[name, provider, purpose, expiry, type, …]]`.
 * @returns undefined where the script has none
 */
export function readCookiebotScript(script: Script): Source | undefined {
  const collection = collect();
  let found = false;
  for (const [table, category] of tables)
    for (const value of assignments(script, `cookieTable${table}`)) {
      found = true;
      if (!Array.isArray(value))
        collection.remark(
          'lost',
          `cookieTable${table}`,
          'This table is not written out.',
          value instanceof Unknown ? value.written : undefined,
        );
      else
        (value as readonly Literal[]).forEach((row, index) =>
          readTableRow(collection, row, `cookieTable${table}[${index}]`, category),
        );
    }
  return found ? collection.source() : undefined;
}

function readTableRow(collection: Collection, row: Literal, at: string, category: string): void {
  const { add, remark } = collection;
  const cells = Array.isArray(row)
    ? (row as readonly Literal[]).map((cell) => (typeof cell === 'string' ? cell.trim() : ''))
    : [];
  const [name = '', provider, purpose, expiry, type = ''] = cells;
  if (!name)
    return remark(
      'lost',
      at,
      'This row names no cookie.',
      cells.join(' | ') || (row instanceof Unknown ? row.written : undefined),
    );
  add({
    at,
    name: widened(collection, at, plainName(name), sign),
    purpose: purpose ? plainText(purpose) : undefined,
    duration: expiry ? plainText(expiry) : undefined,
    ...providerOf(provider),
    category,
    storage: storageOf(type),
  });
}
