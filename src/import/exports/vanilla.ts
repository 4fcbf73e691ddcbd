import type { Source } from '../found.js';
import { collect, type Collection } from './collect.js';
import { columnKind, type ColumnKind } from './columns.js';
import { Pattern, Unknown, type Literal, type LiteralMap } from './literals.js';
import { addRow } from './rows.js';
import { at, choose, isList, isMap, listAt, namesOf, noteOwn, textAt, written, type Named } from './settings.js';
import { patternIn } from './wildcards.js';

/** What a category of the settings is in a source: its id, and that it is needed where nobody can refuse it. */
function categoryOf({ remark }: Collection, place: string, id: string, readOnly: boolean): string {
  if (!readOnly || /necessary|essential|required/i.test(id)) return id;
  remark('doubt', place, `Nobody can refuse the category ${id}, so it was read as necessary.`, id);
  return 'necessary';
}

/** A cookie table's name may be a regular expression without its slashes: `^_ga`. */
const patternOfName = (text: string): Pattern | undefined =>
  patternIn(text) ?? (text.startsWith('^') || /[^\\]\$$/.test(text) ? new Pattern(text, '') : undefined);

/** What the rows of one table have in common. */
interface Context {
  readonly collection: Collection;
  /** What the columns hold, by the keys of the cells. */
  readonly kinds: ReadonlyMap<string, ColumnKind>;
  readonly about: { readonly category?: string; readonly categoryText?: string };
  /** The names that were found, for what is cleared but in no table. */
  readonly found: Set<string>;
}

/** Which columns hold what: by the headers that visitors see, else by their keys. */
function kindsOf(
  collection: Collection,
  place: string,
  headers: LiteralMap,
  rows: readonly Literal[],
): Map<string, ColumnKind> {
  const keys = new Set([
    ...headers.keys(),
    ...rows.slice(0, 1000).flatMap((row) => (isMap(row) ? [...row.keys()] : [])),
  ]);
  const kinds = new Map<string, ColumnKind>();
  for (const key of keys) {
    const kind = columnKind(textAt(headers, key) ?? '') ?? columnKind(key);
    if (kind && ![...kinds.values()].includes(kind)) kinds.set(key, kind);
    else if (kind)
      collection.remark('lost', place, `There are two columns for the ${kind}; the second is not read.`, key);
    else
      collection.remark(
        'lost',
        place,
        `It is not known what the column "${textAt(headers, key) ?? key}" holds; it is not read.`,
        key,
      );
  }
  // Where no header tells, the name comes first.
  const first = [...keys].find((key) => !kinds.has(key));
  if (first && ![...kinds.values()].includes('name')) kinds.set(first, 'name');
  return kinds;
}

function readRow({ collection, kinds, about, found }: Context, row: Literal, place: string): void {
  if (!isMap(row)) return collection.remark('lost', place, 'This row is not written out.', written(row));
  const cells: { [Kind in ColumnKind]?: string } = {};
  let isRegex = false;
  let nameCell: Literal;
  for (const [key, value] of row) {
    const kind = kinds.get(key);
    if (kind === 'regex') isRegex = value === true;
    if (kind === 'name') nameCell = value;
    const text = textAt(value);
    if (kind && text) cells[kind] = text;
    else if (value instanceof Unknown)
      collection.remark('lost', place, `"${key}" is not written out here, and could not be read.`, value.written);
  }
  const read = (text: string) => (isRegex ? (patternIn(text) ?? new Pattern(text, '')) : patternOfName(text));
  const names = namesOf(collection, place, nameCell instanceof Pattern ? nameCell : (cells.name ?? nameCell), read);
  for (const { name } of names) {
    found.add(name);
    addRow(collection, { at: place, cells: { ...cells, name } }, about);
  }
}

/** What is cleared when a category is refused is a cookie too; its domain may be told nowhere else. */
function addCleared(
  collection: Collection,
  found: Set<string>,
  place: string,
  entries: readonly Literal[],
  about: {
    readonly category: string;
    readonly categoryText?: string | undefined;
    readonly provider?: string | undefined;
  },
): void {
  entries.forEach((entry, index) => {
    const at = `${place}[${index}]`;
    for (const named of namesOf(collection, at, entry)) {
      if (found.has(named.name)) continue;
      found.add(named.name);
      collection.add({ at, ...(named satisfies Named), ...about });
      collection.remark(
        'doubt',
        at,
        `${named.name} is cleared, but in no table: neither what it is for nor how long it is kept is said.`,
      );
    }
  });
}

const known = (about: { readonly category: string | undefined; readonly categoryText: string | undefined }) => ({
  ...(about.category && { category: about.category }),
  ...(about.categoryText && { categoryText: about.categoryText }),
});

