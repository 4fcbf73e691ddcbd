import { distinct, type Cell, type Grid } from './grid.js';
import type { Field } from './headers.js';
import { isClearlyName, isName, readNames } from './names.js';
import { exactField, fieldOf, hostOf, isDuration, isEmpty, pageLanguage, partyOf, storageOf } from './terms.js';

/** What each column of a table holds, and where that is said. */
export interface Columns {
  readonly fields: readonly (Field | undefined)[];
  /** The row of the headers; -1 where there is none. */
  readonly header: number;
  readonly doubt?: string;
}

type Row = readonly (Cell | undefined)[];

/** What the cells of a row mean as headers; undefined where they are none. */
export function headersIn(row: Row): (Field | undefined)[] | undefined {
  const cells = distinct(row).filter(({ text }) => text);
  if (!cells.length || (cells.length === 1 && row.length > 1)) return undefined;
  if (cells.length === 4 && row.length === 4 && pageLanguage(cells.map(({ text }) => text)))
    return ['name', 'purpose', 'duration', 'provider'];
  const fields = new Map(cells.map((cell) => [cell, fieldOf(cell.text)] as const));
  const found = [...fields.values()].filter(Boolean);
  const marked = cells.every(({ header }) => header);
  const sure = marked || cells.some(({ text }) => exactField(text));
  const enough = new Set(found).size > 1 || (marked && row.length === 1 && found.length === 1);
  return sure && enough && found.length * 2 >= cells.length ? row.map((cell) => cell && fields.get(cell)) : undefined;
}

/** How many rows are looked at to see what a column holds. */
const sample = 200;
const textsOf = (rows: readonly Row[], column: number): string[] =>
  rows
    .slice(0, sample)
    .flatMap((row) => (row[column] && distinct(row).length > 1 ? [row[column].text] : []))
    .filter((text) => !isEmpty(text));
const share = (texts: readonly string[], holds: (text: string) => unknown): number =>
  texts.length ? texts.filter(holds).length / texts.length : 0;
const named = (text: string): boolean => readNames([{ text }]).every(({ name }) => isName(name));

/** Finds out what the columns of a table hold: by their headers, else by what is in them. */
export function columnsOf({ rows, columns }: Grid): Columns | undefined {
  let header = rows.slice(0, 6).findIndex((row) => headersIn(row));
  if (header < 0) return guess(rows, columns);
  let fields: (Field | undefined)[] = Array.from({ length: columns }, (_, column) => headersIn(rows[header]!)![column]);
  const below = rows[header + 1];
  if (
    below &&
    distinct(below).every((cell) => cell.header) &&
    distinct(below).some((cell) => fieldOf(cell.text) && !distinct(rows[header]!).includes(cell)) &&
    distinct(below).length >= columns
  ) {
    fields = fields.map((field, column) => (below[column] && fieldOf(below[column].text)) ?? field);
    header++;
  }
  const body = rows.slice(header + 1);
  const best = (field: Field, score: (text: string) => unknown): void => {
    const places = fields.flatMap((found, column) => (found === field ? [column] : []));
    if (places.length < 2) return;
    const scores = places.map((column) => share(textsOf(body, column), score));
    const chosen = places[scores.indexOf(Math.max(...scores))];
    fields = fields.map((found, column) =>
      found === field && column !== chosen
        ? field === 'name' && !fields.includes('provider')
          ? 'provider'
          : undefined
        : found,
    );
  };
  best('name', named);
  for (const field of new Set(fields))
    if (field && field !== 'name') best(field, field === 'duration' ? isDuration : (text) => text);
  if (fields.includes('name')) return { fields, header };
  const names = fields.findIndex(
    (field, column) =>
      (!field || field === 'type' || field === 'provider') &&
      share(textsOf(body, column), named) > 0.7 &&
      share(textsOf(body, column), isClearlyName) > 0.2,
  );
  if (names < 0) return undefined;
  const said = rows[header]![names]?.text;
  return {
    fields: fields.map((field, column) => (column === names ? 'name' : field)),
    header,
    ...(said && { doubt: `the column ${said} was read as names` }),
  };
}

/** What columns without headers seem to hold. */
function guess(rows: readonly Row[], columns: number): Columns | undefined {
  const fields = Array.from<Field | undefined>({ length: columns });
  const texts = fields.map((_, column) => textsOf(rows, column));
  const take = (field: Field, score: (text: string) => unknown, least: number): void => {
    const scores = texts.map((held, column) => (fields[column] || !held.length ? 0 : share(held, score)));
    const best = Math.max(...scores);
    if (best >= least) fields[scores.indexOf(best)] = field;
  };
  if (columns < 2) return undefined;
  take('duration', isDuration, 0.6);
  take('type', (text) => storageOf(text) ?? partyOf(text), 0.7);
  take('domain', hostOf, 0.7);
  take('purpose', (text) => text.split(/\s+/).length > 3 || /[\p{sc=Han}]{6}/u.test(text), 0.5);
  take('name', (text) => named(text) && isClearlyName(readNames([{ text }])[0]?.name ?? ''), 0.3);
  if (!fields.includes('name')) take('name', named, 0.8);
  if (!fields.includes('name') || !(fields.includes('purpose') || fields.includes('duration'))) return undefined;
  const named_ = texts[fields.indexOf('name')]!;
  if (!fields.includes('duration') && share(named_, isClearlyName) < 0.3) return undefined;
  take('provider', (text) => text.length < 60, 0.7);
  const told = fields.map((field, column) => `${column + 1}: ${field ?? 'not read'}`).join(', ');
  return { fields, header: -1, doubt: `the table has no headers; its columns were read by what they hold (${told})` };
}

/** Whether the first column holds the names of fields, so that each other column is a cookie. */
export function isTransposed({ rows, columns }: Grid): boolean {
  if (columns < 2) return false;
  const fields = rows.map((row) => row[0] && row[0] !== row[1] && exactField(row[0].text));
  return new Set(fields.filter(Boolean)).size > 1 && fields.filter(Boolean).length * 2 >= rows.length;
}
