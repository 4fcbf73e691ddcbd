import type { LitElement, ReactiveController } from 'lit';

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
  'click',
];

/**
 * Keeps what the visitor does in notice and details from the page: typing there is no shortcut of the page's, and a press there is none
 * beside its dialog. Clicks on links are left alone; what the page itself has put into a slot stays the page's.
 */
export class OwnEventsController implements ReactiveController {
  readonly #host: LitElement;
  readonly #handle: (event: Event) => void;
  #end = new AbortController();
  #isModal = false;

  /** @param handle - called with what is kept from the page, and thereby from listeners in the shadow root */
  constructor(host: LitElement, handle: (event: Event) => void) {
    this.#host = host;
    this.#handle = handle;
    host.addController(this);
  }

  hostConnected(): void {
    this.#end = new AbortController();
    this.#isModal = false;
    const options = { capture: true, passive: true, signal: this.#end.signal };
    // On the window, as pages listen on the document before an event comes down to its target.
    for (const event of events) this.#host.ownerDocument.defaultView?.addEventListener(event, this.#keep, options);
  }

  /** Listens so that a wheel can be held back, but only while a dialog is open: a page that waits for a script scrolls less smoothly. */
  hostUpdated(): void {
    const isModal = this.#host.shadowRoot!.querySelector('dialog[open]') !== null;
    if (isModal === this.#isModal) return;
    this.#isModal = isModal;
    const view = this.#host.ownerDocument.defaultView;
    view?.removeEventListener('wheel', this.#keep, true);
    view?.addEventListener('wheel', this.#keep, { capture: true, passive: !isModal, signal: this.#end.signal });
  }

  hostDisconnected(): void {
    this.#end.abort();
  }

  readonly #keep = (event: Event): void => {
    const [origin] = event.composedPath() as (Element | Window)[];
    if (!origin || !('getRootNode' in origin) || origin.getRootNode() !== this.#host.shadowRoot) return;
    const button = origin.closest('button');
    if (event.type === 'click' && !button) return; // a link may be for the page's router
    event.stopImmediatePropagation();
    // To the button alone: a focus trap of the page would swallow a press outside of it.
    if (event.type === 'click') button!.dispatchEvent(new Event('click'));
    else this.#handle(event);
  };
}
