import { findFocused } from '../focus.js';

/** What may move the focused control, or the focus. */
const events = ['focusin', 'focusout', 'scroll', 'resize'];

/** Returns whether the middle of a control lies within a box. */
function isBehind(control: DOMRect, box: DOMRect): boolean {
  const x = control.left + control.width / 2;
  const y = control.top + control.height / 2;
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

/**
 * Keeps the page's focused control from staying behind the notice (WCAG 2.2, 2.4.11 Focus Not Obscured). At the bottom the page
 * gets room to scroll, at its end, where nothing shifts; a control that is behind the notice all the same makes the notice go to the
 * other edge while that lasts.
 * @param notice - the box that is shown
 * @param isAtTop - whether it stands at the top
 * @returns what undoes all of it
 */
export function keepClear(notice: HTMLElement, isAtTop: boolean): () => void {
  const sheet = new CSSStyleSheet();
  const end = new AbortController();
  const { scrollPaddingBottom, display } = getComputedStyle(document.documentElement);
  const padding = parseFloat(scrollPaddingBottom) || 0;
  const content = display === 'block' ? '""' : 'none'; // in a grid the room would be an item that moves the others
  let home = notice.getBoundingClientRect();
  let room = 0;

  function giveRoom(): void {
    const needed = home.height && Math.ceil(innerHeight - home.top); // what is not displayed needs none
    if (isAtTop || room === needed) return;
    room = needed;
    sheet.replaceSync(
      `@media screen{:root{scroll-padding-bottom:${padding + room}px!important}` +
        `:root::after{content:${content};display:block;height:${room}px}}`,
    );
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
