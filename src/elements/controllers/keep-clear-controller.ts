import type { LitElement, ReactiveController } from 'lit';
import { keepClear } from './keep-clear.js';

interface KeepClearHost extends LitElement {
  readonly placement: string | null;
  /** The notice, while it is shown. */
  readonly noticeElement: HTMLElement | null;
}

/** Keeps the page's focused control from staying behind the notice (WCAG 2.2, 2.4.11 Focus Not Obscured). */
export class KeepClearController implements ReactiveController {
  readonly #host: KeepClearHost;
  #undo: (() => void) | undefined;
  #notice: HTMLElement | null = null;
  #placement: string | null = null;

  constructor(host: KeepClearHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { noticeElement, placement } = this.#host;
    if (noticeElement === this.#notice && placement === this.#placement) return;
    this.#notice = noticeElement;
    this.#placement = placement;
    this.#undo?.();
    this.#undo = noticeElement?.popover ? keepClear(noticeElement, placement === 'top') : undefined;
  }
}
