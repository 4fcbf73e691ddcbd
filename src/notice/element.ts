import { LitElement, html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { directionOf, languageAt } from '../locales/language.js';
import { fill, loadMessages, messages } from '../locales/messages.js';
import type { Details } from './details.js';
import { focused, keepClear } from './focus.js';
import type { Model, View } from './model.js';
import { noticeStyles } from './styles.js';
import { noticeText, policyUrl, siteName } from './text.js';

/** Where the notice stands. */
export type Placement = 'bottom' | 'top' | 'bottom-start' | 'bottom-end' | 'inline';

/** Elements in the page, in the order in which they came: the first owns the page's notice. */
const connected = new Set<CookieManifestElement>();

/**
 * The notice and the details of a cookie manifest.
 *
 * @tagname cookie-manifest
 * @attr {string} lang - Language of the texts; default: the nearest `lang`, else the browser's.
 *
 * @slot text - Replaces the notice's sentence.
 * @slot more - Comes at the end of the details.
 *
 * @csspart notice - The notice.
 * @csspart text - Its sentence.
 * @csspart link - The link to the policy.
 * @csspart actions - The box around its buttons.
 * @csspart ok - The button that dismisses the notice.
 * @csspart open-details - The button that opens the details.
 * @csspart details - The dialog with the list of cookies.
 * @csspart close - The button that closes the details.
 * @csspart table - A category's table.
 *
 * @cssproperty [--cookie-manifest-background=light-dark(#fff, #1d1f23)] - Background of notice and details.
 * @cssproperty [--cookie-manifest-color=light-dark(#1d1f23, #eceef2)] - Text.
 * @cssproperty [--cookie-manifest-muted-color=light-dark(#5a5f69, #a9aeb8)] - Less important text in the details.
 * @cssproperty [--cookie-manifest-border-color=light-dark(#d4d7dd, #484c55)] - Borders and lines.
 * @cssproperty [--cookie-manifest-button-background=light-dark(#1d1f23, #eceef2)] - Background of the main button.
 * @cssproperty [--cookie-manifest-button-color=light-dark(#fff, #1d1f23)] - Text of the main button.
 * @cssproperty [--cookie-manifest-button-border-color=light-dark(#767b85, #8d929d)] - Borders of buttons and fields.
 * @cssproperty [--cookie-manifest-focus-color=light-dark(#1a5fd0, #8ab8ff)] - Outline of what has the focus.
 * @cssproperty [--cookie-manifest-font=system-ui, sans-serif] - Font family.
 * @cssproperty [--cookie-manifest-radius=12px] - Corner radius.
 * @cssproperty [--cookie-manifest-shadow=0 4px 24px #0003] - Shadow of the notice.
 * @cssproperty [--cookie-manifest-width=46rem, or 23rem in a corner] - Greatest width of the notice.
 *
 * @fires cookie-manifest-load - A manifest was loaded (`manifest`).
 * @fires cookie-manifest-show - The notice was shown.
 * @fires cookie-manifest-hide - The notice was hidden, answered or not.
 * @fires cookie-manifest-details - The details were opened.
 * @fires cookie-manifest-change - The preferences changed (`preferences`).
 * @fires cookie-manifest-error - The manifest has problems (`problems`), or could not be loaded (`error`).
 */
export class CookieManifestElement extends LitElement implements View {
  /** Given by `define`. @internal */
  static model: Model;

  static override styles = unsafeCSS(noticeStyles);

  static override properties = {
    src: {},
    revision: {},
    placement: { reflect: true },
    notice: {},
    manifest: { attribute: false },
    open: { type: Boolean, reflect: true },
    detailsOpen: { type: Boolean, reflect: true, attribute: 'details-open' },
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Address of the manifest. */
  declare src: string | null;
  /** The manifest's revision; lets a returning visit skip the fetch. */
  declare revision: string | null;
  /** Where the notice stands: `bottom`, `top`, `bottom-start`, `bottom-end`, or `inline` in the page's flow. Default: `bottom`. */
  declare placement: Placement | null;
  /** `auto` shows the notice when it is due; `manual` only when asked. Default: `auto`. */
  declare notice: 'auto' | 'manual' | null;
  /** The manifest as a value; comes before a manifest inside the element, which comes before `src`. */
  declare manifest: object | null;
  /** Whether the notice is shown. */
  declare open: boolean;
  /** Whether the details are shown. */
  declare detailsOpen: boolean;

  #details: Details | undefined;
  #unwatch: (() => void) | undefined;
  #restore: (() => void) | undefined;
  #wasReady = false;
  #cameFrom: HTMLElement | null = null;
  #opener: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.dataset['nosnippet'] = '';
    connected.add(this);
    if (this.#owns) this.#own();
    else console.warn('cookie-manifest: only the first <cookie-manifest> of a page is shown.', this);
    this.requestUpdate(); // a move took the notice out of the top layer
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that moves is back before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      connected.delete(this);
      this.#restore?.();
      this.#restore = undefined;
      this.#unwatch?.();
      this.#unwatch = undefined;
      this.#wasReady = false;
      this.open = this.detailsOpen = false;
      CookieManifestElement.model.release(this);
      const [next] = connected;
      if (next) next.#own();
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' && this.#unwatch) this.#speak();
  }

  /** Shows the notice. */
  async show(): Promise<void> {
    this.open = true;
    await this.updateComplete;
  }

  /** Closes notice and details; stores nothing. */
  async hide(): Promise<void> {
    this.open = this.detailsOpen = false;
    await this.updateComplete;
  }

  /**
   * Opens the details, or follows the link to the policy where they could not be seen.
   * @param opener - what gets the focus back; default: what has it now
   */
  async showDetails(opener?: HTMLElement): Promise<void> {
    this.#opener = opener ?? focused();
    await this.#prepare();
    this.#details?.opened();
    this.detailsOpen = true;
    await this.updateComplete;
  }

  /** Stores that the visitor has seen the notice, which closes it. */
  acknowledge(): Promise<void> {
    return CookieManifestElement.model.acknowledge();
  }

  /** The language in use. */
  get language(): string {
    return languageAt(this);
  }

  get #owns(): boolean {
    return connected.values().next().value === this;
  }

  #own(): void {
    const { model } = CookieManifestElement;
    this.#unwatch ??= model.watch(this.#follow);
    model.adopt(this);
    this.#speak();
    this.#follow();
  }

  readonly #follow = (): void => {
    const { ready, due } = CookieManifestElement.model;
    if (ready && !this.#wasReady) this.open = true;
    if (this.#wasReady && !due) this.open = false; // answered in another tab
    this.#wasReady = ready;
    this.requestUpdate();
  };

  /** Brings the texts of the language in use. */
  #speak(): void {
    this.requestUpdate();
    void loadMessages(this.language).then(() => this.requestUpdate());
  }

  /** Loads what shows the details. */
  readonly #prepare = async (): Promise<void> => {
    try {
      const { Details } = await import('./details.js');
      this.#details ??= new Details(this, CookieManifestElement.model);
    } catch (reason) {
      console.warn('cookie-manifest: the details could not be loaded.', reason);
    }
  };

  #followPolicy(): void {
    const url = policyUrl(CookieManifestElement.model.manifest);
    this.detailsOpen = false;
    if (url) location.assign(url);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#unwatch && this.hasUpdated && (changed.has('src') || changed.has('manifest') || changed.has('revision') || changed.has('notice'))) {
      this.#wasReady = false;
      CookieManifestElement.model.renew();
    }
    // Closed, not just taken away: a dialog gives the focus back when it closes.
    if (changed.has('detailsOpen') && !this.detailsOpen) this.#dialog?.close();
    if (changed.has('open') && !this.open && this.renderRoot.querySelector('section')?.matches(':focus-within')) this.#giveBack();
  }

  protected override render(): unknown {
    if (!this.#owns) return nothing;
    return [this.open ? this.#renderNotice() : nothing, this.detailsOpen && this.#details ? this.#details.render() : nothing];
  }

  #renderNotice(): unknown {
    const { manifest, optional } = CookieManifestElement.model;
    const { words, language } = messages(this.language);
    const url = policyUrl(manifest);
    return html`<section
      part="notice"
      role="region"
      aria-label=${fill(words.title, { site: siteName(manifest, this.language) })}
      lang=${language}
      dir=${directionOf(language)}
      popover=${this.placement === 'inline' ? nothing : 'manual'}
      @focusin=${this.#entered}
      @keydown=${this.#pressed}
    >
      <p part="text">
        <slot name="text">${noticeText(manifest, this.language)}</slot>
        ${url ? html`<a part="link" href=${url}>${words.policy}</a>` : nothing}
      </p>
      <div part="actions">
        <button part="ok" @click=${this.#dismiss}>${optional ? words.close : words.ok}</button>
        <button part="open-details" @click=${() => this.showDetails()} @pointerenter=${this.#prepare} @focus=${this.#prepare}>
          ${words.details}
        </button>
      </div>
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const section = this.renderRoot.querySelector('section');
    if (section && section.popover && !section.matches(':popover-open')) section.showPopover();
    if (changed.has('open') || changed.has('placement')) {
      this.#restore?.();
      this.#restore = section && section.popover ? keepClear(section, this.placement !== 'top') : undefined;
    }
    if (changed.has('open') && this.open !== !!changed.get('open') && this.#owns) CookieManifestElement.model.tell(this.open ? 'show' : 'hide');
    this.#openDialog();
  }

  #openDialog(): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.matches(':modal')) return;
    dialog.open = false;
    dialog.showModal();
    if (dialog.getClientRects().length) CookieManifestElement.model.tell('details');
    else this.#followPolicy();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  /** The details were closed, by their button, by Escape or by hand. @internal */
  readonly closed = (): void => {
    this.detailsOpen = false;
    if (this.#opener?.isConnected) this.#opener.focus();
    this.#opener = null;
  };

  readonly #dismiss = (): void => {
    const { model } = CookieManifestElement;
    void (model.optional ? this.hide() : model.acknowledge());
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#dismiss();
  };

  /** Remembers where the focus was before it came into the notice. */
  readonly #entered = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && relatedTarget.getRootNode() !== this.renderRoot) this.#cameFrom = relatedTarget;
  };

  #giveBack(): void {
    if (this.#cameFrom?.isConnected) this.#cameFrom.focus();
    this.#cameFrom = null;
  }
}
