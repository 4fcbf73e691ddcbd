import { Findings } from './collect.js';
import type { Source } from '../found.js';
import type { Grid } from './grid.js';
import type { Field } from './headers.js';
import { addRecords } from './lists.js';
import { readMarkdown } from './markdown.js';
import { isClearlyName, isName } from './names.js';
import { entryOf } from './records.js';
import { alignedRow, CopiedRows, spacedRow, type Given } from './rows.js';
import { readTable } from './tables.js';
import { exactField, fieldOf, isCategory, isDuration, languageOf } from './terms.js';

interface Header {
  readonly fields: readonly Field[];
  /** How the cells are parted: by tabs, by spaces, or each is a line. */
  readonly kind: 'tabs' | 'spaces' | 'lines';
  /** The words of the headers. */
  readonly words: readonly string[];
}

/** The known words that make up a line, if it is made of nothing else. */
function headerWordsIn(line: string): string[] | undefined {
  const words = line.split(/\s+/);
  if (words.length > 24) return undefined;
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const size = [5, 4, 3, 2, 1].find(
      (size) => at + size <= words.length && exactField(words.slice(at, at + size).join(' ')),
    );
    if (!size) return undefined;
    found.push(words.slice(at, at + size).join(' '));
    at += size;
  }
  return found;
}

const isTable = (fields: readonly (Field | undefined)[]): fields is readonly Field[] =>
  fields.includes('name') && new Set(fields).size > 1 && new Set(fields).size === fields.length;

/** The cookies of a text that was copied from a page. */
class TextReader {
  readonly findings = new Findings();
  readonly #lines: readonly string[];
  #category: string | undefined;
  /** Whether a table of that category has been read. */
  #read = false;
  /** Lines that no table has, from this one on. */
  #prose: { number: number; text: string }[] = [];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  read(): void {
    for (let at = this.#pastBlank(0); at < this.#lines.length; at = this.#pastBlank(at)) {
      const line = this.#lines[at]!.trim();
      const header = this.#headerAt(at);
      if (header) {
        // Cookies under a heading that says no category are not of the one before.
        if (this.#read && this.#prose.some(({ text }) => text.length < 80 && !/[.!?:,;。：]$/.test(text)))
          this.#category = undefined;
        const about = this.#finishProse();
        this.findings.headers.push(...header.words);
        at = this.#rows(at + (header.kind === 'lines' ? header.fields.length : 1), header, about);
      } else if (this.#isTabbed(at) && this.#isTabbed(at + 1)) {
        this.#finishProse();
        at = this.#bareTable(at);
      } else {
        if (isCategory(line)) {
          this.#finishProse();
          this.#category = line;
          this.#read = false;
        } else this.#prose.push({ number: at + 1, text: line });
        at++;
      }
    }
    this.#finishProse();
  }

  /** The next line that says something, or the end. */
  #pastBlank(at: number): number {
    let after = at;
    while (after < this.#lines.length && !this.#lines[after]!.trim()) after++;
    return after;
  }

  #isTabbed(at: number): boolean {
    return (this.#lines[at]?.split('\t').filter((cell) => cell.trim()).length ?? 0) > 1;
  }

