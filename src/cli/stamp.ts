import type { DefaultTreeAdapterMap } from 'parse5';
import { defaultTreeAdapter as tree, Parser } from '../import/libraries.js';
import type { Position } from './json.js';
import type { Naming } from './unnamed.js';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What a page is given. */
export interface Stamp {
  /** The page's own address, absolute or with an origin that does not matter. */
  readonly page: URL;
  /** The manifest's address. */
  readonly src: URL;
  /** The manifest's revision; null where it has none. */
  readonly revision: string | null;
  /** Whether the page loads the manifest early. */
  readonly preload: boolean;
}

/** A page with its stamp, and what is wrong on it, by its position. */
export interface Stamped {
  readonly html: string;
  readonly mistakes: readonly (Position & { readonly message: string })[];
}

/**
 * Puts a manifest's revision into each `<cookie-manifest>` of a page that has its `src` and no revision of its own, and a preload into the page's head. A
 * revision that is there and is the manifest's stays; another one is a mistake, as the plugin rewrites nothing that was written. Nothing else is touched: the
 * page is read by an HTML parser, and what is added is put in at the positions that it gives.
 */
export function stampPage(html: string, { page, src, revision, preload }: Stamp): Stamped {
  const document = Parser.parse<DefaultTreeAdapterMap>(html, { sourceCodeLocationInfo: true });
  const elements = [...elementsOf(document)];
  const isManifest = (address: string | undefined) => isAt(address, page, src);
  const tags = elements.filter(
    (element) =>
      element.tagName === 'cookie-manifest' && isManifest(attribute(element, 'src')?.trim()) && !hasInline(element),
  );
  const edits: { readonly at: number; readonly text: string }[] = [];
  const mistakes: Stamped['mistakes'][number][] = [];

  for (const tag of revision === null ? [] : tags) {
    const own = attribute(tag, 'revision');
    const place = tag.sourceCodeLocation!;
    if (own === undefined)
      edits.push({ at: place.startOffset + '<cookie-manifest'.length, text: ` revision="${revision}"` }); // its grammar has no quotes
    else if (own !== revision) {
      const { startLine: line, startCol: column } = place.attrs!['revision']!;
      mistakes.push({
        line,
        column,
        message: `The page says revision="${own}", and the manifest's revision is "${revision}". Leave the attribute out: the plugin puts it in.`,
      });
    }
  }
  const [first] = tags;
  const isPreloaded = elements.some(
    (element) =>
      element.tagName === 'link' &&
      /(^|\s)preload(\s|$)/i.test(attribute(element, 'rel') ?? '') &&
      isManifest(attribute(element, 'href')?.trim()),
  );
  // As it is written in the tag, so that both are one address wherever the page will be.
  if (first && preload && !isPreloaded)
    edits.push({
      at: endOfHead(document, html),
      text: `<link rel="preload" href="${escape(attribute(first, 'src')!.trim())}" as="fetch" crossorigin>`,
    });

  let stamped = html;
  for (const { at, text } of edits.sort((a, b) => b.at - a.at))
    stamped = stamped.slice(0, at) + text + stamped.slice(at);
  return { html: stamped, mistakes };
}

/**
 * Finds how the elements of a page, those of policy pages too, name their manifests.
 * @param where - the page's own address, and that of the manifest which is looked for
 */
export function findNaming(html: string, { page, src }: Pick<Stamp, 'page' | 'src'>): Naming {
  const elements = [...elementsOf(Parser.parse<DefaultTreeAdapterMap>(html))];
  const notices = elements.filter(({ tagName }) => tagName === 'cookie-manifest');
  const policyPages = elements.filter(({ tagName }) => tagName === 'cookie-manifest-policy');
  const isNaming = (element: Element) => isAt(attribute(element, 'src')?.trim(), page, src);
  const showTag = (element: Element) => {
    const address = attribute(element, 'src');
    return `<${element.tagName}${address === undefined ? '' : ` src="${address}"`}>`;
  };
  return {
    isNamed: [...notices, ...policyPages].some(isNaming),
    others: notices.filter((element) => !isNaming(element)).map(showTag),
  };
}

/** Checks an address, as it is written on a page, against another one. */
const isAt = (address: string | undefined, page: URL, wanted: URL): boolean =>
  address !== undefined && URL.canParse(address, page) && new URL(address, page).href === wanted.href;
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;
const childrenOf = (node: Node): readonly Node[] =>
  'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];

function* elementsOf(node: Node): Generator<Element> {
  for (const child of childrenOf(node)) {
    if (tree.isElementNode(child)) yield child;
    yield* elementsOf(child);
  }
}

/** Whether the manifest stands inside the element, which then does not look at `src`; texts that stand there are none. */
const hasInline = (element: Element): boolean =>
  element.childNodes.some(
    (child) =>
      tree.isElementNode(child) &&
      child.tagName === 'script' &&
      attribute(child, 'type')?.toLowerCase() === 'application/json' &&
      attribute(child, 'data-texts') === undefined,
  );

/** Where the head can take one more element, its tags written or implied (HTML, section 13.1.2.4). */
function endOfHead(document: Node, html: string): number {
  const root = childrenOf(document).find((node) => tree.isElementNode(node)) as Element;
  const head = root.childNodes.find((node) => tree.isElementNode(node) && node.tagName === 'head') as Element;
  const doctype = childrenOf(document).find((node) => tree.isDocumentTypeNode(node));
  return (
    head.sourceCodeLocation?.endTag?.startOffset ??
    head.childNodes.findLast((node) => tree.isElementNode(node))?.sourceCodeLocation?.endOffset ??
    head.sourceCodeLocation?.startTag?.endOffset ??
    root.sourceCodeLocation?.startTag?.endOffset ??
    doctype?.sourceCodeLocation?.endOffset ??
    (html.startsWith('\ufeff') ? 1 : 0)
  );
}
