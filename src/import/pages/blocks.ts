import {
  attribute,
  isBlock,
  isElement,
  isSilent,
  isTable,
  linesOf,
  spaces,
  textOf,
  walk,
  type Element,
  type Node,
  type Piece,
} from './dom.js';
import { isCategory } from './terms.js';

/** A part of a page, in its order. `open` and `close` are the bounds of what a heading within cannot reach beyond. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Piece[])[]; readonly bold: boolean }
  | { readonly kind: 'table' | 'list' | 'definitions'; readonly element: Element; readonly layout: boolean }
  | { readonly kind: 'open' | 'close' };

/** Headings of panels and bold lines are below all that have a level. */
const levels = { panel: 7, bold: 8 } as const;

const listNames = new Set(['ul', 'ol', 'menu']);
const isPanel = (element: Element): boolean =>
  /^(?:details|fieldset)$/.test(element.tagName) || attribute(element, 'role') === 'tabpanel';
const isButton = (element: Element): boolean => element.tagName === 'button' || attribute(element, 'role') === 'tab';
const isPanelTitle = (element: Element): boolean => /^(?:summary|legend)$/.test(element.tagName) || isButton(element);

function levelOf(element: Element): number | undefined {
  const level =
    /^h([1-6])$/.exec(element.tagName)?.[1] ??
    (attribute(element, 'role') === 'heading'
      ? (/^[1-6]$/.exec(attribute(element, 'aria-level') ?? '')?.[0] ?? '2')
      : undefined);
  return level === undefined ? (isPanelTitle(element) ? levels.panel : undefined) : Number(level);
}

/** The elements that hold a table, a list of definitions or a heading, at any depth. */
function holdersOf(root: Node): Set<Node> {
  const holders = new Set<Node>();
  walk(root, (node) => {
    if (isElement(node) && (isTable(node) || node.tagName === 'dl' || levelOf(node) !== undefined))
      for (
        let above: Node | null = node.parentNode;
        above && !holders.has(above);
        above = 'parentNode' in above ? above.parentNode : null
      )
        holders.add(above);
    return true;
  });
  return holders;
}

/**
 * Gives the parts of a page in their order. What `read` answers true to is done with, tables nested in it aside; into other tables and
 * lists it is gone.
 */
export function eachBlock(root: Node, noscript: boolean, read: (block: Block) => boolean): void {
  const holders = holdersOf(root);
  let pieces: Piece[] = [];
  const marks: Element[] = [];
  const titles: { element: Element; level: number }[] = [];
  /** The tables and lists that have been read and are not left yet. */
  const done: Element[] = [];

  const flush = (): void => {
    const lines = linesOf(pieces);
    const text = textOf(pieces);
    const title = titles.at(-1);
    const bold = lines.length === 1 && text.length < 100 && pieces.every(({ bold, text }) => bold ?? !/\S/.test(text));
    if (title && lines.length)
      heading(
        title.level,
        lines.length > 1 && isCategory(textOf(lines[0]!)) ? textOf(lines[0]!) : text,
        isButton(title.element),
      );
    else if (bold) heading(levels.bold, text);
    if (lines.length && !title && !(bold && isCategory(text))) read({ kind: 'lines', lines, bold });
    pieces = [];
  };
  const heading = (level: number, text: string, mayBeNone = false): unknown =>
    (!mayBeNone || isCategory(text)) && read({ kind: 'heading', level, text });

  walk(
    root,
    (node) => {
      if (!isElement(node)) {
        if ('value' in node && !done.length) {
          const code = marks.find(({ tagName }) => tagName === 'code');
          const link = marks.findLast(({ tagName }) => tagName === 'a');
          const url = link && attribute(link, 'href')?.trim();
          pieces.push({
            text: node.value.replace(spaces, ' '),
            ...(code && { code }),
            ...(marks.some(({ tagName }) => tagName === 'b' || tagName === 'strong') && { bold: true }),
            ...(url && { url }),
          });
        }
        return true;
      }
      if (isSilent(node, noscript)) return false;
      if (done.length && !isTable(node)) return holders.has(node);
      if (parts(node)) flush();
      if (node.tagName === 'br') pieces.push({ text: '\n' });
      if (/^(?:code|a|b|strong)$/.test(node.tagName)) marks.push(node);
      if (isPanel(node)) read({ kind: 'open' });
      const label = attribute(node, 'aria-label')?.trim();
      if (label && !isTable(node) && isBlock(node) && isCategory(label)) heading(levels.panel, label);
      const level = levelOf(node);
      if (level !== undefined) titles.push({ element: node, level });
      const kind = isTable(node)
        ? 'table'
        : node.tagName === 'dl'
          ? 'definitions'
          : listNames.has(node.tagName) && !holders.has(node)
            ? 'list'
            : undefined;
      if (!kind) return true;
      if (!read({ kind, element: node, layout: holders.has(node) })) return true;
      if (holders.has(node)) done.push(node);
      return holders.has(node);
    },
    (node) => {
      if (!isElement(node)) return;
      if (done.at(-1) === node) done.pop();
      if (done.length) return;
      if (parts(node)) flush();
      if (marks.at(-1) === node) marks.pop();
      if (titles.at(-1)?.element === node) titles.pop();
      if (isPanel(node)) read({ kind: 'close' });
    },
  );
  flush();
}

/** Whether text before an element and in it are on different lines. */
const parts = (element: Element): boolean =>
  isBlock(element) || isTable(element) || levelOf(element) !== undefined || attribute(element, 'role') === 'tabpanel';
