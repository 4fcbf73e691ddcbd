import type { LitElement, ReactiveController } from 'lit';
import { isBesideModal, isInert } from '../../page/covers.js';
import { isWanted } from '../../page/due.js';
import { shouldShow } from '../../page/should-show.js';
import { getState, subscribe } from '../../page/state.js';

/** How often a notice that has to wait looks whether it may show, in milliseconds. */
const retryDelay = 200;

interface AutoShowHost extends LitElement {
  open: boolean;
  readonly placement: string | null;
}

/** Opens the notice once the page's state says so, and closes it when it was answered elsewhere or the policy page came. */
export class AutoShowController implements ReactiveController {
  readonly #host: AutoShowHost;
  #unsubscribe: (() => void) | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Whether it was opened for what is due now: what the visitor hides then stays hidden. */
  #wasShown = false;

  constructor(host: AutoShowHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = subscribe(() => this.#follow());
    if (this.#host.hasUpdated) this.#follow();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    clearTimeout(this.#retry);
  }

  /** Shows the notice again if it is due, although it was hidden: its source is another now. */
  restart(): void {
    this.#wasShown = false;
    this.#follow();
  }

  #follow(): void {
    const state = getState();
    const isOwner = state.owner === (this.#host as Element);
    const should = isOwner && shouldShow(state);
    if (should && !this.#wasShown) {
      clearTimeout(this.#retry);
      if (this.#isCovered()) {
        this.#retry = setTimeout(() => this.#follow(), retryDelay);
        return;
      }
      this.#host.open = true;
    }
    if (this.#wasShown && isOwner && !isWanted(state)) this.#host.open = false;
    this.#wasShown = should;
  }

  /** Returns whether a modal dialog, full screen or an inert tree would keep the notice from being answered. */
  #isCovered(): boolean {
    return this.#host.placement !== 'inline' && (isBesideModal() || isInert(this.#host));
  }
}
