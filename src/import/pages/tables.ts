import type { Findings, Place } from './collect.js';
import { columnsOf, headersIn, isTransposed, type Columns } from './columns.js';
import { distinct, type Cell, type Grid } from './grid.js';
import type { Field } from './headers.js';
import { isClearlyName } from './names.js';
import { isEmpty, exactField, isCategory, isEssentialText, isOwnCookie, pageLanguage } from './terms.js';

/** What stands around a table. */
export interface Context {
  /** `table 2` */
  readonly at: string;
  readonly category?: string | undefined;
  readonly categoryText?: string | undefined;
  readonly provider?: string | undefined;
  /** The bold line right before it, and the paragraph before that or before the table. */
  readonly title?: string | undefined;
  readonly about?: string | undefined;
  /** Whether it holds other tables or lists, and so may be there for the layout alone. */
  readonly layout?: boolean;
}

type Row = readonly (Cell | undefined)[];
const written = (row: Row): string =>
  distinct(row)
    .map(({ text }) => text)
    .join(' | ')
    .slice(0, 500);
const general =
  /^(?:(?:the |our |all )?cookies?(?: (?:list|table|overview|details|declaration|policy))?|.*\b(?:we use|used|list|table|overview|summary|liste|übersicht|tabelle|tableau|lista|tabla|tabella|overzicht|wykaz|tabela)\b.*)$/iu;

/** Whether a caption says no more than that cookies follow. */
const isGeneral = (caption: string): boolean => !isCategory(caption) && (caption.length > 80 || general.test(caption));

/** Reads the cookies of a table. Answers whether it was one of cookies. */
export function readTable(grid: Grid, context: Context, findings: Findings): boolean {
  const { at } = context;
  if (grid.cut) findings.remark('lost', at, grid.cut);
  if (readOwn(grid, { ...context, title: grid.caption ?? context.title }, findings)) return true;
  const caption = grid.caption ?? (grid.label && isCategory(grid.label) ? grid.label : undefined);
  const fromCaption = caption !== undefined && !isGeneral(caption);
  const place = {
    category: fromCaption ? caption : context.category,
    categoryText: fromCaption ? undefined : context.categoryText,
    provider: context.provider,
  };
  if (isTransposed(grid)) {
    readTransposed(grid, { ...place, at }, findings);
    return true;
  }
  const columns = columnsOf(grid);
  if (!columns) {
    const first = grid.rows.find((row) => distinct(row).some(({ text }) => text));
    const suspect = grid.rows.slice(0, 200).some((row) => distinct(row).some(({ text }) => isClearlyName(text)));
    if (first && !context.layout)
      findings.remark(
        suspect ? 'lost' : 'note',
        at,
        'it does not look like a list of cookies, and was not read',
        written(first),
      );
    return false;
  }
  if (columns.header >= 0) findings.headers.push(...distinct(grid.rows[columns.header]!).map(({ text }) => text));
  const named = columns.fields.includes('provider') || columns.fields.includes('domain');
  if (named) place.provider = undefined;
  return readRows(grid, columns, { ...place, at }, findings);
}

/** Reads a table that the library wrote: four columns headed in the words of one of its languages, every name as code. Answers whether it is one. */
function readOwn({ rows, columns }: Grid, { at, category, title, about }: Context, findings: Findings): boolean {
  const [header = [], ...body] = rows;
  const language = columns === 4 ? pageLanguage(header.map((cell) => cell?.text ?? '')) : undefined;
  if (language === undefined || !body.length || !body.every(([name]) => name?.pieces.some(({ code }) => code)))
    return false;
  findings.own = true;
  findings.language ??= language;
  const [, purpose, , provider] = body[0]!;
  if (purpose && isOwnCookie(title, purpose.text)) {
    if (provider && !isEmpty(provider.text)) findings.site ??= provider.text;
    findings.remark(
      'note',
      at,
      'the library’s own cookie was left out, as every page lists it by itself',
      written(body[0]!),
    );
    return true;
  }
  const said = about !== undefined && !isEssentialText(about) ? about : undefined;
  body.forEach(([name, purpose, duration, provider], index) => {
    const cells = {
      name: name!.pieces,
      purpose: purpose?.pieces ?? [],
      duration: duration?.pieces ?? [],
      provider: provider?.pieces ?? [],
    };
    findings.add(cells, {
      at: `${at}, row ${index + 2}`,
      category: title ?? category,
      categoryText: title === undefined ? undefined : said,
      exact: true,
    });
  });
  return true;
}

