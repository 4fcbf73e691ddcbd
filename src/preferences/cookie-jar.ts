import Cookies from 'js-cookie';
import type { Settings } from './settings.js';

/**
 * Writes the record's cookie. Never throws: where storage is denied, nothing is kept.
 * @param record - as `encodeRecord` has it; null removes the cookie
 */
export function writeCookie({ cookie, domain, days }: Settings, record: string | null): void {
  try {
    // A frame without an address has an origin all the same. Pages may have a variable of its name, of any type.
    Cookies.set(cookie, record ?? '', {
      sameSite: 'lax',
      secure: /^https/.test(origin),
      ...(domain && { domain }),
      expires: record ? days : -1,
    });
  } catch {
    // a sandboxed frame throws
  }
}
