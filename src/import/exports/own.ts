import { cookieRule } from '../../manifest/fields.js';
import type { Source } from '../found.js';
import { collect } from './collect.js';
import { rowsOf, type Table } from './columns.js';
import { unguard } from './formulas.js';
import { hostOf, pathOf, yesOrNo } from './values.js';

const { storage: storages, party: parties, exemption: exemptions } = cookieRule.fields;

/** The columns of `cookie-manifest export --to csv`, in its order. */
export const ownColumns = [
  'name',
  'purpose',
  'duration',
  'provider',
  'provider url',
  'category',
  'party',
  'storage',
  'domain',
  'path',
  'httpOnly',
  'exemption',
] as const;

/** Whether a CSV file is one of ours: some of its columns may have been taken out, but these no other list has. */
export const isOwnTable = ({ headers }: Table): boolean =>
  ['name', 'provider url', 'storage', 'exemption'].every((wanted) =>
    headers.some((header) => header.toLowerCase() === wanted),
  );

/** Reads what `cookie-manifest export --to csv` wrote, in its own words. */
export function readOwnTable(table: Table): Source {
  const collection = collect();
  const { add, remark } = collection;
  const known = ownColumns.map((column) => column.toLowerCase());
  for (const { at, named } of rowsOf(table, collection, known)) {
    const cell = (column: (typeof ownColumns)[number]) => unguard(named.get(column.toLowerCase()) ?? '') || undefined;
    /** A cell that must be readable; what it holds else is reported. */
    const understood = <T>(
      column: (typeof ownColumns)[number],
      read: (text: string) => T | undefined,
    ): T | undefined => {
      const text = cell(column);
      const value = text === undefined ? undefined : read(text);
      if (text !== undefined && value === undefined)
        remark('lost', at, `The ${column} cannot be read, and is left out.`, text);
      return value;
    };
    const oneOf = <const T extends string>(column: (typeof ownColumns)[number], words: readonly T[]) =>
      understood(column, (text) => words.find((word) => word === text));
    const name = cell('name');
    if (!name) {
      remark('lost', at, 'This row names no cookie.', [...named.values()].join(' | '));
      continue;
    }
    add({
      ...{ at, name },
      purpose: cell('purpose'),
      duration: cell('duration'),
      provider: cell('provider'),
      providerUrl: cell('provider url'),
      category: cell('category'),
      storage: oneOf('storage', storages),
      party: oneOf('party', parties),
      domain: understood('domain', hostOf),
      path: cell('path') === '/' ? undefined : understood('path', pathOf),
      httpOnly: understood('httpOnly', yesOrNo),
      exemption: oneOf('exemption', exemptions),
    });
  }
  return collection.source();
}