/** Reads settings of vanilla-cookieconsent, version 3. */
export function readVanilla3(config: LiteralMap, place = ''): Source {
  const collection = collect();
  const { language, texts } = choose(
    collection,
    `${place}language.translations`,
    at(config, 'language', 'translations'),
    textAt(config, 'language', 'default'),
  );
  noteOwn(collection, `${place}cookie.name`, textAt(config, 'cookie', 'name'));
  const found = new Set<string>();
  const categories = config.get('categories');
  if (categories instanceof Unknown)
    collection.remark(
      'lost',
      `${place}categories`,
      'The categories are not written out here, and could not be read.',
      categories.written,
    );
  const ids = new Map<string, string>();
  if (isMap(categories))
    for (const [id, category] of categories)
      ids.set(id, categoryOf(collection, `${place}categories.${id}`, id, at(category, 'readOnly') === true));

  const sections = at(texts, 'preferencesModal', 'sections');
  if (sections instanceof Unknown)
    collection.remark(
      'lost',
      `${place}sections`,
      'The sections are not written out here, and could not be read.',
      sections.written,
    );
  const descriptions = new Map<string, string>();
  (isList(sections) ? sections : []).forEach((section, index) => {
    const here = `${place}language.translations.${language}.preferencesModal.sections[${index}]`;
    if (section instanceof Unknown)
      return collection.remark('lost', here, 'This section is not written out here.', section.written);
    const linked = textAt(section, 'linkedCategory');
    const category = linked && (ids.get(linked) ?? linked);
    const categoryText = textAt(section, 'description');
    if (linked && categoryText) descriptions.set(linked, categoryText);
    const table = at(section, 'cookieTable');
    if (table === undefined) return;
    const [headers, rows] = [at(table, 'headers'), at(table, 'body')];
    if (!isList(rows))
      return collection.remark('lost', `${here}.cookieTable`, 'This table is not written out here.', written(table));
    const about = known({ category: category ?? textAt(section, 'title'), categoryText });
    const kinds = kindsOf(collection, `${here}.cookieTable`, isMap(headers) ? headers : new Map(), rows);
    rows.forEach((row, rowIndex) =>
      readRow({ collection, kinds, about, found }, row, `${here}.cookieTable.body[${rowIndex}]`),
    );
  });

  if (isMap(categories))
    for (const [id, category] of categories) {
      const here = `${place}categories.${id}`;
      if (category instanceof Unknown)
        collection.remark('lost', here, 'This category is not written out here.', category.written);
      const about = { category: ids.get(id)!, categoryText: descriptions.get(id) };
      const cleared = at(category, 'autoClear', 'cookies');
      if (cleared instanceof Unknown)
        collection.remark('lost', `${here}.autoClear.cookies`, 'This list is not written out here.', cleared.written);
      addCleared(collection, found, `${here}.autoClear.cookies`, isList(cleared) ? cleared : [], about);
      const services = at(category, 'services');
      if (isMap(services))
        for (const [service, value] of services)
          addCleared(collection, found, `${here}.services.${service}.cookies`, listAt(value, 'cookies'), {
            ...about,
            provider: textAt(value, 'label') ?? service,
          });
    }
  return collection.source({ language });
}

/** Reads settings of vanilla-cookieconsent, version 2. */
export function readVanilla2(config: LiteralMap, place = ''): Source {
  const collection = collect();
  const { language, texts } = choose(
    collection,
    `${place}languages`,
    config.get('languages'),
    textAt(config, 'current_lang'),
  );
  noteOwn(collection, `${place}cookie_name`, textAt(config, 'cookie_name'));
  const found = new Set<string>();
  const modal = at(texts, 'settings_modal');
  // Headers are a list of objects of one key each.
  const headers = new Map(
    listAt(modal, 'cookie_table_headers').flatMap((header) => (isMap(header) ? [...header] : [])),
  );
  listAt(modal, 'blocks').forEach((block, index) => {
    const here = `${place}languages.${language}.settings_modal.blocks[${index}]`;
    if (block instanceof Unknown)
      return collection.remark('lost', here, 'This block is not written out here.', block.written);
    const rows = at(block, 'cookie_table');
    if (rows === undefined) return;
    if (!isList(rows))
      return collection.remark('lost', `${here}.cookie_table`, 'This table is not written out here.', written(rows));
    const id = textAt(block, 'toggle', 'value');
    const about = known({
      category: id
        ? categoryOf(collection, here, id, at(block, 'toggle', 'readonly') === true)
        : textAt(block, 'title'),
      categoryText: textAt(block, 'description'),
    });
    const kinds = kindsOf(collection, `${here}.cookie_table`, headers, rows);
    rows.forEach((row, rowIndex) =>
      readRow({ collection, kinds, about, found }, row, `${here}.cookie_table[${rowIndex}]`),
    );
  });
  return collection.source({ language });
}