/** Reads the rows below the headers, each of them a cookie, a category, or nothing that could be read. */
function readRows({ rows, columns: width }: Grid, columns: Columns, around: Place, findings: Findings): boolean {
  const header = rows[columns.header];
  let { fields } = columns;
  let { category, categoryText, provider } = around;
  if (columns.doubt) findings.remark('doubt', around.at, columns.doubt, written(rows[Math.max(columns.header, 0)]!));
  const unread = header
    ? distinct(header.filter((cell, column) => cell?.text && !fields[column])).filter(
        (cell) => !header.some((other, column) => other === cell && fields[column]),
      )
    : [];
  if (unread.length)
    findings.remark(
      'note',
      around.at,
      'these columns are nothing that a manifest has, or are there twice, and were left out',
      unread.map(({ text }) => text).join(' | '),
    );
  for (const field of ['purpose', 'duration'] as const)
    if (!fields.includes(field)) findings.remark('lost', around.at, `it has no column that gives the ${field}`);

  let name: Cell | undefined;
  for (const [index, row] of rows.entries()) {
    const at = `${around.at}, row ${index + 1}`;
    const cells = distinct(row);
    const said = cells.filter(({ text }) => text);
    if (
      index === columns.header ||
      !said.length ||
      (header && distinct(header).length && cells.every((cell) => distinct(header).includes(cell)))
    )
      continue;
    const [only] = said;
    const coded = only?.pieces.some(({ code }) => code);
    if (
      only &&
      said.length === 1 &&
      width > 1 &&
      !(only === row[fields.indexOf('name')] && only.width === 1 && (coded || isClearlyName(only.text)))
    ) {
      if (isCategory(only.text)) [category, categoryText, provider] = [only.text, undefined, around.provider];
      else if (
        only.width >= width &&
        only.text.length < 50 &&
        index > columns.header &&
        !fields.includes('provider') &&
        !fields.includes('domain')
      )
        provider = only.text;
      else
        findings.remark(
          index < columns.header ? 'note' : 'lost',
          at,
          'the row is a text over all columns, and no cookie',
          only.text.slice(0, 500),
        );
      continue;
    }
    if (index < columns.header) {
      findings.remark('note', at, 'the row stands before the headers, and was not read', written(row));
      continue;
    }
    const repeated = header && said.every((cell) => header.some((other) => other?.text === cell.text));
    const other = said.every((cell) => cell.header) ? headersIn(row) : undefined;
    if (repeated || other) {
      if (!repeated && other!.includes('name')) fields = Array.from({ length: width }, (_, column) => other![column]);
      continue;
    }
    const cell = row[fields.indexOf('name')];
    if (cell && cell === name) {
      findings.remark('lost', at, `${cell.text}: the row is a second one of the same cookie`, written(row));
      continue;
    }
    name = cell;
    const given: { [Name in Field]?: Cell['pieces'] } = {};
    fields.forEach((field, column) => {
      if (field && row[column] && !(field !== 'name' && row[column] === cell)) given[field] ??= row[column].pieces;
      else if (field && field !== 'name' && !row[column]) given[field] ??= [];
    });
    findings.add(given, { ...around, at, category, categoryText, provider });
  }
  return true;
}

/** Reads a table whose rows are fields: each column is a cookie, and each further name begins another. */
function readTransposed({ rows, columns }: Grid, around: Place, findings: Findings): void {
  const title = rows[0]?.[0] && rows[0][0] === rows[0][1] ? rows[0][0].text : undefined;
  for (let column = 1; column < columns; column++) {
    let given: { [Name in Field]?: Cell['pieces'] } = {};
    let begun = 0;
    const finish = (): void => {
      if (!Object.keys(given).length) return;
      if (!given.name && title && columns === 2) given.name = [{ text: title }];
      findings.add(given, {
        ...around,
        at: `${around.at}, ${columns > 2 ? `column ${column + 1}` : `row ${begun + 1}`}`,
      });
      given = {};
    };
    for (const [index, row] of rows.entries()) {
      const [label, value] = [row[0], row[column]];
      if (!label || !value || label === value) {
        const text = (label ?? value)?.text ?? '';
        if (text && text !== title && column === 1)
          findings.remark(
            'lost',
            `${around.at}, row ${index + 1}`,
            'the row is no field of a cookie',
            text.slice(0, 500),
          );
        continue;
      }
      const field = exactField(label.text);
      if (field === 'name' && given.name && Object.keys(given).length > 1) finish();
      if (!Object.keys(given).length) begun = index;
      if (!field || given[field])
        findings.remark(
          'note',
          `${around.at}, row ${index + 1}`,
          'this is nothing that a manifest has, or is there twice, and was left out',
          `${label.text}: ${value.text}`.slice(0, 500),
        );
      else given[field] = value.pieces;
    }
    finish();
  }
}
