import type { Cells, Findings, Place } from './collect.js';
import type { Field } from './headers.js';
import { isClearlyName, isName } from './names.js';
import { durationsIn, hostOf, isDuration, isEmpty, partyOf, storageOf } from './terms.js';

/** What a line of a copied table gives, by field. */
export type Given = { [Name in Field]?: string };

/** Divides a line whose cells nothing but spaces part: a name, and around the duration what else there is. */
export function spacedRow(line: string, fields: readonly Field[]): Given | undefined {
  const name = /^\S+/.exec(line)?.[0] ?? '';
  if (!isName(name)) return undefined;
  const rest = line.slice(name.length).trim();
  const others = fields.filter((field) => field !== 'name');
  const at = others.indexOf('duration');
  if (at < 0) return rest ? { name, ...divide(rest, others) } : isClearlyName(name) ? { name } : undefined;
  const found = durationsIn(rest);
  const short = ({ end }: { end: number }) => rest.slice(end).trim().split(/\s+/).length < 6;
  const duration = others.indexOf('purpose') > at ? found[0] : found.findLast(short);
  if (!duration)
    return !rest && isClearlyName(name)
      ? { name }
      : isClearlyName(name) && others.length > 1 && rest
        ? { name, ...divide(rest, others.slice(0, at || undefined)) }
        : undefined;
  if (others[0] === 'duration' && duration.start > 0 && rest.slice(0, duration.start).trim()) return undefined;
  return {
    name,
    ...divide(rest.slice(0, duration.start).trim(), others.slice(0, at)),
    duration: rest.slice(duration.start, duration.end),
    ...divide(rest.slice(duration.end).trim(), others.slice(at + 1)),
  };
}

/** Gives a text to the columns that it can stand for. */
function divide(text: string, fields: readonly Field[]): Given {
  const [only] = fields;
  if (!text || !only) return {};
  if (fields.length === 1) return { [only]: text };
  const [first = '', ...more] = text.split(/\s+/);
  const last = more.at(-1) ?? '';
  const kind = [last, more.slice(-2).join(' ')].find((words) => words && (partyOf(words) ?? storageOf(words)));
  if (fields.includes('type') && kind)
    return {
      ...divide(
        text.slice(0, -kind.length).trim(),
        fields.filter((field) => field !== 'type'),
      ),
      type: kind,
    };
  if (only === 'purpose') return { purpose: text };
  if ((only === 'provider' || only === 'domain') && (hostOf(first) ?? more.length))
    return { [only]: first, ...divide(more.join(' '), fields.slice(1)) };
  return { [only]: text };
}

/** Gives cells to columns in their order, where some are missing: a duration only to its column. */
export function alignedRow(cells: readonly string[], fields: readonly Field[]): Given | undefined {
  const given: Given = {};
  if (cells.length >= fields.length) {
    fields.forEach((field, index) => cells[index] && !isEmpty(cells[index]) && (given[field] ??= cells[index]));
    return given.name === undefined ? undefined : given;
  }
  let at = 0;
  for (const cell of cells) {
    if (!cell) continue;
    const lasts = isDuration(cell);
    const found = fields.findIndex(
      (field, index) => index >= at && (field === 'duration') === lasts && (field !== 'name' || isName(cell)),
    );
    if (found < 0) continue;
    given[fields[found]!] = cell;
    at = found + 1;
  }
  return given.name === undefined ? undefined : given;
}

/** The rows of a copied table, in which merged cells stand once, in the first of their rows. */
export class CopiedRows {
  readonly #fields: readonly Field[];
  readonly #findings: Findings;
  readonly #carried = new Map<Field, { text: string; from: string; to: { name: string; at: string }[] }>();
  count = 0;

  constructor(fields: readonly Field[], findings: Findings) {
    this.#fields = fields;
    this.#findings = findings;
  }

  add(given: Given, place: Place): void {
    const cells: { -readonly [Name in keyof Cells]: Cells[Name] } = {};
    this.count++;
    for (const field of this.#fields) {
      let text = given[field];
      if (field === 'purpose' || field === 'provider') {
        const carried = this.#carried.get(field);
        if (text !== undefined) {
          this.#tell(field);
          this.#carried.set(field, { text, from: place.at, to: [] });
        } else if (carried) {
          ({ text } = carried);
          carried.to.push({ name: given.name ?? '', at: place.at });
        }
      }
      cells[field] = text === undefined ? [] : [{ text }];
    }
    this.#findings.add(cells, place);
  }

  /** Says which rows have what another one says. */
  #tell(field: Field): void {
    const carried = this.#carried.get(field);
    if (!carried?.to.length) return;
    const [first, last] = [carried.to[0]!, carried.to.at(-1)!];
    const names = carried.to.map(({ name }) => name).join(', ');
    const where = first === last ? first.at : `${first.at.replace('line', 'lines')} to ${last.at.replace('line ', '')}`;
    this.#findings.remark(
      'doubt',
      where,
      `the ${field} is taken from ${carried.from}, as copies have merged cells but once: ${names}`,
      carried.text,
    );
  }

  finish(): void {
    for (const field of this.#carried.keys()) this.#tell(field);
  }
}
