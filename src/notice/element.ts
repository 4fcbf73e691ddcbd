import { findLanguage } from '../locales/language.js';
import { getDirection } from '../locales/direction.js';
import { fillIn, loadMessages, getMessages } from '../locales/load.js';
import { changes } from './changes.js';
import { create } from './create.js';
import type { createDetails } from './details.js';
import { focused, keepClear } from './focus.js';
import type { Model, View } from './model.js';
import { styles } from './styles.js';
import { noticeText, policyUrl, siteName } from './text.js';
import { warn } from '../manifest/warn.js';

/** Where the notice stands. */
export type Placement = 'bottom' | 'top' | 'bottom-start' | 'bottom-end' | 'inline';

/** What the elements know of the page. */
let model: Model;

/** Tells all elements what they know of the page. */
export const useModel = (given: Model): void => {
  model = given;
};

declare global {
  interface HTMLElementTagNameMap {
    'cookie-manifest': CookieManifestElement;
  }
}

/** Elements in the page, in the order in which they came: the first owns the page's notice. */
const connected = new Set<CookieManifestElement>();
const takeOver = () => [...connected][0]?.own();

/** A server has no elements; the module may be imported there all the same. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

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
 * @cssproperty [--cookie-manifest-background=Canvas] - Background of notice and details; text of the main button.
 * @cssproperty [--cookie-manifest-color=CanvasText] - Text; background of the main button.
 * @cssproperty [--cookie-manifest-font=system-ui] - Font family.
 * @cssproperty [--cookie-manifest-radius=12px] - Corner radius.
 * @cssproperty [--cookie-manifest-width=49em] - Greatest width of the notice; 25em by default in a corner.
 *
 * @fires cookie-manifest-load - A manifest was loaded (`manifest`).
 * @fires cookie-manifest-show - The notice was shown.
 * @fires cookie-manifest-hide - The notice was hidden, answered or not.
 * @fires cookie-manifest-details - The details were opened.
 * @fires cookie-manifest-change - The preferences changed (`preferences`).
 * @fires cookie-manifest-error - The manifest has problems (`problems`), or could not be loaded (`error`).
 */
export class CookieManifestElement extends Base implements View {
  static readonly observedAttributes = ['src', 'revision', 'placement', 'notice', 'open', 'details-open', 'lang'];

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

  #manifest: object | null = null;
  #root = this.attachShadow({ mode: 'open' });
  #notice = createNotice();
  #details: ReturnType<typeof createDetails> | undefined;
  #changed = changes();
  #owns = false;
  #wasReady = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #shown = '';
  #restore: (() => void) | undefined;
  #cameFrom: HTMLElement | null = null;
  #opener: HTMLElement | null = null;
  #follows = new MutationObserver(() => this.#speak());

  constructor() {
    super();
    const { section, ok, more } = this.#notice;
    section.dataset['nosnippet'] = ''; // not the element itself: what hydrates it would find an attribute that the server has not sent
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.#root.adoptedStyleSheets = [sheet];
    ok.onclick = () => void (model.optional() ? this.hide() : model.acknowledge());
    more.onclick = () => void this.showDetails(more);
    more.onpointerenter = () => void loadDetails();
    section.addEventListener('keydown', ({ key }) => key === 'Escape' && ok.click());
    // Remembers where the focus was before it came into the notice.
    section.addEventListener('focusin', ({ relatedTarget }) => {
      if (!section.contains(relatedTarget as Node | null)) this.#cameFrom = relatedTarget as HTMLElement | null;
    });
  }

  /** The manifest as a value; comes before a manifest inside the element, which comes before `src`. */
  get manifest(): object | null {
    return this.#manifest;
  }

  set manifest(manifest: object | null) {
    this.#manifest = manifest;
    this.#renew();
  }

  connectedCallback(): void {
    // What was set before the element was defined hides the property; it is set anew.
    for (const [name, value] of Object.entries<unknown>(this as object as { [name: string]: unknown })) {
      Reflect.deleteProperty(this, name);
      Object.assign(this, { [name]: value });
    }
    connected.add(this);
    takeOver();
    // Routers insert the next page before they remove the last one, or the reverse; either is over by then.
    setTimeout(() => this.isConnected && !this.#owns && warn('only the first element of a page is shown', this));
    this.update(); // a move took notice and details out of the top layer
  }

  disconnectedCallback(): void {
    // An element that moves is back before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      connected.delete(this);
      this.open = this.detailsOpen = this.#wasReady = false;
      this.#follows.disconnect();
      if (this.#owns) model.adopt(undefined);
      this.#owns = false;
      takeOver();
    });
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (old === value) return;
    if (name === 'lang') this.#speak();
    if (/^(src|revision|notice)$/.test(name)) this.#renew();
    this.update();
  }

  /** Shows the notice. */
  async show(): Promise<void> {
    this.open = true;
  }

  /** Closes notice and details; stores nothing. */
  async hide(): Promise<void> {
    this.detailsOpen = this.open = false;
  }

  /**
   * Opens the details, or follows the link to the policy where they could not be seen.
   * @param opener - what gets the focus back; default: what has it now
   */
  async showDetails(opener: HTMLElement | null = focused()): Promise<void> {
    this.#opener = opener;
    await this.#prepare();
    this.detailsOpen = true;
  }

