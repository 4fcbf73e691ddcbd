import Cookies from 'js-cookie';
import type { Settings } from './settings.js';

/** Keeps a record, or with null removes it. Never throws: where storage is denied, nothing is kept. */
export function writeJar({ cookie, domain, days }: Settings, text: string | null): void {
  const attributes = { sameSite: 'lax', secure: location.protocol === 'https:', ...(domain && { domain }) } as const;
  try {
    if (text === null) Cookies.remove(cookie, attributes);
    else Cookies.set(cookie, text, { ...attributes, expires: days });
  } catch {
    // a sandboxed frame throws
  }
}
