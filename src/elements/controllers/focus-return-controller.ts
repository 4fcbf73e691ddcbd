import type { LitElement, ReactiveController } from 'lit';
import { isDisplayed } from '../../page/displayed.js';
import { hasFocusWithin } from '../focus.js';

interface FocusReturnHost extends LitElement {
  /** The notice, while it is shown. */
  readonly noticeElement: HTMLElement | null;
}

/** Returns the link or button that comes next in the page, where what had the focus has gone. */
function findNeighbour(host: Element): HTMLElement | undefined {
  const places = [...document.querySelectorAll<HTMLElement>('a[href], button')].filter(isDisplayed);
  const isAfter = (place: Element) => host.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
  return places.find(isAfter) ?? places.at(-1);
}

/** Gives the focus to a place. Returns whether it, or something in its shadow root, has it now. */
function focusWithoutScrolling(place: HTMLElement | null | undefined): boolean {
  place?.focus({ preventScroll: true });
  return Boolean(place && hasFocusWithin(place));
}

/** Gives the focus back: after the details to what opened them, after the notice to where it was before. */
export class FocusReturnController implements ReactiveController {
  readonly #host: FocusReturnHost;
  #opener: HTMLElement | null = null;
  #before: HTMLElement | null = null;
  #hadFocus = false;

  constructor(host: FocusReturnHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Remembers what opened the details. */
  setOpener(opener: HTMLElement | null): void {
    this.#opener = opener;
  }

  /** Remembers where the focus was before it came into the notice from the page. */
  rememberPlace(before: HTMLElement | null): void {
    if (before && !this.#host.shadowRoot!.contains(before)) this.#before = before;
  }

  hostUpdate(): void {
    const { noticeElement } = this.#host;
    this.#hadFocus = noticeElement !== null && hasFocusWithin(noticeElement);
  }

  hostUpdated(): void {
    if (this.#hadFocus && !this.#host.noticeElement) this.giveBack();
  }

  /** Gives the focus to the first place that still takes it, and does not scroll to it: the reader may have gone on. */
  giveBack(): void {
    const hasPlace = [this.#opener, this.#before].some(focusWithoutScrolling);
    if (!hasPlace && this.#before) focusWithoutScrolling(findNeighbour(this.#host));
    this.#opener = null;
  }
}
