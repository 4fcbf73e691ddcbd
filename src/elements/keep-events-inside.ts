/** What pages listen for on the document: shortcuts, smooth scrolling, and presses and focus beside their own dialogs. */
const events = [
  'keydown',
  'keypress',
  'keyup',
  'wheel',
  'touchstart',
  'touchmove',
  'touchend',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'focusin',
  'focusout',
];

/**
 * Keeps what the visitor does in notice and details from the page: typing there is no shortcut of the page's, and a press there is none
 * beside its dialog. What the page itself has put into a slot stays the page's.
 * @param box - what holds notice and details, in the shadow root
 */
export function keepEventsInside(box: HTMLElement): void {
  const stop = (event: Event) => {
    const [origin] = event.composedPath() as Node[];
    if (box.contains(origin!)) event.stopPropagation();
  };
  for (const event of events) box.addEventListener(event, stop, { passive: true });
}
