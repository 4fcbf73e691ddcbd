import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { reloadManifest } from '../../page/load-manifest.js';
import type { NoticeElement, Placement } from '../../page/notice-element.js';
import { readMarkup } from '../../page/markup.js';
import { getState } from '../../page/state.js';
import { AttributeElement, defineFlagAttributes, defineTextAttributes } from '../attribute-element.js';
import { AutoShowController } from '../controllers/auto-show-controller.js';
import { LanguageController } from '../controllers/language-controller.js';
import { PageStateController } from '../controllers/page-state-controller.js';
import { PresenceController } from '../controllers/presence-controller.js';
import { RestoredStateController } from '../controllers/restored-state-controller.js';
import { TopLayerController } from '../controllers/top-layer-controller.js';
import { styles } from './cookie-manifest.styles.js';
import type { DetailsController } from './details-controller.js';
import { InteractionLoader } from './interaction-loader.js';
import { joinPage } from './join-page.js';
import { noticeTemplate } from './notice.template.js';

declare global {
  interface HTMLElementTagNameMap {
    'cookie-manifest': CookieManifestElement;
  }
}

/**
 * The notice and the details of a cookie manifest. Its attributes are its state: properties read and write them.
 *
 * @tagname cookie-manifest
 *
 * @attr {string} src - Address of the manifest.
 * @attr {string} revision - The manifest's revision; lets a returning visit skip the fetch.
 * @attr {string} lang - Language of the texts. Default: the nearest `lang`, else the browser's.
 * @attr {'bottom' | 'top' | 'bottom-start' | 'bottom-end' | 'inline'} placement - Where the notice stands. Default: `bottom`.
 * @attr {'auto' | 'manual'} notice - `auto` shows the notice when it is due, `manual` only when asked. Default: `auto`.
 * @attr {boolean} open - Whether the notice is shown.
 * @attr {boolean} details-open - Whether the details are shown.
 *
 * @slot - What a page has in an element whose tag it did not close: it stays where it is.
 * @slot logo - Stands beside the notice's text.
 * @slot text - Replaces the notice's sentence.
 * @slot more - Comes at the end of the details.
 *
 * @csspart notice - The notice.
 * @csspart message - The box around its title and its sentence.
 * @csspart title - The title of notice and details.
 * @csspart text - Its sentence.
 * @csspart link - The link to the policy.
 * @csspart actions - The box around its buttons.
 * @csspart ok - The button that dismisses the notice.
 * @csspart open-details - The button that opens the details.
 * @csspart details - The dialog with the list of cookies.
 * @csspart close - The button that closes the details.
 * @csspart body - What scrolls below the details' title.
 * @csspart intro - The box around the first sentence and the filter.
 * @csspart filter - The filter's label.
 * @csspart filter-input - Its field.
 * @csspart category - The cookies of a category.
 * @csspart heading - The heading of a category, or of the contacts.
 * @csspart count - How many cookies a category or a purpose has.
 * @csspart heads - The heads of a category's columns.
 * @csspart group - A purpose and its cookies, which can be folded up.
 * @csspart purpose - What is pressed for that: the purpose.
 * @csspart table - The cookies of a purpose.
 * @csspart cell - A cell of a table; those beside the name have a part of their own as well.
 * @csspart duration - The cell with the time that a cookie is kept.
 * @csspart provider - The cell with who sets a cookie.
 * @csspart here - The cell with whether a cookie is on this device.
 * @csspart name - The name of a cookie.
 *
 * @cssproperty [--cookie-manifest-background=Canvas] - Background of notice and details; text of the main button.
 * @cssproperty [--cookie-manifest-color=CanvasText] - Text; background of the main button.
 * @cssproperty [--cookie-manifest-font=system-ui] - Font family.
 * @cssproperty [--cookie-manifest-code-font=ui-monospace, monospace] - Font family of names.
 * @cssproperty [--cookie-manifest-line=#8888] - Colour of borders and lines.
 * @cssproperty [--cookie-manifest-radius=12px] - Corner radius.
 * @cssproperty [--cookie-manifest-offset=min(1rem, 4vw)] - Distance of the notice from the edge of the window that it stands at, as for a chat button.
 * @cssproperty [--cookie-manifest-width=52em] - Greatest width of the notice; 25em by default in a corner.
 *
 * @fires cookie-manifest-load - A manifest was loaded (`manifest`).
 * @fires cookie-manifest-show - The notice was shown.
 * @fires cookie-manifest-hide - The notice was hidden, answered or not.
 * @fires cookie-manifest-details - The details were opened.
 * @fires cookie-manifest-change - The preferences changed (`preferences`).
 * @fires cookie-manifest-error - The manifest has problems (`problems`), or could not be loaded (`error`).
 */
