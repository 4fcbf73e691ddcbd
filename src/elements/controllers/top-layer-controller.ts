import type { LitElement, ReactiveController } from 'lit';
import { dispatch } from '../../page/dispatch.js';

interface TopLayerHost extends LitElement {
  /** The notice, while it is shown. */
  readonly noticeElement: HTMLElement | null;
}

/** Brings the notice into the top layer, and tells the page whenever it is shown or hidden. */
export class TopLayerController implements ReactiveController {
  readonly #host: TopLayerHost;
  readonly #onShown: () => void;
  #wasShown = false;

  /** @param onShown - called each time the notice was shown */
  constructor(host: TopLayerHost, onShown: () => void) {
    this.#host = host;
    this.#onShown = onShown;
    host.addController(this);
  }

  hostUpdated(): void {
    const { noticeElement } = this.#host;
    if (noticeElement) this.#showPopover(noticeElement);
    const isShown = noticeElement !== null;
    if (isShown === this.#wasShown) return;
    this.#wasShown = isShown;
    dispatch(isShown ? 'show' : 'hide');
    if (isShown) this.#onShown();
  }

  /** Shows the notice where it is not shown yet, or where a move has taken it out of the top layer. */
  #showPopover(notice: HTMLElement): void {
    if (!notice.isConnected || !notice.popover || notice.matches(':popover-open')) return;
    notice.getClientRects(); // laid out once: else Chromium may not paint it in an ancestor of automatic content visibility
    notice.showPopover();
  }
}
