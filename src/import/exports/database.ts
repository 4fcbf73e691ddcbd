import type { Source } from '../found.js';
import { collect } from './collect.js';
import { readTable, rowsOf, type Table } from './columns.js';
import { hostOf, partyOf } from './values.js';

/** A row of an Open Cookie Database file. */
export interface DatabaseEntry {
  /** The name, or with `wildcard` its beginning. */
  readonly name: string;
  readonly wildcard: boolean;
  readonly purpose: string;
  readonly category: string;
  /** How long it is kept, as written. */
  readonly retention: string;
  /** Who stores it: the data controller, else the platform. */
  readonly provider: string;
  /** Whose domain, in words: `example.com (3rd party) or advertiser's website domain (1st party)`. */
  readonly domain: string;
  /** Where it stands: `line 14`. */
  readonly at: string;
}

const own = [
  'id',
  'platform',
  'cookie / data key name',
  'retention period',
  'data controller',
  'user privacy & gdpr rights portals',
  'wildcard match',
  'category',
  'description',
  'domain',
];

/** Whether a CSV file has the columns of the Open Cookie Database. */
export const isDatabaseTable = ({ headers }: Table): boolean =>
  ['cookie / data key name', 'wildcard match'].every((wanted) =>
    headers.some((header) => header.toLowerCase() === wanted),
  );

interface Rows {
  readonly entries: readonly DatabaseEntry[];
  readonly urls: ReadonlyMap<DatabaseEntry, string>;
  readonly collection: ReturnType<typeof collect>;
}

function entriesOf(table: Table): Rows {
  const collection = collect();
  const entries: DatabaseEntry[] = [];
  const urls = new Map<DatabaseEntry, string>();
  for (const { at, named } of rowsOf(table, collection, own)) {
    const cell = (header: string) =>
      (named.get(header) ?? '')
        .replace(/^#N\/A$/, '')
        .replace(/\s+/g, ' ')
        .trim();
    // The same cookie set for several domains is noted as `name [x4]`.
    const name = cell('cookie / data key name').replace(/\s*\[x\d+\]$/, '');
    if (!name || name === '*') {
      collection.remark('lost', at, 'This row names no cookie.', [...named.values()].join(' | '));
      continue;
    }
    const entry = {
      name: name.replace(/\*$/, ''),
      wildcard: cell('wildcard match') === '1' || name.endsWith('*'),
      purpose: cell('description'),
      category: cell('category'),
      retention: cell('retention period'),
      provider: cell('data controller') || cell('platform'),
      domain: cell('domain'),
      at,
    };
    entries.push(entry);
    const url = cell('user privacy & gdpr rights portals');
    if (/^https?:\/\/\S+$/i.test(url)) urls.set(entry, url);
  }
  return { entries, urls, collection };
}

/**
 * Reads an Open Cookie Database file.
 * @throws {Error} where its columns are not the database's
 */
export function readDatabase(csv: string): readonly DatabaseEntry[] {
  const table = readTable(csv);
  if (!table || !isDatabaseTable(table))
    throw new Error(
      'This is no file of the Open Cookie Database: it has no columns "Cookie / Data Key name" and "Wildcard match".',
    );
  return entriesOf(table).entries;
}

/** The entry of a name: the exact one, else the wildcard with the longest beginning of it. */
export function lookUp(entries: readonly DatabaseEntry[], name: string): DatabaseEntry | undefined {
  let best: DatabaseEntry | undefined;
  for (const entry of entries) {
    if (entry.name === name && !entry.wildcard) return entry;
    if (entry.wildcard && name.startsWith(entry.name) && entry.name.length > (best?.name.length ?? 0)) best = entry;
  }
  return best;
}

/** All of the database as a source. */
export function readDatabaseTable(table: Table): Source {
  const { entries, urls, collection } = entriesOf(table);
  for (const entry of entries) {
    const { at, name, wildcard, purpose, category, retention, provider, domain } = entry;
    // Its domains are sentences; a host is taken where there is one alone.
    const [host, ...others] = domain.slice(0, 500).match(/[a-z\d-]+(\.[a-z\d-]+)+/gi) ?? [];
    const party = partyOf(domain);
    collection.add({
      at,
      name: wildcard ? `${name}*` : name,
      purpose: purpose || undefined,
      duration: retention || undefined,
      provider: provider || undefined,
      providerUrl: urls.get(entry),
      category: category || undefined,
      party,
      domain: others.length || party === 'first' || /\bor\b/i.test(domain) ? undefined : hostOf(host),
    });
    if (domain && /\bor\b/i.test(domain))
      collection.remark('doubt', at, `${name} may be of the site itself or of another.`, domain);
  }
  return collection.source();
}