  #headerAt(at: number): Header | undefined {
    const line = this.#lines[at]!;
    const cells = line
      .trim()
      .split('\t')
      .map((cell) => cell.trim());
    if (cells.length > 1) {
      const fields = cells.map(fieldOf);
      const known = fields.map((field, index) => field ?? (fields.indexOf(field) === index ? 'path' : undefined)); // one unknown column may stand among them
      return isTable(fields)
        ? { fields, kind: 'tabs', words: cells }
        : isTable(known) && fields.filter(Boolean).length > 1
          ? { fields: known, kind: 'tabs', words: cells }
          : undefined;
    }
    const words = headerWordsIn(line.trim());
    if (!words) return undefined;
    const fields = words.map((word) => exactField(word));
    if (isTable(fields) && fields[0] === 'name') return { fields, kind: 'spaces', words };
    if (words.length > 1) return undefined;
    const heads: string[] = [];
    // A header has each word once, so that many of the same are none.
    while (heads.length < 16 && exactField(this.#lines[at + heads.length]?.trim() ?? ''))
      heads.push(this.#lines[at + heads.length]!.trim());
    const each = heads.map((word) => exactField(word));
    return isTable(each) && heads.length > 2 && each[0] === 'name'
      ? { fields: each, kind: 'lines', words: heads }
      : undefined;
  }

  /** Reads the rows below a header; answers where they end. */
  #rows(start: number, { fields, kind }: Header, about: string | undefined): number {
    const rows = new CopiedRows(fields, this.findings);
    let text = about;
    let at = start;
    let next = at;
    for (; at < this.#lines.length; at = next) {
      const line = this.#lines[at]!.trim();
      next = at + 1;
      if (!line) {
        const after = this.#pastBlank(at);
        const begins =
          after < this.#lines.length &&
          (isCategory(this.#lines[after]!.trim()) || this.#headerAt(after) || this.#rowAt(after, fields, kind));
        if (!begins) break;
        next = after;
        continue;
      }
      if (isCategory(line)) {
        this.#category = line;
        this.#read = false;
        text = undefined;
        continue;
      }
      if (this.#headerAt(at)) {
        if (rows.count) break;
        continue;
      }
      const row = this.#rowAt(at, fields, kind);
      if (row) {
        rows.add(row.given, { at: `line ${at + 1}`, category: this.#category, categoryText: text });
        next = at + row.size;
      } else if (kind === 'lines') break;
      else if (rows.count)
        this.findings.remark(
          'lost',
          `line ${at + 1}`,
          'the line stands among cookies and could not be read as one',
          line,
        );
      else break;
    }
    this.#read = true;
    rows.finish();
    return at;
  }

  #rowAt(at: number, fields: readonly Field[], kind: Header['kind']): { given: Given; size: number } | undefined {
    const line = this.#lines[at]!;
    if (kind === 'lines') return this.#lineRow(at, fields);
    if (kind === 'spaces' && !line.includes('\t')) {
      const given = spacedRow(line.trim(), fields);
      return given && { given, size: 1 };
    }
    const cells = line
      .replace(/[ \r]+$/, '')
      .split('\t')
      .map((cell) => cell.trim());
    if (cells.length < 2 && !isClearlyName(cells[0]!)) return undefined;
    const given = alignedRow(cells, fields);
    return given && { given, size: 1 };
  }

  /** A row of which each cell is a line: its name, and what follows in the order of the columns. */
  #lineRow(at: number, fields: readonly Field[]): { given: Given; size: number } | undefined {
    const line = (index: number) => this.#lines[index]?.trim() ?? '';
    const name = line(at);
    if (!name.split(/,\s*/).every(isName) || isDuration(name)) return undefined;
    const given: Given = { name };
    let next = at + 1;
    const spread = !line(next); // some browsers put an empty line between cells
    const skip = () => {
      while (spread && next < this.#lines.length && !line(next)) next++;
    };
    let full = true;
    for (const field of fields.slice(1)) {
      const before = next;
      skip();
      const said = line(next);
      const lasts = isDuration(said);
      // After a row with merged cells, what may be its last cell may be the next row's name as well: then a duration follows it.
      const begins = !full && !lasts && isName(said) && (isDuration(line(next + 1)) || isDuration(line(next + 2)));
      if (
        said &&
        (field === 'duration') === lasts &&
        !begins &&
        !(field !== 'purpose' && isDuration(line(next + 1)) && given.duration !== undefined)
      ) {
        given[field] = said;
        next++;
      } else {
        full = false;
        next = before;
      }
    }
    return fields.includes('duration') && given.duration === undefined ? undefined : { given, size: next - at };
  }

  /** Reads lines with tabs that no header is above. */
  #bareTable(start: number): number {
    let at = start;
    const rows: { pieces: { text: string }[]; text: string; header: boolean; width: number }[][] = [];
    for (; this.#isTabbed(at); at++)
      rows.push(
        this.#lines
          [at]!.split('\t')
          .slice(0, 100)
          .map((cell) => ({ pieces: [{ text: cell.trim() }], text: cell.trim(), header: false, width: 1 })),
      );
    const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
    const grid: Grid = { rows, columns, filled: 0 };
    readTable(grid, { at: `lines ${start + 1} to ${at}`, category: this.#category }, this.findings);
    return at;
  }

  /** Reads labelled lines and items among the prose; answers what else is said, in case it is about a category. */
  #finishProse(): string | undefined {
    const lines = this.#prose;
    this.#prose = [];
    const about =
      this.#category && lines.length
        ? lines
            .map(({ text }) => text)
            .filter((text) => !/[:：]$/.test(text))
            .join(' ')
        : '';
    const place = { at: '', category: this.#category };
    const bare = lines.map(({ text }) => [{ text: text.replace(/^(?:[-*•·–—▪◦]|\d{1,3}[.)])\s+/, '') }]);
    if (addRecords(bare, place, this.findings, (line) => `line ${lines[line]!.number}`)) return undefined;
    const entries = bare.map((line) =>
      isClearlyName(/^\S+/.exec(line[0]!.text)?.[0].replace(/[:,]$/, '') ?? '') ? entryOf(line) : undefined,
    );
    if (!entries.some((entry) => entry?.duration?.some(({ text }) => text)))
      return about && about.length < 1_000 ? about : undefined;
    entries.forEach((entry, index) => {
      const { number, text } = lines[index]!;
      if (entry) this.findings.add(entry, { ...place, at: `line ${number}` });
      else if (entries[index - 1] && entries[index + 1])
        this.findings.remark(
          'lost',
          `line ${number}`,
          'the line stands among cookies and could not be read as one',
          text,
        );
    });
    return undefined;
  }
}

/** Lines of a text that are read; policies have some hundreds. */
const limit = 100_000;

/** Reads the cookies of a text that was copied from a page. */
export function readText(text: string): Source {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/, limit + 1);
  if (
    lines.some(
      (line, index) =>
        index > 0 &&
        /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/.test(line.slice(0, 1_000)) &&
        lines[index - 1]!.includes('|'),
    )
  )
    return readMarkdown(text);
  const reader = new TextReader(lines.slice(0, limit));
  reader.read();
  if (lines.length > limit)
    reader.findings.remark(
      'lost',
      `line ${limit + 1}`,
      `the text was not read from here on: it has more than ${limit.toLocaleString('en')} lines`,
    );
  const { cookies, remarks, headers } = reader.findings;
  const language = languageOf(headers);
  return { cookies, remarks, ...(language && { language }) };
}
