/** Reads a page as HTML: the text of its tables, merged cells spread over the rows that they stand for. */
import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The cells of each row by column; the name is the text of its `<code>`. */
  readonly rows: readonly (readonly string[])[];
  /** The spans of the cells that are written, by column. */
  readonly spans: readonly (readonly number[])[];
}

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

export function all(node: Node, name: string): Element[] {
  return childrenOf(node).flatMap((child) => [
    ...(tree.isElementNode(child) && child.tagName === name ? [child] : []),
    ...all(child, name),
  ]);
}

/** The names of all attributes, of all elements. */
export const attributesOf = (node: Node): string[] =>
  childrenOf(node).flatMap((child) => [
    ...(tree.isElementNode(child) ? child.attrs.map(({ name }) => name) : []),
    ...attributesOf(child),
  ]);

/** All that is written, in order. */
export const textOf = (node: Node): string =>
  tree.isTextNode(node) ? node.value : childrenOf(node).map(textOf).join('');

/** The texts of a page, piece by piece, without the space around them. */
export const piecesOf = (node: Node): string[] =>
  tree.isTextNode(node) ? [node.value.replace(/\s+/g, ' ').trim()].filter(Boolean) : childrenOf(node).flatMap(piecesOf);

export const parse = (html: string): Node => parseFragment(html);

const attribute = (element: Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value;

export function tablesOf(html: string): Table[] {
  return all(parse(html), 'table').map((table) => {
    const lines = all(table, 'tbody').flatMap((body) => all(body, 'tr'));
    const rows: string[][] = lines.map(() => []);
    const spans: number[][] = [];
    lines.forEach((line, index) => {
      let column = 0;
      for (const cell of childrenOf(line).filter(tree.isElementNode)) {
        while (rows[index]![column] !== undefined) column++;
        const span = Number(attribute(cell, 'rowspan') ?? 1);
        const text = textOf(all(cell, 'code')[0] ?? cell).trim();
        for (let row = 0; row < span; row++) rows[index + row]![column] = text;
        (spans[column] ??= []).push(span);
      }
    });
    return {
      caption: all(table, 'caption').map(textOf).join('').trim(),
      columns: all(table, 'thead')
        .flatMap((head) => all(head, 'th'))
        .map(textOf),
      rows,
      spans,
    };
  });
}
