import type { LitElement, ReactiveController } from 'lit';

/**
 * Calls `arrive` when its host has come into the page, and what that returns when it has gone. It waits for the host's first update,
 * when properties that were set before the element was defined are known; a host that moves stays.
 */
export class PresenceController implements ReactiveController {
  readonly #host: LitElement;
  readonly #arrive: () => () => void;
  #leave: (() => void) | undefined;

  constructor(host: LitElement, arrive: () => () => void) {
    this.#host = host;
    this.#arrive = arrive;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.#join();
  }

  hostUpdated(): void {
    // Joining brings about another update, which must not be asked for during this one.
    if (!this.#leave) queueMicrotask(() => this.#join());
  }

  #join(): void {
    if (this.#host.isConnected) this.#leave ??= this.#arrive();
  }

  hostDisconnected(): void {
    // An element that moves is back before this runs.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#leave?.();
      this.#leave = undefined;
    });
  }
}
