import type { OwnCookie } from '../cookie-list/list.js';
import type { Manifest, ManifestError } from '../manifest/types.js';

/** What the policy page knows of the page it is on, and what it may ask. Given by the API. */
export interface PolicyModel {
  readonly api: { readonly manifest: Manifest | null };
  /** Why the last load failed; undefined while none did. */
  readonly error: ManifestError | undefined;
  /** How the library's own cookie is written. */
  settings(): OwnCookie;
  /** Loads the manifest again. */
  renew(): void;
  /**
   * Takes part: loads the manifest, and keeps the notice away.
   * @param policy - the element, which may name a source
   * @param update - called when there is something new to say
   * @returns what ends that
   */
  watch(policy: Element, update: () => void): () => void;
}
