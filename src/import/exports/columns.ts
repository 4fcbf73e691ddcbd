import { parseCsv } from '../libraries.js';
import { amountOf } from './amounts.js';
import { shorten, type Collection } from './collect.js';

/** What a column of a cookie list may hold. */
export const columnKinds = [
  'name',
  'purpose',
  'duration',
  'session',
  'provider',
  'category',
  'domain',
  'path',
  'httpOnly',
  'third',
  'type',
  'regex',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/**
 * What headers say, in letters and digits alone and in small ones: the names of the exports' columns, and the words of policies in
 * English, German, French, Spanish, Italian, Dutch, Polish, Portuguese and Chinese.
 */
const words: { readonly [Kind in ColumnKind]: RegExp } = {
  name: /^(cookie|key|tracker)?names?$|^cookies?$|^cookie(id|key)$|^cookiedatakeyname$|^(cookie)?(naam|nome|nombre|nom|nazwa|名称)((du|del|do)?cookie)?$/,
  purpose:
    /^(cookies?)?(purpose|desc|description|function|usage|details?)(description)?(s)?$|^(zweck|beschreibung|funktion|finalite|objectif|but|proposito|finalidad|finalidade|descripcion|descricao|descrizione|finalita|scopo|doel|beschrijving|functie|cel|opis|目的|用途|描述|说明)$/,
  duration:
    /^(cookies?)?(duration|lifespan|lifetime|life|expir(y|es|ation|e)(date|time|description|after)?|exp|retention(period|time)?|length|storageperiod|(max|maximum)?storageduration|maxage|validity)(in)?(days|seconds)?$|^(dauer|laufzeit|speicherdauer|ablauf|gultigkeit|duree|expiration|dureedeconservation|duracion|caducidad|vencimiento|durata|scadenza|duur|bewaartermijn|vervaldatum|looptijd|czastrwania|okresprzechowywania|wygasniecie|duracao|validade|prazo|期限|有效期|持续时间|到期)$/,
  session: /^(is)?session(cookie)?$/,
  provider:
    /^(cookies?)?(provider|vendor|company|owner|setby|service|datacontroller|controller|publisher|partner)(name)?$|^(anbieter|fournisseur|emetteur|proveedor|fornitore|aanbieder|dostawca|fornecedor|提供商|提供者|来源)$/,
  category:
    /^(cookies?)?(category|categories|group(name)?|classification|consentcategory|categoryname)$|^(kategorie|categorie|categoria|kategoria|类别|分类)$/,
  domain: /^(cookies?)?(domain|host)(name|domain|s)?$|^(domaine|dominio|domein|domane|domena|域|域名)$/,
  path: /^(cookies?)?path$/,
  httpOnly: /^(is)?httponly$/,
  third: /^(is)?(third|3rd)party(cookie)?$/,
  type: /^(cookies?|tracker)?type(name)?$|^party$|^first(or)?thirdparty$|^trackertype(abbr|name)$|^(typ|tipo|art|类型)$/,
  regex: /^isregex$/,
};

const bare = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** What a column holds, by its header or key; undefined where nobody knows. */
export const columnKind = (header: string): ColumnKind | undefined => {
  const word = bare(header);
  return columnKinds.find((kind) => words[kind].test(word));
};

/** A row of a list: its place, and the cells by what they hold. */
export interface Row {
  readonly at: string;
  readonly cells: { readonly [Kind in ColumnKind]?: string };
  /** The cells by their headers, for columns that one export alone has. */
  readonly named: ReadonlyMap<string, string>;
}

/** A CSV file with a header. */
export interface Table {
  readonly headers: readonly string[];
  readonly kinds: ReadonlySet<ColumnKind>;
  readonly records: readonly Record[];
  /** What kept the parser from reading on. */
  readonly broken?: string;
}

interface Record {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows that are read; lists of cookies have some hundreds, the largest database some thousands. */
const limit = 50_000;

/**
 * Reads CSV, whatever it separates cells with.
 * @returns undefined where no row is a header that names cookies
 */
export function readTable(text: string): Table | undefined {
  const first = /^\uFEFF?(?:sep=.\r?\n|\s*\n)*(.*)/i.exec(text)?.[1] ?? '';
  const delimiter = [',', ';', '\t', '|']
    .map((sign) => [sign, first.split(sign).length] as const)
    .sort((a, b) => b[1] - a[1])[0]!;
  // A look at the first line is cheap; all the rest is read only where it names the columns.
  if (delimiter[1] < 2 || !first.split(delimiter[0]).some((cell) => columnKind(cell) === 'name')) return undefined;
  const records: Record[] = [];
  let broken: string | undefined;
  try {
    parseCsv(text, {
      ...{
        bom: true,
        delimiter: delimiter[0],
        relax_column_count: true,
        relax_quotes: true,
        trim: true,
        skip_empty_lines: true,
        to: limit + 1,
      },
      on_record: (record: unknown, { lines }: { readonly lines: number }) => {
        const cells = record as readonly string[];
        records.push({ line: lines - cells.join('').split('\n').length + 1, cells: cells.map((cell) => cell.trim()) });
        return null;
      },
    });
    if (records.length > limit) broken = `it has more than ${limit.toLocaleString('en')} rows`;
  } catch (error) {
    broken = error instanceof Error ? error.message : String(error);
  }
  const start = records.findIndex(({ cells }) => cells.some((cell) => columnKind(cell) === 'name'));
  const headers = records[start]?.cells;
  if (!headers) return undefined;
  const kinds = new Set(headers.flatMap((header) => columnKind(header) ?? []));
  return { headers, kinds, records: records.slice(start + 1, limit), ...(broken && { broken }) };
}

/** A bare number with the unit that its column's header tells. */
function withUnit(cell: string, header: string): string {
  const length = /days/i.test(header) ? 86_400 : /seconds|max-?age/i.test(header) ? 1 : 0;
  return (length && /^\d+$/.test(cell) && amountOf(Number(cell) * length)) || cell;
}

/** The rows of a table. What holds nothing is left out; what is not read is remarked upon. */
export function rowsOf(
  { headers, records, broken }: Table,
  { remark }: Collection,
  read: readonly string[] = [],
): readonly Row[] {
  const kinds = headers.map(columnKind);
  const unread = headers.filter((header, index) => header && !kinds[index] && !read.includes(header.toLowerCase()));
  if (unread.length)
    remark('note', 'line 1', `Columns that are not read: ${unread.map((header) => shorten(header, 40)).join(', ')}.`);
  if (broken)
    remark('lost', `line ${(records.at(-1)?.line ?? 1) + 1}`, `The file cannot be read from here on: ${broken}`);
  return records.flatMap(({ line, cells }) => {
    if (!cells.some(Boolean)) return [];
    const row: { [Kind in ColumnKind]?: string } = {};
    kinds.forEach((kind, index) => {
      const cell = cells[index];
      if (!kind || !cell || cell === row[kind]) return;
      if (row[kind])
        return remark(
          'lost',
          `line ${line}`,
          `The ${kind} is told twice; ${shorten(headers[index]!, 40)} is not read.`,
          cell,
        );
      row[kind] = kind === 'duration' ? withUnit(cell, headers[index]!) : cell;
    });
    return [
      {
        at: `line ${line}`,
        cells: row,
        named: new Map(headers.map((header, index) => [header.toLowerCase(), cells[index] ?? ''])),
      },
    ];
  });
}
