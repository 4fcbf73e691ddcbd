import { adoptStyles, type ReactiveController, type TemplateResult } from 'lit';
import type { ListedCookie } from '../../cookie-list/list.js';
import { observeStorage, type Observation } from '../../cookie-list/observe.js';
import { detectPresence } from '../../cookie-list/presence.js';
import { getMessages } from '../../locales/load.js';
import enDetails from '../../locales/messages/en-details.js';
import { formatCount } from '../../locales/plural.js';
import { formatDuration, parseDuration } from '../../manifest/duration.js';
import { isDisplayed } from '../../page/displayed.js';
import { queries } from '../../page/cookie-queries.js';
import { dispatch } from '../../page/dispatch.js';
import { reloadManifest } from '../../page/load-manifest.js';
import { getState } from '../../page/state.js';
import type { FocusReturnController } from '../controllers/focus-return-controller.js';
import { closeModal, showModal } from '../modal-dialog.js';
import type { CookieManifestElement } from './cookie-manifest.component.js';
import { categoryStyles } from './category.styles.js';
import { styles } from './cookie-manifest.styles.js';
import { detailsStyles } from './details.styles.js';
import { detailsTemplate } from './details.template.js';
import { followPolicy } from './follow-policy.js';
import { takeRows } from './take-rows.js';

/** Rows that are rendered when the details open; more follow when those are painted. */
const firstRows = 25;
const moreRows = 200;

/** Does once what is slow the first time: making the objects that word numbers and durations. */
export function warmUp(requested: string): void {
  const { messages, language } = getMessages(requested);
  formatDuration(parseDuration('1 day'), language, messages);
  formatCount(enDetails.sessions, 1, language);
}

/** The details: the modal dialog that lists every cookie. */
export class DetailsController implements ReactiveController {
  readonly #host: CookieManifestElement;
  readonly #focusReturn: FocusReturnController;
  /** The dialog that is in the page; another one is new, and has to be opened. */
  #dialog: HTMLDialogElement | null = null;
  /** The cookies of the manifest, as long as what they are made of is the same. */
  #cookies: readonly ListedCookie[] = [];
  #madeOf: readonly unknown[] = [];
  #observation: Observation = new Map();
  #query = '';
  #rowLimit = firstRows;
  #isWaitingForPaint = false;
  /** What had the focus before an update that may remove it. */
  #focused: Element | null = null;

  constructor(host: CookieManifestElement, focusReturn: FocusReturnController) {
    this.#host = host;
    this.#focusReturn = focusReturn;
    host.addController(this);
    // A document shares no sheets with another: what has moved into a frame goes without.
    if (host.ownerDocument === document) adoptStyles(host.shadowRoot!, [styles, detailsStyles, categoryStyles]);
  }

  /** Renders the dialog, with as many rows as are due. */
  render(): TemplateResult {
    const { manifest, error } = getState();
    const { requested, language, direction, messages } = this.#host.language;
    const matching = this.#listMatching();
    return detailsTemplate({
      requested,
      language,
      direction,
      messages: { ...enDetails, ...messages },
      manifest,
      hasFailed: error !== null,
      cookies: this.#cookies,
      matchCount: matching.length,
      groups: takeRows(matching, this.#rowLimit),
      presence: detectPresence(this.#cookies, this.#observation),
      query: this.#query,
      onSearch: this.#search,
      onRetry: reloadManifest,
      onCloseClick: () => closeModal(this.#dialog!),
      onClosed: this.#handleClosed,
    });
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot!.activeElement;
    // Closed, not just taken away: a dialog gives the focus back when it closes.
    if (!this.#host.detailsOpen && this.#dialog) closeModal(this.#dialog);
    this.#listCookies();
  }

  hostUpdated(): void {
    const dialog = this.#host.shadowRoot!.querySelector('dialog');
    const isNew = dialog !== this.#dialog;
    this.#dialog = dialog;
    if (!dialog?.isConnected) return;
    if (isNew) this.#start(dialog);
    else if (dialog.open && !dialog.matches(':modal')) this.#reopen(dialog);
    if (this.#focused && !this.#focused.isConnected) dialog.querySelector('button')?.focus();
    this.#renderMoreAfterPaint();
  }

  /** Keeps a wheel that cannot scroll the list any further from scrolling the page behind the dialog. A zoom is left alone. */
  keepPageStill(event: WheelEvent): void {
    if (!this.#dialog?.open || event.ctrlKey) return;
    const list = this.#dialog.querySelector('[part=body]')!;
    const rest = event.deltaY < 0 ? list.scrollTop : list.scrollHeight - list.clientHeight - list.scrollTop;
    const canScroll = rest >= 1 && event.composedPath().includes(list); // positions may be fractions of a pixel
    if (!canScroll) event.preventDefault();
  }

  /** Opens a new dialog, where it can be seen. */
  #start(dialog: HTMLDialogElement): void {
    showModal(dialog);
    if (!isDisplayed(dialog)) {
      followPolicy(this.#host);
      return;
    }
    dispatch('details');
    void observeStorage().then((observation) => {
      this.#observation = observation;
      this.#host.requestUpdate();
    });
  }

  /** Opens a dialog again that a move has taken out of the top layer. */
  #reopen(dialog: HTMLDialogElement): void {
    dialog.open = false;
    showModal(dialog);
  }

  readonly #handleClosed = (): void => {
    if (this.#dialog?.open) return;
    this.#query = '';
    this.#rowLimit = firstRows;
    this.#host.detailsOpen = false;
    this.#focusReturn.giveBack();
  };

  readonly #search = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value.trim().toLowerCase();
    this.#rowLimit = firstRows;
    this.#host.requestUpdate();
  };

  /** Lists the cookies anew where something has changed of which the list is made. */
  #listCookies(): void {
    const { manifest, given } = getState();
    const { requested, messages } = this.#host.language;
    const madeOf = [manifest, given, requested, messages];
    if (madeOf.every((part, index) => part === this.#madeOf[index])) return;
    this.#madeOf = madeOf;
    this.#cookies = queries.listCookies();
  }

  #listMatching(): readonly ListedCookie[] {
    if (!this.#query) return this.#cookies;
    return this.#cookies.filter(({ name, purpose, provider, durationText }) =>
      [name, purpose, provider, durationText].join('\n').toLowerCase().includes(this.#query),
    );
  }

  /** Renders more rows once those that are there are painted. */
  #renderMoreAfterPaint(): void {
    if (this.#isWaitingForPaint || this.#rowLimit >= this.#listMatching().length) return;
    this.#isWaitingForPaint = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#isWaitingForPaint = false;
        this.#rowLimit += moreRows;
        this.#host.requestUpdate();
      }),
    );
  }
}
