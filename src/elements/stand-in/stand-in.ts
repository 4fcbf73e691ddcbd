import { getDirection } from '../../locales/direction.js';
import { findLanguage } from '../../locales/language.js';
import { getMessages, loadMessages } from '../../locales/load.js';
import { hasOptionalCategories } from '../../manifest/optional-categories.js';
import { warn } from '../../manifest/warn.js';
import { acknowledge, answerNotice } from '../../page/actions.js';
import { dispatch } from '../../page/dispatch.js';
import { isWanted } from '../../page/due.js';
import type { NoticeElement } from '../../page/notice-element.js';
import { registerNotice } from '../../page/registry.js';
import { shouldShow } from '../../page/should-show.js';
import { getState, subscribe } from '../../page/state.js';
import { findPolicyUrl, getNoticeText, getSiteName } from '../notice-text.js';
import { checkNoticeTag } from '../unclosed-tag.js';
import { create } from './create.js';
import { createDetails } from './details.js';
import { styles } from './stand-in.styles.js';

/**
 * The notice where Lit cannot start, as its templates need a Trusted Types policy that the page refuses: the sentence, OK, the link to
 * the policy, and a plain list of the cookies. Made of single elements, it needs no policy.
 */
export class StandInElement extends HTMLElement implements NoticeElement {
  static readonly observedAttributes = ['open', 'details-open', 'lang'];

  declare manifest?: object | null;
  readonly updateComplete = Promise.resolve();
  readonly #root = this.attachShadow({ mode: 'open' });
  /** Shows what a page has in an element whose tag it did not close. */
  readonly #slot = create('slot', {});
  #endings: (() => void)[] = [];
  #wasShown = false;
  #opener: HTMLElement | null = null;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(this.#slot);
  }

  connectedCallback(): void {
    this.#endings = [subscribe(() => this.#follow()), registerNotice(this)];
    this.#loadTexts();
    this.#follow();
    checkNoticeTag(this);
  }

  disconnectedCallback(): void {
    for (const end of this.#endings) end();
    this.#wasShown = false;
    this.#root.replaceChildren(this.#slot);
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (old === value) return;
    if (name === 'lang') this.#loadTexts();
    this.#render();
  }

  async show(): Promise<void> {
    this.toggleAttribute('open', true);
  }

  async hide(): Promise<void> {
    this.toggleAttribute('open', false);
    this.toggleAttribute('details-open', false);
  }

  async showDetails(opener: HTMLElement | null = null): Promise<void> {
    this.#opener = opener;
    this.toggleAttribute('details-open', true);
  }

  acknowledge(): Promise<void> {
    return acknowledge();
  }

  get open(): boolean {
    return this.hasAttribute('open');
  }

  get detailsOpen(): boolean {
    return this.hasAttribute('details-open');
  }

  get #language(): string {
    return findLanguage(this);
  }

  #loadTexts(): void {
    void loadMessages(this.#language).then(() => this.#render());
  }

  /** Shows the notice once it is due and known, and hides it when it was answered elsewhere. */
  #follow(): void {
    const state = getState();
    if (state.owner !== this) return;
    const should = shouldShow(state);
    if (should && !this.#wasShown) this.toggleAttribute('open', true);
    if (this.#wasShown && !isWanted(state)) this.toggleAttribute('open', false);
    this.#wasShown = should;
    this.#render();
  }

  /** Makes what the attributes ask for. There is little of it, so it is made anew each time. */
  #render(): void {
    const notice = this.#root.querySelector('section');
    const dialog = this.#root.querySelector('dialog');
    const isOwner = getState().owner === this;
    notice?.remove();
    if (this.open && isOwner) this.#renderNotice();
    if (this.open !== (notice !== null)) dispatch(this.open ? 'show' : 'hide');
    if (!this.detailsOpen) dialog?.remove();
    else if (!dialog && isOwner) this.#renderDetails();
  }

  #renderNotice(): void {
    const state = getState();
    const { messages, language } = getMessages(this.#language);
    const policyUrl = findPolicyUrl(state.manifest);
    const answer = () => void answerNotice().catch(warn);
    const answerOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') answer();
    };
    const text = create('p', { part: 'text' }, getNoticeText(state.manifest, this.#language), ' ');
    if (policyUrl) text.append(create('a', { part: 'link', href: policyUrl }, messages.policy));
    const ok = create(
      'button',
      { part: 'ok', onclick: answer },
      hasOptionalCategories(state.manifest) ? messages.close : messages.ok,
    );
    const details = create(
      'button',
      { part: 'open-details', onclick: () => void this.showDetails(details) },
      messages.details,
    );
    const notice = create(
      'section',
      {
        part: 'notice',
        role: 'region',
        ariaLabel: messages.title.replace('{site}', getSiteName(state.manifest, this.#language)),
        lang: language,
        dir: getDirection(language),
        popover: 'manual',
        onkeydown: answerOnEscape,
      },
      text,
      create('div', { part: 'actions' }, ok, details),
    );
    this.#root.prepend(notice);
    notice.showPopover();
  }

  #renderDetails(): void {
    const dialog = createDetails(this.#language);
    dialog.addEventListener('close', () => {
      this.toggleAttribute('details-open', false);
      const button = this.#root.querySelector<HTMLElement>('[part=open-details]');
      const place = this.#opener?.isConnected ? this.#opener : button;
      place?.focus({ preventScroll: true });
    });
    this.#root.append(dialog);
    dialog.showModal();
    dispatch('details');
  }
}
