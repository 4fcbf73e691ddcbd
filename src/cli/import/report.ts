import type { Remark } from '../../import/found.js';

const kinds: { readonly [kind in Remark['kind']]: string } = { lost: 'not read', doubt: 'look at', note: 'note' };

/** Text of a page as one line of a terminal may show it: short, and without what steers terminals. */
export function plain(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/** Lines of the report that a person may still read; what is not read comes before what is doubtful, and notes come last. */
const most = 400;

/** What whoever imports should know of, one line each up to a number, and the sum of it. */
export function importReport(remarks: readonly Remark[], cookies: number): string {
  const width = Math.max(...Object.values(kinds).map(({ length }) => length));
  const ranked =
    remarks.length > most
      ? (['lost', 'doubt', 'note'] as const).flatMap((kind) => remarks.filter((remark) => remark.kind === kind))
      : remarks;
  const shown = new Set(ranked.slice(0, most));
  const lines = remarks
    .filter((remark) => shown.has(remark))
    .map(
      ({ at, message, written, kind }) =>
        `${kinds[kind].padEnd(width)}  ${plain(at)}: ${plain(message)}${written === undefined ? '' : ` "${plain(written)}"`}`,
    );
  const count = (of: Remark['kind']) => remarks.filter(({ kind }) => kind === of).length;
  const more = remarks.length > most ? [`… and ${remarks.length - most} more like these`] : [];
  return [
    ...lines,
    ...more,
    `${cookies} cookie${cookies === 1 ? '' : 's'}; ${count('doubt')} to look at; ${count('lost')} not read`,
    '',
  ].join('\n');
}