  /** Stores that the visitor has seen the notice, which closes it. */
  acknowledge(): Promise<void> {
    return model.acknowledge();
  }

  /** Makes this the page's element. @internal */
  own(): void {
    if (this.#owns) return;
    this.#owns = true;
    this.#follows.observe(document.documentElement, { attributeFilter: ['lang'] });
    model.adopt(this);
    this.#speak();
    this.follow();
  }

  /** Shows the notice once it is ready to be, and hides it when it was answered in another tab or the policy page came. @internal */
  follow(): void {
    const ready = model.ready();
    if (ready && !this.#wasReady) {
      // Beside a modal dialog or full screen of the page, or where inert, it would cover what is alive while it is dead itself: it waits.
      clearTimeout(this.#waiting);
      if (
        this.placement !== 'inline' &&
        (document.querySelector(':modal:not(:root, :has(cookie-manifest))') ?? this.closest('[inert]'))
      ) {
        this.#waiting = setTimeout(() => this.#owns && this.follow(), 200);
        return;
      }
      this.open = true;
    }
    if (this.#wasReady && !model.wanted()) this.open = false;
    this.#wasReady = ready;
    this.update();
  }

  /** The details were closed, by their button, by Escape or by hand. @internal */
  closed(): void {
    this.detailsOpen = false;
    this.#giveBack();
  }

  /** Brings what is shown in line with the attributes and with what is known. @internal */
  update(): void {
    const { placement } = this;
    const { section, text, link, ok, more } = this.#notice;
    const open = this.open && this.#owns;
    if (open) {
      const { manifest } = model.api;
      const requested = findLanguage(this);
      const { messages, language } = getMessages(requested);
      if (this.#changed(manifest, requested, messages)) {
        const url = policyUrl(manifest);
        Object.assign(section, {
          ariaLabel: fillIn(messages.title, { site: siteName(manifest, requested) }),
          lang: language,
          dir: getDirection(language),
        });
        text.textContent = noticeText(manifest, requested);
        link.textContent = messages.policy;
        link.hidden = !url;
        if (url) link.href = url;
        ok.textContent = model.optional() ? messages.close : messages.ok;
        more.textContent = messages.details;
      }
      section.popover = placement === 'inline' ? null : 'manual';
      if (!section.isConnected) this.#root.prepend(section);
      if (section.popover && !section.matches(':popover-open')) {
        section.getClientRects(); // laid out once: else Chromium may not paint it in an ancestor of automatic content visibility
        section.showPopover();
      }
    }

    const before = this.#shown;
    const shown = open ? `${placement}` : '';
    if (shown !== before) {
      const hadFocus = section.matches(':focus-within');
      this.#shown = shown;
      this.#restore?.();
      this.#restore = open && section.popover ? keepClear(section, placement === 'top') : undefined;
      if (!open) {
        section.remove();
        if (hadFocus) this.#giveBack();
        model.tell('hide');
      } else if (!before) model.tell('show');
    }
    if (this.detailsOpen && this.#owns && !this.#details) void this.#prepare();
    else this.#details?.(this.detailsOpen);
  }

  /** Loads what shows the details. Where they cannot be shown, the link to the policy is followed. @internal */
  async #prepare(): Promise<void> {
    try {
      const { createDetails } = await loadDetails();
      this.#details ??= createDetails(this, model);
      this.update();
    } catch (reason) {
      warn('no details', reason);
      this.followPolicy();
    }
  }

  /** Follows the link to the policy, which stands in for details that cannot be seen. @internal */
  followPolicy(): void {
    const url = policyUrl(model.api.manifest);
    this.detailsOpen = false;
    if (url) location.assign(url);
  }

  /** The source is another now, or what it has to be held against. */
  #renew(): void {
    if (!this.#owns) return;
    this.#wasReady = false;
    model.renew();
  }

  /** Brings the texts of the language in use, which may be the document's. */
  #speak(): void {
    this.update();
    void loadMessages(findLanguage(this)).then(() => this.update());
  }

  /** Gives the focus back: after the details to what opened them, after the notice to where it was before. */
  #giveBack(): void {
    [this.#opener, this.#cameFrom].find((at) => at?.isConnected)?.focus();
    this.#opener = null;
  }
}

/** What only visitors who open the details need. */
const loadDetails = () => import('./details.js');

/** The notice: made once, kept up to date in place. */
function createNotice() {
  const text = create('slot', { name: 'text' });
  const link = create('a', { part: 'link' });
  const ok = create('button', { part: 'ok' });
  const more = create('button', { part: 'open-details' });
  const section = create(
    'section',
    { part: 'notice', role: 'region' },
    create('p', { part: 'text' }, text, ' ', link),
    create('div', { part: 'actions' }, ok, more),
  );
  return { section, text, link, ok, more };
}

/** Attributes are properties too, so that neither can be stale; `lang` is the browser's own. */
for (const attribute of CookieManifestElement.observedAttributes.slice(0, -1))
  Object.defineProperty(CookieManifestElement.prototype, attribute.replace('-o', 'O'), {
    get(this: Element) {
      const value = this.getAttribute(attribute);
      // Vue and Svelte write `false` into the attributes of elements that are not defined yet.
      return /open/.test(attribute) ? value !== null && value !== 'false' : value;
    },
    set(this: Element, value?: string | boolean | null) {
      if (value === undefined || value === null || value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? '' : value);
    },
  });
