import type { Findings } from '../audit/page.js';
import type { CookieFilter, ListedCookie } from '../cookie-list/list.js';
import type { InspectionRow } from '../devtools/inspect.js';
import type { Texts } from '../locales/types.js';
import type { Source } from '../manifest/source.js';
import type { Manifest } from '../manifest/types.js';
import type { Preferences } from '../preferences/record.js';
import type { Settings } from '../preferences/settings.js';

/** Page-wide settings, as `configure` takes them. */
export interface PageSettings extends Settings {
  /** Texts that replace the library's, or bring a language, by BCP 47 tag; at any time. */
  readonly texts?: { readonly [language: string]: Texts };
}

/** The JavaScript API: one object for the page, whoever asks for it. Its methods need no `this`. */
export interface CookieManifest {
  /** What the visitor chose. Frozen; the same object until something changes. */
  readonly preferences: Preferences;
  /** Whether the notice is due: nothing is stored, or it was stored for another revision. */
  readonly due: boolean;
  /** The manifest, or null while none is loaded. */
  readonly manifest: Manifest | null;
  /** Whether a category is granted. `essential` always is; a name that nobody knows never is. */
  allows(category: string): boolean;
  /** Whether the category of the declared cookie that a name falls under is granted; false for undeclared names. */
  allowsCookie(name: string): boolean;
  /** The declared cookie that a name falls under (the most specific wins), or undefined. */
  cookie(name: string): ListedCookie | undefined;
  /** The declared cookies and the library's own; empty while no manifest is loaded. */
  cookies(filter?: CookieFilter): readonly ListedCookie[];
  /**
   * Loads the manifest, once; after a failure it may be called again.
   * @param source - an address or the manifest itself; default: what the page's element names
   * @throws {ManifestError} where nothing could be loaded, or what came is no manifest
   */
  load(source?: Source): Promise<Manifest>;
  /** Shows the notice, in an element of its own where the page has none. Rejects on a server, as all acts do. */
  show(): Promise<void>;
  /** Hides notice and details, and stores nothing. */
  hide(): Promise<void>;
  /**
   * Opens the details, or follows the link to the policy where they could not be seen.
   * @param opener - what gets the focus back
   */
  showDetails(opener?: HTMLElement): Promise<void>;
  /**
   * Stores that the visitor has seen the essential-only notice. That is no consent.
   * @throws {Error} where the manifest has optional categories, which need choices
   */
  acknowledge(): Promise<void>;
  /** Forgets what was stored, and shows the notice. */
  reset(): Promise<void>;
  /**
   * Calls back at once and with each new Preferences.
   * @returns what ends that
   */
  subscribe(listener: (preferences: Preferences) => void): () => void;
  /** Page-wide settings, before the first query. What was said first stays, in `<meta name="cookie-manifest">` or here. */
  configure(settings: Partial<PageSettings>): void;
  /**
   * Prints what is declared, what is here, and why the notice is shown or not, and what keeps it away.
   * @returns the declared cookies and the library's own, as rows
   */
  inspect(): Promise<InspectionRow[]>;
  /**
   * Compares the manifest, which it loads if need be, with what is on this device as far as scripts see.
   * @returns the findings; their `unseen` says what this browser does not let a page see
   * @throws {ManifestError} where there is no manifest
   */
  audit(): Promise<Findings>;
  /**
   * Takes part in the page: puts the API on the window, follows clicks and other tabs, shows the notice where it is due. The
   * entries `auto` and `notice` call it; an application that imports only the API may.
   * @param element - whether to define the element at once
   */
  start(element?: boolean): void;
}
