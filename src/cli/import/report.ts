import type { Remark } from '../../import/found.js';

const kinds: { readonly [kind in Remark['kind']]: string } = { lost: 'not read', doubt: 'look at', note: 'note' };

/** Text of a page as one line of a terminal may show it: short, and without what steers terminals. */
export function plain(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/** What whoever imports should know of, one line each, and the sum of it. */
export function importReport(remarks: readonly Remark[], cookies: number): string {
  const width = Math.max(...Object.values(kinds).map(({ length }) => length));
  const lines = remarks.map(({ at, message, written, kind }) => `${kinds[kind].padEnd(width)}  ${plain(at)}: ${plain(message)}${written === undefined ? '' : ` "${plain(written)}"`}`);
  const count = (of: Remark['kind']) => remarks.filter(({ kind }) => kind === of).length;
  return [...lines, `${cookies} cookie${cookies === 1 ? '' : 's'}; ${count('doubt')} to look at; ${count('lost')} not read`, ''].join('\n');
}
