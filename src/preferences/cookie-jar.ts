import Cookies from 'js-cookie';
import type { Settings } from './settings.js';

/** Returns the attributes that each of the record's cookies has. */
const getAttributes = ({ sameSite, partitioned }: Settings) => ({
  sameSite,
  // Both need it. A frame without an address has an origin all the same; pages may have a variable of its name, of any type.
  secure: /^https/.test(globalThis.origin) || sameSite === 'none' || partitioned,
  partitioned,
});

/** Writes the record's cookie. Never throws: where storage is denied, nothing is kept. */
export function writeCookie(settings: Settings, record: string): void {
  const { cookie, domain, path, days } = settings;
  try {
    Cookies.set(cookie, record, { ...getAttributes(settings), path, ...(domain && { domain }), expires: days });
  } catch {
    // a sandboxed frame throws
  }
}

/**
 * Removes the record's cookie: this host's own, and those of every domain and path above this page, with which other settings or a
 * server may have written it.
 */
export function forgetCookies(settings: Settings): void {
  const labels = location.hostname.split('.');
  const domains = [undefined, ...labels.map((_, index) => labels.slice(index).join('.'))];
  const folders = location.pathname.split('/');
  const above = folders.flatMap((_, index) => {
    const path = folders.slice(0, index + 1).join('/');
    return [path, `${path}/`];
  });
  const attributes = getAttributes(settings);
  // A partitioned cookie and another of its name live side by side; where it is partitioned, `SameSite=None` removes both.
  const kinds = [attributes, { ...attributes, secure: true, partitioned: !attributes.partitioned }];
  try {
    for (const path of [settings.path, ...above])
      for (const domain of domains)
        for (const kind of kinds) Cookies.remove(settings.cookie, { ...kind, path, ...(domain && { domain }) });
  } catch {
    // a sandboxed frame throws
  }
}
