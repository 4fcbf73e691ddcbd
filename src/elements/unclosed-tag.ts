import { warn } from '../manifest/warn.js';

/** What belongs into the elements: what fills a slot, the manifest and other texts as JSON, and what is for visitors without JavaScript. */
const own = '[slot], [type="application/json"], noscript, template, style, link';
/** What stands beside a policy page, and hardly in its static form. */
const neighbours = 'header, nav, main, aside, footer, form, cookie-manifest, script[src]';

/**
 * Warns where an element holds what belongs beside it: HTML knows no `<cookie-manifest />`, and takes all that follows into it.
 * @param foreign - the first child that is not the element's own
 */
function warnOfUnclosedTag({ localName }: Element, foreign: Element): void {
  warn(
    `<${localName}> holds a <${foreign.localName}> of the page. Close its tag: <${localName} …></${localName}>, as HTML knows no <${localName} />.`,
  );
}

/** Warns where the notice's element holds anything of the page, which it shows all the same. */
export function checkNoticeTag(element: Element): void {
  const foreign = element.querySelector(`:scope > :not(${own})`);
  if (foreign) warnOfUnclosedTag(element, foreign);
}

const isBlank = (node: Node | null): boolean => node?.nodeType === Node.TEXT_NODE && !node.textContent!.trim();

/**
 * Returns whether a policy page seems to hold what belongs after it: it reaches to the end of its parent, and ends with blanks, as an
 * unclosed tag does, or has a neighbour inside it.
 */
function seemsUnclosed(element: Element): boolean {
  if (element.nextSibling) return false;
  return isBlank(element.lastChild) || element.querySelector(`:scope > :is(${neighbours})`) !== null;
}

/** Returns whether a policy page holds anything but its own static form, an article, and warns where it does. */
export function checkPolicyTag(element: Element): boolean {
  const foreign = element.querySelector(`:scope > :not(article, ${own})`);
  if (!foreign || !seemsUnclosed(element)) return false;
  warnOfUnclosedTag(element, foreign);
  return true;
}
