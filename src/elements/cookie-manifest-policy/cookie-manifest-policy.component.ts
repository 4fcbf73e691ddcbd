import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { getDirection } from '../../locales/direction.js';
import { getMessages, loadMessages } from '../../locales/load.js';
import { loadPolicyMessages } from '../../locales/load-policy.js';
import enDetails from '../../locales/messages/en-details.js';
import { warn } from '../../manifest/warn.js';
import { loadPageManifest, reloadManifest } from '../../page/load-manifest.js';
import { registerPolicyPage } from '../../page/registry.js';
import { getSettings } from '../../page/settings.js';
import { getState } from '../../page/state.js';
import { followTexts, readTexts } from '../../page/texts.js';
import { domReady } from '../../page/when.js';
import { describePolicy, readHeadingLevel, type PolicyOptions } from '../../policy/describe.js';
import { AttributeElement, defineTextAttributes } from '../attribute-element.js';
import { LanguageController } from '../controllers/language-controller.js';
import { PageStateController } from '../controllers/page-state-controller.js';
import { PresenceController } from '../controllers/presence-controller.js';
import { hasForeignChildren } from '../foreign-children.js';
import { styles } from './cookie-manifest-policy.styles.js';
import { policyTemplate } from './policy.template.js';

/** Loads the texts of the page in a language: those of the list, and the sentences around it. */
const loadTexts = (language: string) => Promise.all([loadMessages(language), loadPolicyMessages(language)]);

declare global {
  interface HTMLElementTagNameMap {
    'cookie-manifest-policy': CookieManifestPolicyElement;
  }
}

/**
 * The cookie policy page of a manifest, in the flow of the page that it is on. What stands inside it, say the page as static HTML, is
 * shown until its own page is there, and where that cannot be made.
 *
 * @tagname cookie-manifest-policy
 *
 * @attr {string} src - Address of the manifest. Default: the manifest of the page's `<cookie-manifest>`.
 * @attr {string} lang - Language of the page. Default: the nearest `lang`, else the browser's.
 * @attr {number} heading-level - Level of the page's title, 1 to 5; its sections are one below. Default: `1`.
 * @attr {string} omit - Names of sections to leave out, separated by spaces.
 *
 * @slot - What is shown until the page is there: static HTML. What a page has in an element whose tag it did not close stays.
 * @slot title - Replaces the page's title.
 * @slot intro - Replaces what the page is about, and the date of the manifest's revision.
 * @slot what - Replaces what cookies and similar technologies are.
 * @slot life - Replaces session and persistent cookies.
 * @slot party - Replaces first-party and third-party cookies.
 * @slot why - Replaces why this site uses cookies.
 * @slot list - Replaces the tables of cookies.
 * @slot manage - Replaces how to manage cookies.
 * @slot contact - Replaces contacts and the link to the privacy policy.
 *
 * @csspart page - The whole page.
 * @csspart title - Its title.
 * @csspart heading - The heading of a section.
 * @csspart scroll - The box around a table, which scrolls where the table is wider than the page.
 * @csspart table - The table of a category.
 * @csspart caption - Its caption.
 * @csspart address - A contact.
 */
export class CookieManifestPolicyElement extends AttributeElement {
  static override readonly styles = styles;
  static override readonly properties: PropertyDeclarations = {
    lang: { noAccessor: true },
    manifest: { attribute: false },
  };

  static {
    defineTextAttributes(this, 'src', 'omit', 'heading-level');
  }

  /** Address of the manifest. */
  declare src: string | null;
  /** Names of sections to leave out, separated by spaces. */
  declare omit: string | null;
  /** Level of the page's title. */
  declare headingLevel: string | number | null;
  /** The manifest as a value; comes before a manifest inside the element, which comes before `src`. */
  manifest: object | null = null;

  readonly #language = new LanguageController(this, loadTexts);
  /** Whether this update follows a change of where the manifest comes from. */
  #isSourceNew = false;
  /** Whether the page's own elements are inside, as its tag is not closed. */
  #isUnclosed = false;

  constructor() {
    super();
    new PageStateController(this);
    new PresenceController(this, () => this.#joinPage());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#isSourceNew = this.hasUpdated && (changed.has('src') || changed.has('manifest'));
  }

  protected override render(): TemplateResult {
    const { manifest, error } = getState();
    const language = this.#language.loaded;
    if (language === undefined) return html`<slot></slot>`;
    if (!manifest) return html`<slot>${error ? failure(language) : nothing}</slot>`;
    const policy = describePolicy(manifest, this.#describeOptions(language));
    return html`${policyTemplate(policy, readHeadingLevel(this.headingLevel ?? 1))}
    ${this.#isUnclosed ? html`<slot></slot>` : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#isSourceNew) queueMicrotask(reloadManifest); // which brings about another update
    if (changed.has('lang')) this.#language.load();
  }

  #describeOptions(lang: string): PolicyOptions {
    return {
      lang,
      omit: (this.omit ?? '').split(/\s+/),
      own: getSettings(),
      host: location.hostname,
      agent: navigator.userAgent,
    };
  }

  /** Looks whether the page's own elements are inside, which stay then. */
  async #checkTag(): Promise<void> {
    if (!hasForeignChildren(this)) return;
    const { checkPolicyTag } = await import('../unclosed-tag.js');
    this.#isUnclosed = checkPolicyTag(this);
    this.requestUpdate();
  }

  /** Takes part in the page: its manifest is loaded, and the notice keeps away. */
  #joinPage(): () => void {
    followTexts();
    readTexts(this);
    const leave = registerPolicyPage(this);
    if (!getState().error) void loadPageManifest();
    void domReady().then(() => this.#checkTag().catch(warn));
    return leave;
  }
}

/** Renders that the list could not be loaded, and offers to try again. Static HTML inside the element comes before it. */
function failure(requested: string): TemplateResult {
  const { messages: loaded, language } = getMessages(requested);
  const messages = { ...enDetails, ...loaded };
  return html`<p lang=${language} dir=${getDirection(language)} role="status">${messages.failed}</p>
    <button @click=${reloadManifest}>${messages.retry}</button>`;
}
