import type { Cells } from './collect.js';
import { collapse, linesOf, textOf, type Piece } from './dom.js';
import type { Field } from './headers.js';
import { isClearlyName, isName } from './names.js';
import { durationsIn, exactField, hostOf, isDuration } from './terms.js';

type Line = readonly Piece[];

/** A part of a line: a value under a label, or without one. */
interface Part {
  readonly field?: Field;
  readonly pieces: Line;
}

const newline: Piece = { text: '\n' };
/** The part of a line between two characters. */
function slice(line: Line, start: number, end: number): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const piece of line) {
    const text = piece.text.slice(Math.max(start - at, 0), Math.max(end - at, 0));
    if (text) cut.push({ ...piece, text });
    at += piece.text.length;
  }
  return cut;
}

/** Divides a line at its labels: known words before a colon, in bold, before a dash at the start, or alone. */
export function partsOf(line: Line): Part[] {
  const text = line.map((piece) => (piece.code ? piece.text.replace(/[^\n]/g, '\u0001') : piece.text)).join('');
  const whole = collapse(text);
  const alone = exactField(whole.replace(/[:：]$/, ''));
  if (alone && !line.some(({ code }) => code)) return [{ field: alone, pieces: [] }];
  const labels: { start: number; end: number; field: Field }[] = [];
  const add = (start: number, end: number, words: string): void => {
    const field = exactField(words);
    if (field && start >= (labels.at(-1)?.end ?? 0)) labels.push({ start, end, field });
  };
  for (const { index, 0: mark } of text.slice(0, 20_000).matchAll(/[:：]|\s[-–—]\s/g)) {
    if (mark.length > 1 && (labels.length || index > 60)) continue;
    const from = Math.max(index - 60, labels.at(-1)?.end ?? 0);
    const before = text.slice(from, index);
    // The longest label that ends here: the words after the last stop, or else fewer of them that begin with a capital.
    const starts = [...before.matchAll(/(?<=^|[\s.;,|•·(/])(?=\p{L})/gu)].map((match) => match.index);
    for (const start of starts) {
      const words = before.slice(start);
      const begins =
        (!labels.length && !/\S/.test(before.slice(0, start))) ||
        /[.;,|•·(/]\s*$/.test(before.slice(0, start)) ||
        /^[\p{Lu}\p{Lo}]/u.test(words);
      if (!begins || !exactField(words) || (mark.length > 1 && /\S/.test(before.slice(0, start)))) continue;
      add(from + start, index + mark.length, words);
      break;
    }
  }
  if (!labels.length) {
    let at = 0;
    for (const piece of line) {
      if (piece.bold && !piece.code) add(at, at + piece.text.length, piece.text);
      at += piece.text.length;
    }
  }
  const parts: Part[] = [];
  const lead = slice(line, 0, labels[0]?.start ?? text.length);
  if (/\S/.test(textOf(lead))) parts.push({ pieces: lead });
  labels.forEach(({ end, field }, index) =>
    parts.push({ field, pieces: trimmed(slice(line, end, labels[index + 1]?.start ?? text.length)) }),
  );
  return parts;
}

/** Without what parts it from its label and from the next one. */
function trimmed(pieces: Piece[]): Piece[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first && !first.code) pieces[0] = { ...first, text: first.text.replace(/^[\s:：–—-]+/, '') };
  if (last && !last.code)
    pieces[pieces.length - 1] = {
      ...pieces.at(-1)!,
      text: pieces
        .at(-1)!
        .text.trimEnd()
        .replace(/[;,|/•·(–—]$/, ''),
    };
  return pieces.filter(({ text }) => text);
}

/** What some lines hold. */
export interface Records {
  /** `named`: whether the name is labelled, or can be nothing else. */
  readonly records: readonly { readonly cells: Cells; readonly line: number; readonly named: boolean }[];
  /** Lines that belong to no record. */
  readonly rest: readonly number[];
}

/**
 * Reads `Name: … Purpose: … Duration: …`, in as many lines as there may be.
 * @param named - whether the name is known, so that no line before the labels can be it
 */
export function recordsOf(lines: readonly Line[], named = false): Records {
  const records: { cells: { [Name in Field]?: Piece[] }; line: number; named: boolean }[] = [];
  const rest: number[] = [];
  let current: (typeof records)[number] | undefined;
  let open: Field | undefined;
  let lead: { pieces: Line; line: number } | undefined;
  const parts = lines.flatMap((line, index) => partsOf(line).map((part) => ({ ...part, index })));
  /** Whether what a record without a name has comes again before the next name, and so is of something else. */
  const saidAgain = (from: number, cells: Cells): boolean => {
    for (let at = from + 1; at < parts.length && parts[at]!.field !== 'name'; at++)
      if (parts[at]!.field && cells[parts[at]!.field!]) return true;
    return false;
  };
  for (const [place, { field, pieces, index }] of parts.entries()) {
    const empty = !/\S/.test(textOf(pieces));
    if (field) {
      if (
        !current ||
        current.cells[field]?.length ||
        (lead && field !== 'name') ||
        (field === 'name' && !current.cells.name && saidAgain(place, current.cells))
      ) {
        current = { cells: {}, line: lead?.line ?? index, named: lead !== undefined && isEntryName(lead.pieces) };
        records.push(current);
        if (lead && field !== 'name') current.cells.name = [...lead.pieces];
      }
      if (lead && field === 'name') rest.push(lead.line);
      lead = undefined;
      current.cells[field] = [...pieces];
      current.named ||= field === 'name';
      open = field;
    } else if (
      open &&
      current &&
      !empty &&
      (!current.cells[open]!.length || (open === 'purpose' && !isEntryName(pieces)))
    ) {
      if (current.cells[open]!.length) current.cells[open]!.push(newline);
      for (const piece of pieces) current.cells[open]!.push(piece);
    } else {
      if (lead) rest.push(lead.line);
      lead = named ? undefined : { pieces, line: index };
      if (named) rest.push(index);
      else if (isEntryName(pieces)) [current, open] = [undefined, undefined];
    }
  }
  if (lead) rest.push(lead.line);
  return { records, rest };
}

/** Whether a line can only be the name of a cookie. */
export function isEntryName(line: Line): boolean {
  const text = textOf(line);
  return line.every(({ code, text }) => code ?? !/\S/.test(text)) || isClearlyName(text);
}

/** Reads `name – purpose (duration)`; undefined where a line is no such thing. */
export function entryOf(line: Line): Cells | undefined {
  const first = line.findIndex(({ text }) => /\S/.test(text));
  const start = line[first];
  if (!start) return undefined;
  const marked = start.code ?? start.bold;
  const length = marked ? 0 : (/^\s*\S+/.exec(start.text)?.[0].replace(/[:,;]$/, '').length ?? 0);
  const same = line.findIndex(
    (piece, index) => index > first && (start.code ? piece.code !== start.code : !piece.bold),
  );
  const name = marked
    ? line.slice(first, same < 0 ? line.length : same)
    : [{ ...start, text: start.text.slice(0, length) }];
  const rest = marked
    ? same < 0
      ? []
      : line.slice(same)
    : [{ ...start, text: start.text.slice(length) }, ...line.slice(first + 1)];
  const word = textOf(name)
    .replace(/[:–—-]$/, '')
    .trim();
  const after = textOf(rest);
  const noted = /^\(([^()]{1,80})\)\s*(?=[:–—-])/.exec(after);
  const said = after.slice(noted?.[0].length ?? 0);
  const parted = /^[:：–—-]|^\s*\(/.test(said) || /[:：]\s*$/.test(textOf(name)) || !said;
  if (!parted || !isName(word)) return undefined;
  const found = splitEntry(said.replace(/^[:：–—-]\s*/, ''));
  if (noted && isDuration(noted[1]!)) found.duration ??= noted[1]!;
  if (!isClearlyName(word) && !start.code && !found.duration) return undefined;
  const url = rest.find(({ url }) => url)?.url;
  return {
    name: name.map((piece) => (piece.code ? piece : { ...piece, text: piece.text.replace(/\s*[:–—-]\s*$/, '') })),
    purpose: [{ text: found.purpose }],
    duration: [{ text: found.duration ?? '' }],
    ...(found.provider && { provider: [{ text: found.provider, ...(url && { url }) }] }),
  };
}

/** Divides `purpose (duration)`, `purpose; duration`, `purpose – duration`, `purpose. Expires after duration.` */
function splitEntry(text: string): { purpose: string; duration?: string; provider?: string } {
  const inBrackets = /^(.*?)\s*\(([^()]{1,120})\)\s*\.?$/s.exec(text.slice(0, 5_000));
  if (inBrackets) {
    const parts = inBrackets[2]!.split(/\s*[,;]\s*/);
    const duration = parts.find(isDuration) ?? parts.find((part) => durationsIn(part).length);
    const provider = parts.filter((part) => part !== duration).join(', ');
    if (duration) return { purpose: inBrackets[1]!, duration, ...(provider && { provider }) };
  }
  if (isDuration(text)) return { purpose: '', duration: text };
  const parts = text.split(/\s+[–—-]\s+|;\s+|\s*\|\s*/);
  const at = parts.findIndex((part, index) => (index > 0 || parts.length > 1) && isDuration(part.replace(/\.$/, '')));
  if (at >= 0)
    return { purpose: parts.filter((_, index) => index !== at).join(' – '), duration: parts[at]!.replace(/\.$/, '') };
  const last = /^(.*[.!。])\s+([^.!]{1,80})\.?$/s.exec(text.slice(0, 5_000));
  if (last && isDuration(last[2]!)) return { purpose: last[1]!, duration: last[2]! };
  return { purpose: text };
}

/** What is said of a cookie under its name: labelled values, a duration, a host; what else is there is its purpose. */
export function describedBy(name: Line, lines: readonly Line[]): Cells {
  const { records, rest } = recordsOf(lines, true);
  const cells: { [Name in Field]?: Line } = { ...records[0]?.cells, name };
  const plain = rest.map((index) => lines[index]!);
  const purpose: Line[] = [];
  for (const line of plain) {
    const text = textOf(line);
    if (!cells.duration && isDuration(text)) cells.duration = line;
    else if (!cells.domain && hostOf(text)) cells.domain = line;
    else purpose.push(line);
  }
  const written = purpose.flatMap((line, index) => [...(index ? [newline] : []), ...line]);
  if (!cells.purpose && written.length) {
    const { purpose: text, duration } = cells.duration
      ? { purpose: textOf(written) }
      : splitEntry(textOf(linesOf(written).flatMap((line) => [...line, { text: ' ' }])));
    cells.purpose = [{ text }];
    if (duration) cells.duration = [{ text: duration }];
  }
  return { purpose: [], duration: [], ...cells };
}
