import Cookies from 'js-cookie';
import type { Settings } from './settings.js';

/** Returns the attributes that each of the record's cookies has. */
const getAttributes = () => ({
  sameSite: 'lax' as const,
  // A frame without an address has an origin all the same. Pages may have a variable of its name, of any type.
  secure: /^https/.test(globalThis.origin),
});

/** Writes the record's cookie. Never throws: where storage is denied, nothing is kept. */
export function writeCookie({ cookie, domain, days }: Settings, record: string): void {
  try {
    Cookies.set(cookie, record, { ...getAttributes(), ...(domain && { domain }), expires: days });
  } catch {
    // a sandboxed frame throws
  }
}

/**
 * Removes the record's cookie: this host's own, and those of every domain and path above this page, with which other settings or a
 * server may have written it.
 */
export function forgetCookies({ cookie }: Settings): void {
  const labels = location.hostname.split('.');
  const domains = [undefined, ...labels.map((_, index) => labels.slice(index).join('.'))];
  const folders = location.pathname.split('/');
  const paths = folders.flatMap((_, index) => {
    const path = folders.slice(0, index + 1).join('/');
    return [path, `${path}/`];
  });
  try {
    for (const path of paths)
      for (const domain of domains) Cookies.remove(cookie, { ...getAttributes(), path, ...(domain && { domain }) });
  } catch {
    // a sandboxed frame throws
  }
}
