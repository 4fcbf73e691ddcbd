import { attribute, childrenOf, isElement, isTable, piecesOf, textOf, walk, type Element, type Piece } from './dom.js';

/** The most columns that are read. */
const widest = 100;

export interface Cell {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly header: boolean;
  /** How many columns it stands for. */
  readonly width: number;
}

/** A table with each cell in all the places that it stands for; a place without one is undefined. */
export interface Grid {
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly columns: number;
  readonly caption?: string;
  /** What the page calls it for assistive technology. */
  readonly label?: string;
  /** How many places are filled. */
  readonly filled: number;
  /** What the grid leaves out. */
  readonly cut?: string;
}

const roles = (element: Element, names: RegExp): boolean => names.test(attribute(element, 'role') ?? '');
const isRow = (element: Element): boolean => element.tagName === 'tr' || roles(element, /^row$/);
const isHeader = (element: Element): boolean =>
  element.tagName === 'th' || roles(element, /^(?:columnheader|rowheader)$/);
const isCell = (element: Element): boolean =>
  element.tagName === 'td' || isHeader(element) || roles(element, /^(?:cell|gridcell)$/);
const isSection = (element: Element): boolean =>
  /^t(?:head|body|foot)$/.test(element.tagName) || roles(element, /^rowgroup$/);

/** The rows of a table, in groups out of which no cell may span. */
function groupsOf(table: Element): Element[][] {
  const groups: Element[][] = [[]];
  const visit = (element: Element): boolean => {
    if (element !== table && (isTable(element) || isCell(element))) return false;
    if (isSection(element)) groups.push([]);
    if (isRow(element)) groups.at(-1)!.push(element);
    return !isRow(element);
  };
  walk(
    table,
    (node) => isElement(node) && visit(node),
    (node) => isElement(node) && isSection(node) && groups.push([]),
  );
  return groups.filter(({ length }) => length);
}

/** The cells of a row: its own, also where they are wrapped. */
function cellsOf(row: Element): Element[] {
  const cells: Element[] = [];
  walk(row, (node) => {
    if (!isElement(node) || (node !== row && isTable(node))) return false;
    if (node !== row && isCell(node)) {
      cells.push(node);
      return false;
    }
    return true;
  });
  return cells;
}

const tooMany = (row: number): string =>
  `what row ${row + 1} spans, and the rows after it, are more cells than are read`;

/** A span as HTML reads it: a whole number, else 1. */
const spanOf = (cell: Element, kind: 'row' | 'col'): number => {
  const written =
    /^\s*(\d{1,9})/.exec(attribute(cell, `${kind}span`) ?? attribute(cell, `aria-${kind}span`) ?? '1')?.[1] ?? '1';
  return Number(written);
};

/**
 * Lays a table out (HTML, "forming a table").
 * @param room - the most places that may be filled
 */
export function gridOf(table: Element, room: number, noscript: boolean): Grid {
  const rows: (Cell | undefined)[][] = [];
  let [columns, filled] = [0, 0];
  let cut: string | undefined;
  const caption = childrenOf(table).find((node): node is Element => isElement(node) && node.tagName === 'caption');
  for (const group of groupsOf(table)) {
    const first = rows.length;
    for (const _row of group) rows.push([]);
    for (const [index, row] of group.entries()) {
      let column = 0;
      for (const element of cellsOf(row)) {
        const places = rows[first + index]!;
        while (places[column]) column++;
        if (column >= widest || filled >= room) {
          cut ??= column >= widest ? `columns after ${widest} were not read` : tooMany(first + index);
          break;
        }
        const width = Math.min(Math.max(spanOf(element, 'col'), 1), widest - column);
        const height = Math.min(spanOf(element, 'row') || group.length, group.length - index);
        const pieces = piecesOf(element, noscript);
        const cell = {
          pieces,
          text: textOf(pieces.map((piece) => (piece.text === '\n' ? { text: ' ' } : piece))),
          header: isHeader(element),
          width,
        };
        for (let down = 0; down < height; down++)
          for (let across = 0; across < width; across++) {
            if (++filled > room) {
              cut ??= tooMany(first + index);
              break;
            }
            rows[first + index + down]![column + across] ??= cell;
          }
        column += width;
        columns = Math.max(columns, column);
      }
    }
  }
  const title = caption && textOf(piecesOf(caption));
  const label = attribute(table, 'aria-label')?.trim();
  return { rows, columns, filled, ...(title && { caption: title }), ...(label && { label }), ...(cut && { cut }) };
}

/** The cells of a row, each once. */
export const distinct = (row: readonly (Cell | undefined)[]): Cell[] =>
  [...new Set(row)].filter((cell) => cell !== undefined);
