import type { DefaultTreeAdapterMap, Token } from 'parse5';
import { defaultTreeAdapter, Parser } from '../libraries.js';

export type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];
type ParentNode = DefaultTreeAdapterMap['parentNode'];
type ChildNode = DefaultTreeAdapterMap['childNode'];

/** Pages are nested some 30 deep and have some 10,000 nodes; beyond these limits they mean harm, or are broken. */
const limits = { depth: 512, nodes: 1_000_000, attributes: 2_000 } as const;
/** Characters that are handed to the parser at once, so that a tag of endless attributes is noticed. */
const chunk = 16_384;

/** The parser gives up here. */
class Limit extends Error {}

export interface Page {
  readonly document: Node;
  /** Why and where the parser stopped before the end. */
  readonly stopped?: { readonly line: number; readonly message: string };
}

/** Parses a page as browsers do, up to the limits. */
export function parsePage(html: string): Page {
  let [depth, nodes] = [0, 0];
  const count = <T>(node: T): T => {
    if (++nodes > limits.nodes) throw new Limit(`it has more than ${limits.nodes.toLocaleString('en')} nodes`);
    return node;
  };
  const place = (parent: ParentNode, node: ChildNode, next: ChildNode): void => {
    parent.childNodes.splice(parent.childNodes.lastIndexOf(next), 0, node);
    node.parentNode = parent;
  };
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attrs: Token.Attribute[]) =>
      count(defaultTreeAdapter.createElement(name, namespace, attrs)),
    createTextNode: (value) => count(defaultTreeAdapter.createTextNode(value)),
    createCommentNode: () => count(defaultTreeAdapter.createCommentNode('')),
    // The library looks from the front, which takes long where a broken table sends all of its content before itself.
    insertBefore: place,
    insertTextBefore(parent, text, next) {
      const before = parent.childNodes[parent.childNodes.lastIndexOf(next) - 1];
      if (before && defaultTreeAdapter.isTextNode(before)) before.value += text;
      else place(parent, treeAdapter.createTextNode(text), next);
    },
    insertText(parent, text) {
      const last = parent.childNodes.at(-1);
      if (last && defaultTreeAdapter.isTextNode(last)) last.value += text;
      else defaultTreeAdapter.appendChild(parent, treeAdapter.createTextNode(text));
    },
    detachNode(node) {
      node.parentNode?.childNodes.splice(node.parentNode.childNodes.lastIndexOf(node), 1);
      node.parentNode = null;
    },
    onItemPush() {
      if (++depth > limits.depth) throw new Limit(`it is nested more than ${limits.depth} deep`);
    },
    onItemPop() {
      depth--;
    },
  };
  const parser = new Parser({ treeAdapter, scriptingEnabled: false });
  const { tokenizer } = parser;
  try {
    for (let at = 0; at < html.length || !at; at += chunk) {
      tokenizer.write(html.slice(at, at + chunk), at + chunk >= html.length);
      if (attributesIn(tokenizer) > limits.attributes)
        throw new Limit(`a tag has more than ${limits.attributes.toLocaleString('en')} attributes`);
    }
  } catch (error) {
    if (!(error instanceof Limit)) throw error;
    return { document: parser.document, stopped: { line: tokenizer.preprocessor.line, message: error.message } };
  }
  return { document: parser.document };
}

/** How many attributes the tag has that is being read. */
const attributesIn = (tokenizer: object): number =>
  (tokenizer as { readonly currentToken?: { readonly attrs?: readonly unknown[] } | null }).currentToken?.attrs
    ?.length ?? 0;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** Visits a node and all that is in it, in the page's order, without recursion. What `enter` answers false to is not gone into. */
export function walk(root: Node, enter: (node: Node) => boolean, leave: (node: Node) => void = () => undefined): void {
  if (!enter(root)) return;
  const open = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = childrenOf(top.node)[top.next++];
    if (!child) leave(open.pop()!.node);
    else if (enter(child)) open.push({ node: child, next: 0 });
  }
}

const blocks = new Set(
  'address article aside blockquote body button caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Whether an element stands on lines of its own. */
export const isBlock = ({ tagName }: Element): boolean => blocks.has(tagName);

const silent = new Set(
  'script style template noscript svg math iframe object head select textarea audio video canvas'.split(' '),
);
/** Whether nothing in an element is a text of the page. */
export const isSilent = ({ tagName }: Element, noscript: boolean): boolean =>
  silent.has(tagName) && !(noscript && tagName === 'noscript');

/** Whether an element is a table, of tags or of roles. */
export const isTable = (element: Element): boolean =>
  element.tagName === 'table' || /^(?:table|grid|treegrid)$/.test(attribute(element, 'role') ?? '');

/** A stretch of text, and what it is marked as. A piece `\n` is the end of a line. */
export interface Piece {
  readonly text: string;
  /** The `<code>` that it is in. */
  readonly code?: Element;
  readonly bold?: true;
  /** Where it links to. */
  readonly url?: string;
  /** A footnote's mark. */
  readonly sup?: true;
}

const newline: Piece = { text: '\n' };

/** The texts in a node, in order. Tables within are left out: they are read by themselves. */
export function piecesOf(root: Node, noscript = false): Piece[] {
  const pieces: Piece[] = [];
  const marks: Element[] = [];
  walk(
    root,
    (node) => {
      if (!isElement(node)) {
        if ('value' in node) {
          const code = marks.find(({ tagName }) => tagName === 'code' || tagName === 'kbd' || tagName === 'samp');
          const link = marks.findLast(({ tagName }) => tagName === 'a');
          const url = link && attribute(link, 'href')?.trim();
          pieces.push({
            text: node.value.replace(spaces, ' '),
            ...(code && { code }),
            ...(marks.some(({ tagName }) => tagName === 'b' || tagName === 'strong') && { bold: true }),
            ...(url && { url }),
            ...(marks.some(({ tagName }) => tagName === 'sup') && { sup: true }),
          });
        }
        return true;
      }
      if (node !== root && (isSilent(node, noscript) || isTable(node))) return false;
      if (node.tagName === 'br' || (node !== root && isBlock(node))) pieces.push(newline);
      if (marking.has(node.tagName)) marks.push(node);
      return true;
    },
    (node) => {
      if (!isElement(node)) return;
      if (node !== root && isBlock(node)) pieces.push(newline);
      if (marks.at(-1) === node) marks.pop();
    },
  );
  return pieces;
}
const marking = new Set(['code', 'kbd', 'samp', 'a', 'b', 'strong', 'sup']);

/** Runs of white space, which are one space; a single space that does not break stays. */
export const spaces = /\s{2,}|[\t\n\f\r]/g;
/** Text as a page shows it. */
export const collapse = (text: string): string => text.replace(spaces, ' ').trim();

/** The lines of some pieces that are not empty. */
export function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) piece === newline || piece.text === '\n' ? lines.push([]) : lines.at(-1)!.push(piece);
  return lines.filter((line) => line.some(({ text }) => /\S/.test(text)));
}

/** What some pieces say, in one line. */
export const textOf = (pieces: readonly Piece[]): string => collapse(pieces.map(({ text }) => text).join(''));
