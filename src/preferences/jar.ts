import Cookies from 'js-cookie';
import type { Settings } from './settings.js';

/** Keeps a record, or with null removes it. Never throws: where storage is denied, nothing is kept. */
export function writeJar({ cookie, domain, days }: Settings, text: string | null): void {
  try {
    Cookies.set(cookie, text ?? '', { sameSite: 'lax', secure: origin.startsWith('https'), ...(domain && { domain }), expires: text ? days : -1 });
  } catch {
    // a sandboxed frame throws
  }
}
