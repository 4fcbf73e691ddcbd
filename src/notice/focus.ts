/** The element that has the focus, inside shadow roots too. */
export function focused(): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement | null;
}

/** How much of one box lies behind another, from 0 to 1. */
function hidden(box: DOMRect, behind: DOMRect): number {
  const width = Math.min(box.right, behind.right) - Math.max(box.left, behind.left);
  const height = Math.min(box.bottom, behind.bottom) - Math.max(box.top, behind.top);
  return width > 0 && height > 0 ? (width * height) / (box.width * box.height) : 0;
}

/**
 * Keeps the page's focused control from staying behind the notice (WCAG 2.2, 2.4.11 Focus Not Obscured). At the bottom the page
 * gets room to scroll, at its end, where nothing shifts; a control that is behind the notice all the same makes the notice go to the
 * other edge while that lasts.
 * @param notice - the box that is shown
 * @param atBottom - whether it stands at the bottom
 * @returns what undoes all of it
 */
export function keepClear(notice: HTMLElement, atBottom: boolean): () => void {
  const root = document.documentElement;
  const sheet = new CSSStyleSheet();
  const padding = parseFloat(getComputedStyle(root).scrollPaddingBottom) || 0;
  let home = notice.getBoundingClientRect();
  let frame = 0;

  const measure = () => {
    if ('away' in notice.dataset) return;
    home = notice.getBoundingClientRect();
    const height = Math.ceil(innerHeight - home.top);
    if (atBottom) sheet.replaceSync(`:root{scroll-padding-bottom:${padding + height}px!important}:root::after{content:"";display:block;height:${height}px}`);
  };
  const look = () => {
    const at = focused();
    const own = !at || at === document.body || notice.getRootNode() === at.getRootNode();
    notice.toggleAttribute('data-away', !own && hidden(at.getBoundingClientRect(), home) > 0.5);
  };
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const resized = new ResizeObserver(measure);
  const events = ['focusin', 'scroll', 'resize'] as const;

  document.adoptedStyleSheets.push(sheet);
  resized.observe(notice);
  resized.observe(root);
  for (const event of events) addEventListener(event, soon, true);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    resized.disconnect();
    cancelAnimationFrame(frame);
    for (const event of events) removeEventListener(event, soon, true);
  };
}
