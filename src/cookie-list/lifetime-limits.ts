import type { Duration } from '../manifest/duration.js';
import type { StorageKind } from '../manifest/fields.js';

const day = 86_400;

/** The most that a browser keeps any cookie, in days: RFC 6265bis (draft-ietf-httpbis-rfc6265bis), section 5.5. */
export const maxCookieDays = 400;

/** The most that Safari, and every browser on iOS, keeps a cookie that a script wrote, in days: WebKit's Intelligent Tracking Prevention 2.1. */
export const maxScriptCookieDays = 7;

/** Whether this browser is of WebKit's kind. There is no feature to ask for: the limit is a policy. */
export const capsScriptCookies = (): boolean => navigator.vendor.startsWith('Apple');

/**
 * Whether a cookie ends sooner than it is declared to.
 * @param limit - in days
 */
export const exceedsLimit = (
  { storage, duration }: { readonly storage: StorageKind; readonly duration: Duration },
  limit: number,
): boolean => storage === 'cookie' && duration.kind === 'amount' && duration.seconds > limit * day;
