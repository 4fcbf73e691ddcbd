import Cookies from 'js-cookie';
import type { Settings } from './settings.js';

/** Keeps a record, or with null removes it. Never throws: where storage is denied, nothing is kept. */
export function writeCookie({ cookie, domain, days }: Settings, text: string | null): void {
  try {
    // A frame without an address has an origin all the same. Pages may have a variable of its name, of any type.
    Cookies.set(cookie, text ?? '', {
      sameSite: 'lax',
      secure: /^https/.test(origin),
      ...(domain && { domain }),
      expires: text ? days : -1,
    });
  } catch {
    // a sandboxed frame throws
  }
}
