import { deepFreeze } from '../manifest/deep-freeze.js';

/** What the visitor has chosen, or that nothing is known yet. Frozen; a new object only where something changed. */
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

/** Nothing stored: only what is essential is granted. */
export const unset: Preferences = deepFreeze({
  status: 'unset',
  granted: ['essential'],
  denied: [],
  revision: null,
  updatedAt: null,
});

/** The answer to an essential-only notice, given today. */
export const acknowledged = (revision: string): Preferences =>
  deepFreeze({ ...unset, status: 'acknowledged', revision, updatedAt: new Date().toISOString().slice(0, 10) });

// Every value is of letters, digits and ".", "_", "-": nothing needs encoding, on the server neither.
const form =
  /^v=1&status=(acknowledged|chosen)&revision=([\w.-]{1,64})&granted=([^&]+)&denied=([^&]*)&at=(\d{4}-\d\d-\d\d)$/;

/** What is stored: `v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=2026-11-24`. */
export const encodeRecord = ({ status, revision, granted, denied, updatedAt }: Preferences): string =>
  `v=1&status=${status}&revision=${revision}&granted=${granted.join('.')}&denied=${denied.join('.')}&at=${updatedAt}`;

/**
 * Reads what is stored.
 * @returns undefined for all that `encodeRecord` does not write: foreign, cut off, contradictory or impossible values
 */
export function decodeRecord(text: string): Preferences | undefined {
  const [, status, revision, grants = '', denials, updatedAt] = form.exec(text) ?? [];
  const granted = grants.split('.');
  const denied = denials ? denials.split('.') : [];
  const ids = [...granted, ...denied];
  return new Date(updatedAt!).toJSON()?.startsWith(updatedAt!) && // null for an impossible month, another day for an impossible one
    granted.includes('essential') &&
    ids.every((id, index) => /^[a-z][a-z\d-]{0,31}$/.test(id) && ids.indexOf(id) === index) &&
    (status === 'chosen' || !ids[1])
    ? deepFreeze({ status, granted, denied, revision, updatedAt } as Preferences)
    : undefined;
}
