import type { Cells, Findings, Place } from './collect.js';
import { isElement, isTable, linesOf, piecesOf, textOf, walk, type Element, type Piece } from './dom.js';
import { describedBy, entryOf, isEntryName, recordsOf } from './records.js';
import { exactField, isCategory } from './terms.js';

const within = (root: Element, names: readonly string[], stop: readonly string[]): Element[] => {
  const found: Element[] = [];
  walk(root, (node) => {
    if (!isElement(node)) return false;
    if (node !== root && names.includes(node.tagName)) found.push(node);
    return node === root || (!names.includes(node.tagName) && !stop.includes(node.tagName) && !isTable(node));
  });
  return found;
};
const joined = (lines: readonly (readonly Piece[])[]): string => lines.map(textOf).join(' / ').slice(0, 500);
const fieldsIn = (cells: Cells): number =>
  Object.values(cells).filter((pieces) => pieces.some(({ text }) => /\S/.test(text))).length;

/** Reads a definition list: names with what is said of them, or fields with their values. */
export function readDefinitions(list: Element, around: Place, findings: Findings, noscript: boolean): void {
  const terms = within(list, ['dt', 'dd'], []);
  const names = terms.filter(({ tagName }) => tagName === 'dt').map((term) => textOf(piecesOf(term, noscript)));
  if (!names.length) return;
  if (names.filter((name) => exactField(name.replace(/[:：]$/, ''))).length * 2 >= names.length) {
    const lines = terms.flatMap((term) =>
      term.tagName === 'dt'
        ? [[{ text: textOf(piecesOf(term, noscript)) }]]
        : [piecesOf(term, noscript).map((piece) => (piece.text === '\n' ? { text: ' ' } : piece))],
    );
    addRecords(lines, around, findings);
    return;
  }
  let category = around.category;
  let open: { name: Piece[][]; lines: Piece[][]; at: string } | undefined;
  let number = 0;
  const finish = (): void => {
    if (!open) return;
    const { name, lines, at } = open;
    const coded = name.flat().some(({ code }) => code);
    const described = describedBy(
      name.flatMap((line, index) => [...(index ? [{ text: '\n' }] : []), ...line]),
      lines,
    );
    if (coded || name.every((line) => entryNamed(line)) || described.duration!.length)
      findings.add(described, { ...around, category, at });
    else findings.remark('note', at, 'it does not look like a cookie, and was not read', joined([...name, ...lines]));
    open = undefined;
  };
  for (const term of terms) {
    const lines = linesOf(piecesOf(term, noscript));
    if (term.tagName === 'dd') {
      for (const line of lines) open?.lines.push(line);
      continue;
    }
    if (open && !open.lines.length) {
      for (const line of lines) open.name.push(line); // several names with one description
      continue;
    }
    finish();
    number++;
    if (lines.length === 1 && isCategory(textOf(lines[0]!)) && !lines[0]!.some(({ code }) => code))
      category = textOf(lines[0]!);
    else open = { name: lines, lines: [], at: `${around.at}, entry ${number}` };
  }
  finish();
}

const entryNamed = (line: readonly Piece[]): boolean => {
  const text = textOf(line).replace(/\s*\([^()]*\)$/, '');
  return (
    isEntryName(line) || isEntryName([{ text }]) || text.split(/,\s*/).every((part) => isEntryName([{ text: part }]))
  );
};

/** Adds labelled records; answers whether there were any. Lone labels in prose are none. */
export function addRecords(
  lines: readonly (readonly Piece[])[],
  around: Place,
  findings: Findings,
  lineAt?: (line: number) => string,
): boolean {
  const { records } = recordsOf(lines);
  const real = records.filter(
    ({ cells, named }) => fieldsIn(cells) > 1 && named && !/\s.*[.!?。]$/s.test(textOf(cells.name ?? [])),
  );
  real.forEach(({ cells, line }, index) => {
    const at = lineAt ? lineAt(line) : real.length > 1 ? `${around.at}, entry ${index + 1}` : around.at;
    const name = cells.name ? textOf(cells.name) : '';
    if (name.length > 120)
      findings.remark('lost', at, 'what stands where a name is expected is none', joined(Object.values(cells)));
    else
      findings.add(
        { ...cells, ...(!cells.purpose && { purpose: [] }), ...(!cells.duration && { duration: [] }) },
        { ...around, at },
      );
  });
  return real.length > 0;
}

/** Reads a list whose items are cookies; a list of anything else is prose. */
export function readList(list: Element, around: Place, findings: Findings, noscript: boolean, depth = 0): boolean {
  let category = around.category;
  let any = false;
  const others: [string, string][] = [];
  const all: Piece[][] = [];
  for (const [index, item] of within(list, ['li'], []).entries()) {
    const at = `${around.at}, item ${index + 1}`;
    const place = { ...around, at, category };
    const lines = linesOf(piecesOf(item, noscript));
    const [first, ...more] = lines;
    for (const line of lines) all.push(line);
    if (!first) continue;
    const nested = depth < 5 ? within(item, ['ul', 'ol'], ['li']) : [];
    const heading = textOf(first).replace(/[:：]$/, '');
    if (nested.length && isCategory(heading)) {
      any =
        nested
          .map((inner, place) =>
            readList(
              inner,
              { ...around, at: nested.length > 1 ? `${at}, list ${place + 1}` : at, category: heading },
              findings,
              noscript,
              depth + 1,
            ),
          )
          .includes(true) || any;
      continue;
    }
    if (isCategory(heading) && lines.length === 1 && !first.some(({ code }) => code)) {
      category = heading;
      continue;
    }
    const records = recordsOf(lines).records.filter(({ cells, named }) => named && fieldsIn(cells) > 1);
    const entry = entryOf(first);
    if (records.length) any = addRecords(lines, place, findings) || any;
    else if (entry) {
      any = true;
      const plain = textOf(entry.purpose ?? []);
      const said = more.length ? describedBy(entry.name!, [...(plain ? [[{ text: plain }]] : []), ...more]) : entry;
      findings.add({ ...entry, ...said, ...(textOf(said.duration ?? []) ? {} : { duration: entry.duration! }) }, place);
    } else if (more.length && isEntryName(first)) {
      any = true;
      findings.add(describedBy(first, more), place);
    } else others.push([at, joined(lines)]);
  }
  if (!any) return addRecords(all, { ...around, category }, findings); // each item may be a field of one cookie
  for (const [at, written] of others)
    findings.remark('lost', at, 'the item does not look like a cookie, and was not read', written);
  return true;
}
