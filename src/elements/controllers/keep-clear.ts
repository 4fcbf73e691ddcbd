import { findFocused } from '../focus.js';

/** What may move the focused control, or the focus. */
const events = ['focusin', 'focusout', 'scroll', 'resize'];

/** Returns whether the middle of a control lies within a box. */
function isBehind(control: DOMRect, box: DOMRect): boolean {
  const x = control.left + control.width / 2;
  const y = control.top + control.height / 2;
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

/** Returns whether the page scrolls as usual: not from stop to stop, and not locked as applications lock it that scroll inside. */
function scrollsFreely(root: CSSStyleDeclaration): boolean {
  const { overflowY } = root.overflowY === 'visible' ? getComputedStyle(document.body) : root;
  return root.scrollSnapType === 'none' && overflowY !== 'hidden' && overflowY !== 'clip';
}

/**
 * Keeps what the visitor looks for from staying behind the notice: the page's focused control (WCAG 2.2, 2.4.11 Focus Not Obscured), and
 * what is scrolled to. At the bottom the page gets room to scroll, at its end, where nothing shifts; a control that is behind the notice
 * all the same makes the notice go to the other edge while that lasts.
 * @param notice - the box that is shown
 * @param isAtTop - whether it stands at the top
 * @returns what undoes all of it
 */
export function keepClear(notice: HTMLElement, isAtTop: boolean): () => void {
  const root = document.documentElement;
  const sheet = new CSSStyleSheet();
  const end = new AbortController();
  const style = getComputedStyle(root);
  const side = isAtTop ? 'scroll-padding-top' : 'scroll-padding-bottom';
  const padding = style.getPropertyValue(side).replace('auto', '0px');
  const hasEnd = !isAtTop && style.display === 'block'; // in a grid the room would be an item that moves the others
  const isFree = scrollsFreely(style);
  let home = notice.getBoundingClientRect();
  let needed = 0;
  /** Whether the page could not have room at its end, as it fits into the window and would get a scrollbar. */
  let isRefused = false;

  function write(room: number): void {
    const rest = room ? `:root::after{content:"";display:block;height:${room}px}` : '';
    sheet.replaceSync(`@media screen{:root{${side}:max(${padding},${needed}px)!important}${rest}}`);
  }

  function giveRoom(): void {
    const now = home.height && Math.ceil(isAtTop ? home.bottom : innerHeight - home.top); // what is not displayed needs none
    const mayRetry = isRefused && root.scrollHeight > root.clientHeight;
    if (!isFree || (now === needed && !mayRetry)) return;
    needed = now;
    const { clientWidth } = root;
    write(hasEnd ? needed : 0);
    isRefused = root.clientWidth < clientWidth;
    if (isRefused) write(0);
  }

  function giveWay(): void {
    const focused = findFocused();
    const isOfPage = focused && focused !== document.body && focused.getRootNode() !== notice.getRootNode();
    notice.toggleAttribute('data-away', Boolean(isOfPage) && isBehind(focused!.getBoundingClientRect(), home));
  }

  function update(): void {
    if (!('away' in notice.dataset)) home = notice.getBoundingClientRect();
    giveRoom();
    giveWay();
  }

  const resizes = new ResizeObserver(update);
  document.adoptedStyleSheets.push(sheet);
  resizes.observe(notice);
  for (const event of events)
    addEventListener(event, () => requestAnimationFrame(update), { capture: true, signal: end.signal });
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    resizes.disconnect();
    end.abort();
  };
}
