import type { ListedCookie } from '../cookie-list/list.js';
import type { Manifest, ManifestError } from '../manifest/types.js';

/** What shows the notice and the details. The element is one. */
export interface View extends Element {
  /** The manifest as a value; comes before what the markup names. */
  manifest?: object | null;
  /** Shows the notice. */
  show(): Promise<void>;
  /** Closes notice and details; writes nothing. */
  hide(): Promise<void>;
  /**
   * Opens the details, or follows the link to the policy where they could not be seen.
   * @param opener - what gets the focus back
   */
  showDetails(opener?: HTMLElement): Promise<void>;
  /** Something changed: looks again at what it shows. */
  follow(): void;
}

/** What a view knows of the page, and what it may ask. Given by the API, so that views depend on no more than this. */
export interface Model {
  readonly api: { readonly manifest: Manifest | null; cookies(): readonly ListedCookie[] };
  /** Why the last load failed; undefined while none did. */
  readonly error: ManifestError | undefined;
  /** Whether the notice is to show by itself: it is due, and the page leaves it to. */
  wanted(): boolean;
  /** Whether it is wanted, and what it says was loaded or has failed to. */
  ready(): boolean;
  /** Whether there are categories to choose, which acknowledging does not answer. */
  optional(): boolean;
  /** Makes a view the page's own, with undefined none. */
  adopt(view: View | undefined): void;
  /** Loads the manifest again: after a failure, or as the source or the revision is another now. */
  renew(): void;
  acknowledge(): Promise<void>;
  tell(what: 'show' | 'hide' | 'details'): void;
}
