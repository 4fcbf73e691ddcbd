import type { LitElement, ReactiveController } from 'lit';
import { isAround } from '../../page/around.js';

interface InertHost extends LitElement {
  /** The notice, while it is shown. */
  readonly noticeElement: HTMLElement | null;
}

/** Takes the notice out of sight while it is inert: it would lie above the dialog that made it so, and could not be answered. */
export class InertController implements ReactiveController {
  readonly #host: InertHost;
  readonly #observer: MutationObserver = new MutationObserver(() => this.hostUpdated());

  constructor(host: InertHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const options = { subtree: true, attributeFilter: ['inert'] };
    isAround(this.#host, (at) => this.#observer.observe(at.getRootNode(), options));
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdated(): void {
    const { noticeElement } = this.#host;
    const isInert = isAround(this.#host, (at) => at.matches('[inert]'));
    if (noticeElement) noticeElement.hidden = isInert;
  }
}
