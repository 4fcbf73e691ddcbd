import type { ListedCookie } from '../list/cookies.js';
import type { Manifest, ManifestError } from '../manifest/parse.js';

/** What shows the notice and the details: the element, or its plain stand-in. */
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
}

/** What a view knows of the page, and what it may ask. Given by the API, so that views depend on no more than this. */
export interface Model {
  readonly manifest: Manifest | null;
  /** Why the last load failed; null while none did. */
  readonly error: ManifestError | null;
  /** Whether the notice is to show by itself: it is due, and what it says has been loaded or has failed to. */
  readonly ready: boolean;
  /** Whether the visitor has still to answer. */
  readonly due: boolean;
  /** Whether there are categories to choose, which acknowledging does not answer. */
  readonly optional: boolean;
  /** The cookies in the language of the view. */
  cookies(): readonly ListedCookie[];
  /** Calls back after each change; gives what ends that. */
  watch(changed: () => void): () => void;
  /** Makes the view the page's own, or gives that up. */
  adopt(view: View): void;
  release(view: View): void;
  /** The view's source or revision is another now. */
  renew(): void;
  /** Loads the manifest again, after a failure. */
  retry(): void;
  acknowledge(): Promise<void>;
  tell(what: 'show' | 'hide' | 'details'): void;
}
