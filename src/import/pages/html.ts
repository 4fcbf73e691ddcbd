import { eachBlock, type Block } from './blocks.js';
import { Findings, type Place } from './collect.js';
import { attribute, isElement, parsePage, textOf, walk, type Node, type Piece } from './dom.js';
import type { Source } from '../found.js';
import { gridOf } from './grid.js';
import { addRecords, readDefinitions, readList } from './lists.js';
import { isClearlyName } from './names.js';
import { describedBy, entryOf, isEntryName } from './records.js';
import { readTable } from './tables.js';
import { exactField, isCategory, languageOf } from './terms.js';

interface Heading {
  readonly level: number;
  readonly text: string;
  readonly category: boolean;
  /** The paragraphs below it, until the first cookies. */
  readonly about: string[];
  read: boolean;
}

/** Reads the cookies of a page in the order of its parts, each by what stands above it. */
class Reader {
  readonly #findings: Findings;
  readonly #noscript: boolean;
  readonly #counts = { table: 0, list: 0, definitions: 0, paragraph: 0 };
  #headings: Heading[] = [];
  #panels: number[] = [];
  #lines: (readonly Piece[])[] = [];
  #start = 0;
  /** How much was said of the nearest heading before these lines. */
  #said = 0;
  /** The last line and the one before it, where nothing but lines is between them and what follows. */
  #before: { text: string; bold: boolean }[] = [];

  constructor(findings: Findings, noscript: boolean) {
    this.#findings = findings;
    this.#noscript = noscript;
  }

  readonly read = (block: Block): boolean => {
    switch (block.kind) {
      case 'heading':
        this.#heading(block);
        return true;
      case 'lines':
        if (!this.#lines.length) {
          this.#start = this.#counts.paragraph + 1;
          this.#said = this.#headings.at(-1)?.about.length ?? 0;
        }
        this.#counts.paragraph++;
        for (const line of block.lines) {
          this.#lines.push(line);
          this.#say(textOf(line), block.bold);
        }
        if (!block.bold)
          this.#headings.at(-1)?.read || this.#headings.at(-1)?.about.push(block.lines.map(textOf).join(' '));
        return true;
      case 'open':
        this.finish();
        this.#panels.push(this.#headings.length);
        return true;
      case 'close':
        this.finish();
        this.#headings.length = Math.min(this.#headings.length, this.#panels.pop() ?? 0);
        return true;
      default:
        return this.#list(block);
    }
  };

