import type { CookieFilter, ListedCookie } from '../cookie-list/list.js';
import type { Texts } from '../locales/types.js';
import type { Manifest, ManifestError } from '../manifest/types.js';
import { unset, type Preferences } from '../preferences/record.js';
import { resolveReadingSettings, type GivenSettings, type ReadingSettings } from '../preferences/settings.js';
import type { NoticeElement } from './notice-element.js';

/** Answers about the cookies of a loaded manifest, in the language in use. */
export interface CookieQueries {
  listCookies(filter?: CookieFilter): readonly ListedCookie[];
  findListedCookie(name: string): ListedCookie | undefined;
}

/** All that this page knows. A frozen snapshot: what changes makes a new one. */
export interface PageState {
  /** The settings that the page gave, one after the other. */
  readonly given: readonly GivenSettings[];
  /** What of them an answer is read by. */
  readonly settings: ReadingSettings;
  /** What the visitor answered, as last read or written. */
  readonly preferences: Preferences;
  /** The revision that the page's element names. */
  readonly tagRevision: string | null;
  readonly manifest: Manifest | null;
  /** Answers about the manifest's cookies; they come with the first manifest. */
  readonly queries: CookieQueries | null;
  /** Why the last load failed; null while none did. */
  readonly error: ManifestError | null;
  /** Whether the page's element shows the notice only when asked (`notice="manual"`). */
  readonly isManual: boolean;
  /** Whether the policy page is on this page, which keeps the notice away. */
  readonly hasPolicyPage: boolean;
  /** The element that shows the page's notice: of several the first. */
  readonly owner: NoticeElement | null;
  /** Texts that the site has given so far: the version of the messages, as whatever renders them is told of a new list. */
  readonly texts: readonly (readonly [language: string, texts: Texts])[];
}

let state: PageState = Object.freeze({
  given: [],
  settings: resolveReadingSettings([]),
  preferences: unset,
  tagRevision: null,
  manifest: null,
  queries: null,
  error: null,
  isManual: false,
  hasPolicyPage: false,
  owner: null,
  texts: [],
});
const listeners = new Set<() => void>();

/** Returns the current snapshot. */
export const getState = (): PageState => state;

/** Takes what has changed into a new snapshot, and tells the subscribers where there is a difference. */
export function setState(changes: Partial<PageState>): void {
  const next = Object.freeze({ ...state, ...changes });
  const keys = Object.keys(changes) as (keyof PageState)[];
  if (keys.every((key) => next[key] === state[key])) return;
  state = next;
  for (const listener of [...listeners])
    try {
      listener();
    } catch (reason) {
      reportError(reason); // a site's own listener does not keep the others from being told
    }
}

/**
 * Calls back after each change of the state.
 * @returns what ends that
 */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
