import type { Duration } from '../manifest/duration.js';
import type { StorageKind } from '../manifest/fields.js';

const secondsPerDay = 86_400;

/** The most that a browser keeps any cookie, in days. Source: RFC 6265bis (draft-ietf-httpbis-rfc6265bis), section 5.5. */
export const maxCookieDays = 400;

/**
 * The most that Safari, and every browser on iOS, keeps a cookie that a script wrote, in days. Source: WebKit's Intelligent Tracking
 * Prevention 2.1.
 */
export const maxScriptCookieDays = 7;

/** Returns whether this browser is of WebKit's kind. There is no feature to ask for: the limit is a policy. */
export const capsScriptCookies = (): boolean => navigator.vendor.startsWith('Apple');

/**
 * Returns whether a cookie is declared to live longer than a browser keeps it.
 * @param limit - in days
 */
export const exceedsLimit = (
  { storage, duration }: { readonly storage: StorageKind; readonly duration: Duration },
  limit: number,
): boolean => storage === 'cookie' && duration.kind === 'amount' && duration.seconds > limit * secondsPerDay;