  #say(text: string, bold: boolean): void {
    this.#before = [...this.#before.slice(-1), { text, bold }];
  }

  #heading({ level, text }: Block & { kind: 'heading' }): void {
    if (level < 7 && exactField(text)) {
      this.read({ kind: 'lines', lines: [[{ text }]], bold: true }); // a label, whatever its size
      return;
    }
    const category = isCategory(text);
    if (level > 7) this.#say(text, true);
    else this.#before = [];
    if (level > 7 && !category) {
      // Bold lines are beside each other: cookies under this one are not of the category that the one before says.
      if (
        !isClearlyName(text) &&
        !exactField(text) &&
        !/[:：]$/.test(text) &&
        this.#headings.at(-1)?.level === level &&
        this.#headings.at(-1)!.read
      )
        this.#headings.pop();
      this.#before.pop(); // it comes again as a line
      return;
    }
    this.finish();
    this.#headings = this.#headings.filter((above) => above.level < level);
    this.#headings.push({ level, text, category, about: [], read: false });
  }

  #list(block: Block & { kind: 'table' | 'list' | 'definitions' }): boolean {
    const findings = this.#findings;
    const before = this.#before; // what the library's own page says above a table, whatever else it could be read as
    this.finish();
    const place = this.#place(
      `${block.kind === 'definitions' ? 'definition list' : block.kind} ${++this.#counts[block.kind]}`,
    );
    const count = findings.cookies.length;
    const remarks = findings.remarks.length;
    let done = true;
    if (block.kind === 'table') {
      const grid = gridOf(block.element, findings.room, this.#noscript);
      findings.room -= grid.filled;
      const [second, last] = before.length > 1 ? before : [undefined, before[0]];
      const context = {
        ...place,
        title: last?.bold ? last.text : undefined,
        about: last?.bold ? second?.text : last?.text,
        layout: block.layout,
      };
      done = readTable(grid, context, findings);
    } else if (block.kind === 'list') readList(block.element, place, findings, this.#noscript);
    else readDefinitions(block.element, place, findings, this.#noscript);
    this.#before = [];
    if (findings.cookies.length > count || findings.remarks.length > remarks)
      for (const heading of this.#headings) heading.read = true;
    return done;
  }

  /** What holds for cookies at this place. */
  #place(at: string): Place {
    const heading = this.#headings.findLast(({ category }) => category);
    const nearest = this.#headings.at(-1);
    const words = nearest?.text.replace(/\s*\(?\d+\)?$/, '') ?? '';
    const isProvider =
      heading &&
      nearest !== heading &&
      nearest!.level > heading.level - 1 &&
      words.split(/\s+/).length < 6 &&
      !/cookie|[:?]/i.test(words) &&
      !exactField(words) &&
      !isClearlyName(words);
    const about = heading?.about.filter((text) => !/[:：]$/.test(text)).join(' ');
    return {
      at,
      category: heading?.text,
      categoryText: about && about.length < 1_000 ? about : undefined,
      provider: isProvider ? words : undefined,
    };
  }

  /** Reads the lines that have come since the last table or list. */
  finish(): void {
    const lines = this.#lines;
    this.#lines = [];
    if (!lines.length) return;
    const findings = this.#findings;
    // Lines that turn out to be cookies say nothing of their category.
    const about = this.#headings.at(-1)?.about;
    const these = about?.splice(this.#said) ?? [];
    const place = this.#place(`paragraph ${this.#start}`);
    const count = findings.cookies.length;
    const name = this.#headings.at(-1)?.text ?? '';
    if (isClearlyName(name)) {
      const described = describedBy([{ text: name }], lines);
      if (described.duration?.length) findings.add(described, place);
      return;
    }
    if (!addRecords(lines, place, findings)) {
      const entries = lines.map((line) =>
        line.some(({ code }) => code) || isEntryName(line.slice(0, 1)) ? entryOf(line) : undefined,
      );
      const real = entries.filter((entry) => entry && textOf(entry.duration ?? []));
      if (real.length)
        entries.forEach(
          (entry, index) =>
            entry &&
            textOf(entry.duration ?? []) &&
            findings.add(entry, { ...place, at: `paragraph ${this.#start}, line ${index + 1}` }),
        );
    }
    if (findings.cookies.length > count) {
      for (const heading of this.#headings) heading.read = true;
      this.#before = [];
    } else about?.push(...these);
  }
}

/** What the page says of itself. */
function aboutPage(document: Node): { language?: string; site?: string; hasNoscript: boolean } {
  let page: string | undefined;
  let article: string | undefined;
  let site: string | undefined;
  let hasNoscript = false;
  walk(document, (node) => {
    if (!isElement(node)) return true;
    const lang = attribute(node, 'lang')?.trim().replaceAll('_', '-');
    if (lang && /^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*$/.test(lang)) {
      if (node.tagName === 'html') page ??= lang;
      else if (node.tagName === 'article') article ??= lang;
    }
    if (
      node.tagName === 'meta' &&
      /^(?:og:site_name|application-name)$/i.test(attribute(node, 'property') ?? attribute(node, 'name') ?? '')
    )
      site ??= attribute(node, 'content')?.trim();
    hasNoscript ||= node.tagName === 'noscript';
    return true;
  });
  const language = article ?? page;
  return { ...(language && { language }), ...(site && { site }), hasNoscript };
}

/** Reads the cookies of a policy page. */
export function readHtml(html: string): Source {
  const { document, stopped } = parsePage(html);
  const about = aboutPage(document);
  const readWith = (noscript: boolean): Findings => {
    const findings = new Findings();
    const reader = new Reader(findings, noscript);
    eachBlock(document, noscript, reader.read);
    reader.finish();
    return findings;
  };
  let findings = readWith(false);
  if (!findings.cookies.length && about.hasNoscript) findings = readWith(true);
  if (stopped)
    findings.remark('lost', `line ${stopped.line}`, `the page was not read from here on: ${stopped.message}`);
  const language = about.language ?? findings.language ?? languageOf(findings.headers);
  const site = about.site ?? findings.site;
  // A page that the library wrote has its cookies in tables alone, whatever its other sentences look like.
  const read = <T extends { readonly at: string }>(found: readonly T[]) =>
    findings.own ? found.filter(({ at }) => /^(?:table|line)/.test(at)) : found;
  return {
    cookies: read(findings.cookies),
    remarks: read(findings.remarks),
    ...(language && { language }),
    ...(site && { site }),
  };
}
