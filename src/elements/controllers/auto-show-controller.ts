import type { LitElement, ReactiveController } from 'lit';
import { warn } from '../../manifest/warn.js';
import { isAround } from '../../page/around.js';
import { isWanted } from '../../page/due.js';
import { shouldShow } from '../../page/should-show.js';
import { getState, subscribe } from '../../page/state.js';

/** Matches what is on a page while a modal dialog is open, and on some others. */
const signs =
  ':modal, [aria-modal=true], [inert], [aria-hidden=true]:is(main, cookie-manifest, :has(main, h1, cookie-manifest))';

interface AutoShowHost extends LitElement {
  open: boolean;
  readonly placement: string | null;
}

/** Opens the notice once the page's state says so, and closes it when it was answered elsewhere or the policy page came. */
export class AutoShowController implements ReactiveController {
  readonly #host: AutoShowHost;
  #unsubscribe: (() => void) | undefined;
  /** Resolves once a notice that has to wait may show. */
  #waiting: Promise<void> | undefined;
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
  }

  /** Shows the notice again if it is due, although it was hidden: its source is another now. */
  restart(): void {
    this.#wasShown = false;
    this.#follow();
  }

  /** @param mayWait - whether it is still to be seen if a modal dialog is open */
  #follow(mayWait = true): void {
    const state = getState();
    const isOwner = state.owner === (this.#host as Element);
    const should = isOwner && shouldShow(state);
    if (should && !this.#wasShown) {
      if (mayWait && this.#mayBeCovered()) {
        this.#waiting ??= this.#wait();
        return;
      }
      this.#host.open = true;
    }
    if (this.#wasShown && isOwner && !isWanted(state)) this.#host.open = false;
    this.#wasShown = should;
  }

  /** Returns whether there is a sign of a modal dialog or full screen; where one is, `covers.ts` looks closely. */
  #mayBeCovered(): boolean {
    // A component hides its dialogs from selectors: one that is open lies in the middle of the window. A simulated page has none.
    const middle = document.elementFromPoint?.(innerWidth / 2, innerHeight / 2) ?? null;
    const isComponent = (at: Element) => at.shadowRoot && at !== this.#host;
    return (
      this.#host.placement !== 'inline' &&
      (document.querySelector(signs) !== null || [middle, this.#host].some((place) => isAround(place, isComponent)))
    );
  }

  /** Shows the notice once nothing keeps it from being answered. */
  #wait(): Promise<void> {
    return import('../../page/covers.js')
      .then(({ untilUncovered }) => untilUncovered(this.#host))
      .catch(warn)
      .then(() => {
        this.#waiting = undefined;
        this.#follow(false);
      });
  }
}
