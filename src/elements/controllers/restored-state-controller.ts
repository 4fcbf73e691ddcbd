import type { LitElement, ReactiveController } from 'lit';
import { isDue } from '../../page/due.js';
import { notices } from '../../page/markup.js';
import { getState } from '../../page/state.js';

interface RestoredStateHost extends LitElement {
  open: boolean;
  detailsOpen: boolean;
}

/**
 * Closes what a restored, cloned or cached page brings along as open: the record alone says what is shown. An element that moves keeps
 * its state.
 */
export class RestoredStateController implements ReactiveController {
  readonly #host: RestoredStateHost;

  constructor(host: RestoredStateHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const hasMoved = (notices as ReadonlySet<Element>).has(this.#host);
    if (hasMoved || isDue(getState())) return;
    this.#host.open = false;
    this.#host.detailsOpen = false;
  }
}
