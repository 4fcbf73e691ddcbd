import { deepFreeze } from '../manifest/deep-freeze.js';

/** A visitor's answer, or that there is none yet. Frozen; a new object only where something changed. */
export interface Preferences {
  /** `acknowledged`: an essential-only notice was dismissed, which is no consent. `chosen`: categories were granted or denied. */
  readonly status: 'unset' | 'acknowledged' | 'chosen';
  /** Categories that may be used; `essential` is always among them. */
  readonly granted: readonly string[];
  /** Optional categories that the visitor refused. */
  readonly denied: readonly string[];
  /** The revision of the manifest that was answered. */
  readonly revision: string | null;
  /** The day of the answer in UTC, as `2026-11-24`. */
  readonly updatedAt: string | null;
}

/** The preferences where nothing is stored: only what is essential is granted. */
export const unset: Preferences = deepFreeze({
  status: 'unset',
  granted: ['essential'],
  denied: [],
  revision: null,
  updatedAt: null,
});

// Every value is of letters, digits and ".", "_", "-": nothing needs encoding, on the server neither.
const recordPattern =
  /^v=1&status=(acknowledged|chosen)&revision=([\w.-]{1,64})&granted=([^&]+)&denied=([^&]*)&at=(\d{4}-\d\d-\d\d)$/;

/**
 * Decodes a record.
 * @returns frozen preferences; undefined for all that `encodeRecord` does not write: foreign, cut off, contradictory or impossible values
 */
export function decodeRecord(text: string): Preferences | undefined {
  const match = recordPattern.exec(text);
  if (!match) return undefined;
  const [, status, revision, grantedIds, deniedIds, updatedAt] = match as unknown as string[];
  const granted = grantedIds!.split('.');
  const denied = deniedIds ? deniedIds.split('.') : [];
  const ids = [...granted, ...denied];
  const isValid =
    isRealDate(updatedAt!) &&
    granted.includes('essential') &&
    areCategoryIds(ids) &&
    // Acknowledging a notice grants and denies nothing more.
    (status === 'chosen' || ids.length === 1);
  return isValid ? deepFreeze({ status, granted, denied, revision, updatedAt } as Preferences) : undefined;
}

/** Returns whether a day is in the calendar: an impossible month makes no date, an impossible day makes another one. */
const isRealDate = (day: string): boolean => new Date(day).toJSON()?.startsWith(day) ?? false;

/** Returns whether all are ids of categories, each of them once. */
const areCategoryIds = (ids: readonly string[]): boolean =>
  new Set(ids).size === ids.length && ids.every((id) => /^[a-z][a-z\d-]{0,31}$/.test(id));
