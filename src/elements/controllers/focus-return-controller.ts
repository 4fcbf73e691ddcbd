import type { LitElement, ReactiveController } from 'lit';

interface FocusReturnHost extends LitElement {
  /** The notice, while it is shown. */
  readonly noticeElement: HTMLElement | null;
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

  /** Remembers where the focus was before it came into the notice. */
  rememberPlace(before: HTMLElement | null): void {
    if (!this.#host.noticeElement?.contains(before)) this.#before = before;
  }

  hostUpdate(): void {
    this.#hadFocus = this.#host.noticeElement?.matches(':focus-within') ?? false;
  }

  hostUpdated(): void {
    if (this.#hadFocus && !this.#host.noticeElement) this.giveBack();
  }

  /** Gives the focus to the first place that is still there. */
  giveBack(): void {
    [this.#opener, this.#before].find((place) => place?.isConnected)?.focus();
    this.#opener = null;
  }
}
