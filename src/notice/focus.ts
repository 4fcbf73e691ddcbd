/** The element that has the focus, inside shadow roots too. */
export function focused(): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement | null;
}

/**
 * Keeps the page's focused control from staying behind the notice (WCAG 2.2, 2.4.11 Focus Not Obscured). At the bottom the page
 * gets room to scroll, at its end, where nothing shifts; a control that is behind the notice all the same makes the notice go to the
 * other edge while that lasts.
 * @param notice - the box that is shown
 * @param atTop - whether it stands at the top
 * @returns what undoes all of it
 */
export function keepClear(notice: HTMLElement, atTop: boolean): () => void {
  const sheet = new CSSStyleSheet();
  const end = new AbortController();
  const { scrollPaddingBottom, display } = getComputedStyle(document.documentElement);
  const padding = parseFloat(scrollPaddingBottom) || 0;
  const content = display === 'block' ? '""' : 'none'; // in a grid the room would be an item that moves the others
  let home: DOMRect;
  let room = 0;

  const look = () => {
    if (!('away' in notice.dataset)) home = notice.getBoundingClientRect();
    const needed = home.height && Math.ceil(innerHeight - home.top); // what an ancestor keeps from being displayed needs none
    if (!atTop && room !== needed) {
      room = needed;
      sheet.replaceSync(
        `@media screen{:root{scroll-padding-bottom:${padding + room}px!important}:root::after{content:${content};display:block;height:${room}px}}`,
      );
    }

    const at = focused();
    const box = at?.getBoundingClientRect();
    const x = box && box.left + box.width / 2;
    const y = box && box.top + box.height / 2;
    notice.toggleAttribute(
      'data-away',
      at !== document.body &&
        at?.getRootNode() !== notice.getRootNode() &&
        x! > home.left &&
        x! < home.right &&
        y! > home.top &&
        y! < home.bottom,
    );
  };
  const resized = new ResizeObserver(look);

  document.adoptedStyleSheets.push(sheet);
  resized.observe(notice);
  for (const event of ['focusin', 'focusout', 'scroll', 'resize'])
    addEventListener(event, () => requestAnimationFrame(look), { capture: true, signal: end.signal });
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    resized.disconnect();
    end.abort();
  };
}
