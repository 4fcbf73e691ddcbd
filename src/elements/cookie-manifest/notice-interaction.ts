import { warn } from '../../manifest/warn.js';
import { answerNotice } from '../../page/actions.js';
import { FocusReturnController } from '../controllers/focus-return-controller.js';
import { InertController } from '../controllers/inert-controller.js';
import { KeepClearController } from '../controllers/keep-clear-controller.js';
import { OwnEventsController } from '../controllers/own-events-controller.js';
import { findFocused } from '../focus.js';
import { hasForeignChildren } from '../foreign-children.js';
import type { CookieManifestElement } from './cookie-manifest.component.js';
import { followPolicy } from './follow-policy.js';

/** Loads what only visitors who open the details need. */
const importDetails = () => import('./details-controller.js');
const importTagCheck = () => import('../unclosed-tag.js');

/**
 * What the visitor may do once the notice is painted: answer it, open the details, and go through the page beside it. A file of its own,
 * which is loaded when there is something to act on.
 */
export class NoticeInteraction {
  readonly #host: CookieManifestElement;
  readonly #focusReturn: FocusReturnController;

  constructor(host: CookieManifestElement) {
    this.#host = host;
    this.#focusReturn = new FocusReturnController(host);
    new KeepClearController(host);
    if (hasForeignChildren(host)) void importTagCheck().then(({ checkNoticeTag }) => checkNoticeTag(host), warn);
    new InertController(host);
    new OwnEventsController(host, (event) => this.#handle(event));
    host.requestUpdate(); // the notice may be there already
  }

  /** Handles what is kept from the page, as the notice's own listeners do until this is loaded. */
  #handle(event: Event): void {
    if (event.type === 'wheel') this.#host.details?.keepPageStill(event as WheelEvent);
    const [origin] = event.composedPath() as Node[];
    if (!this.#host.noticeElement?.contains(origin!)) return;
    if (event.type === 'focusin') this.rememberFocus((event as FocusEvent).relatedTarget);
    if (event.type === 'keydown' && (event as KeyboardEvent).key === 'Escape') this.answer();
  }

  /** Answers the notice as its button says. */
  answer(): void {
    answerNotice().catch(warn);
  }

  /** Remembers where the focus was before it came into the notice. */
  rememberFocus(before: EventTarget | null): void {
    this.#focusReturn.rememberPlace(before as HTMLElement | null);
  }

  /**
   * Opens the details. Where they cannot be had, the link to the policy is followed.
   * @param opener - what gets the focus back; default: what has it now
   */
  async openDetails(opener: HTMLElement | null = findFocused()): Promise<void> {
    this.#focusReturn.setOpener(opener);
    await this.loadDetails(opener);
    this.#host.detailsOpen = this.#host.details !== undefined;
  }

  /**
   * Loads the details, once.
   * @param opener - what was to open them: where they cannot be had, its own link is followed
   */
  async loadDetails(opener?: Element | null): Promise<void> {
    try {
      const { DetailsController } = await importDetails();
      this.#host.details ??= new DetailsController(this.#host, this.#focusReturn);
      this.#host.requestUpdate();
    } catch (reason) {
      warn('no details', reason);
      followPolicy(this.#host, opener);
    }
  }

  /** Gets the details ready while nobody waits for them; whoever opens them hears of a failure. */
  warmDetails(): void {
    importDetails().then(
      ({ warmUp }) => warmUp(this.#host.language.requested),
      () => {},
    );
  }
}
