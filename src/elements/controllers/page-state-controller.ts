import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { subscribe } from '../../page/state.js';

/** Renders its host anew whenever the page's state has changed. */
export class PageStateController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate(); // something may have changed while it was away
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }
}