export class CookieManifestElement extends AttributeElement implements NoticeElement {
  static override readonly styles = styles;
  static override readonly properties: PropertyDeclarations = {
    lang: { noAccessor: true },
    manifest: { attribute: false },
  };

  static {
    defineTextAttributes(this, 'src', 'revision', 'placement', 'notice');
    defineFlagAttributes(this, 'open', 'details-open');
  }

  /** Address of the manifest. */
  declare src: string | null;
  /** The manifest's revision. */
  declare revision: string | null;
  /** Where the notice stands. */
  declare placement: Placement | null;
  /** Whether the notice shows when it is due, or only when asked. */
  declare notice: 'auto' | 'manual' | null;
  /** Whether the notice is shown. */
  declare open: boolean;
  /** Whether the details are shown. */
  declare detailsOpen: boolean;
  /** The manifest as a value; comes before a manifest inside the element, which comes before `src`. */
  manifest: object | null = null;

  readonly language: LanguageController = new LanguageController(this);
  readonly #autoShow = new AutoShowController(this);
  readonly interaction: InteractionLoader = new InteractionLoader(this);
  details: DetailsController | undefined;
  /** Whether this update follows a change of where the manifest comes from, or of what it is held against. */
  #isSourceNew = false;

  constructor() {
    super();
    new PageStateController(this);
    new RestoredStateController(this);
    new TopLayerController(this, () => this.interaction.prepare());
    new PresenceController(this, () => joinPage(this));
  }

  get noticeElement(): HTMLElement | null {
    return this.renderRoot?.querySelector('section') ?? null;
  }

  /** Shows the notice. */
  async show(): Promise<void> {
    this.open = true;
    await this.updateComplete;
  }

  /** Closes notice and details; stores nothing. */
  async hide(): Promise<void> {
    this.open = false;
    this.detailsOpen = false;
    await this.updateComplete;
  }

  /**
   * Opens the details, or follows the link to the policy where they could not be seen.
   * @param opener - what gets the focus back; default: what has it now
   * @throws {Error} where what opens them cannot be loaded
   */
  async showDetails(opener?: HTMLElement): Promise<void> {
    await this.interaction.perform((interaction) => interaction.openDetails(opener));
    await this.updateComplete;
  }

  /** Stores that the visitor has seen the notice, which closes it. */
  async acknowledge(): Promise<void> {
    const { acknowledge } = await import('../../page/actions.js');
    await acknowledge();
  }

  /** Renders into a box of its own, so that a page that empties the shadow root takes nothing away that Lit relies on. */
  protected override createRenderRoot(): HTMLElement {
    super.createRenderRoot();
    this.renderOptions.renderBefore = null; // where sheets cannot be adopted, Lit would render before its `<style>`
    return document.createElement('div');
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#isSourceNew = this.hasUpdated && (changed.has('src') || changed.has('revision') || changed.has('manifest'));
    if (this.renderRoot.parentNode !== this.shadowRoot) this.shadowRoot!.append(this.renderRoot);
    super.update(changed);
  }

  /** Renders notice and details, and what the page may have put inside an element whose tag it did not close. */
  protected override render(): TemplateResult {
    const notice = this.#isOwner && this.open ? noticeTemplate(this) : nothing;
    const details = this.#isOwner && this.detailsOpen ? this.details?.render() : nothing;
    return html`${notice}${details}<slot></slot>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // What follows brings about other updates, which must not be asked for during this one.
    if (this.#isSourceNew && this.#isOwner) queueMicrotask(() => this.#renew());
    if (changed.has('notice')) queueMicrotask(readMarkup);
    if (changed.has('lang')) this.language.load();
    if (this.detailsOpen && this.#isOwner && !this.details)
      void this.interaction.act((interaction) => interaction.loadDetails());
  }

  /** Asks for the manifest again, and shows the notice if it is due for that. */
  #renew(): void {
    reloadManifest();
    readMarkup();
    this.#autoShow.restart();
  }

  get #isOwner(): boolean {
    return getState().owner === this;
  }
}
