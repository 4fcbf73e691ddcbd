import type { Preferences } from './record.js';
import type { Settings } from './settings.js';

/**
 * Explains why an answer is not in the cookie that was written for it, or why one that was withdrawn is still there, as far as a page can
 * tell.
 * @param settings - what the cookie was written with
 * @param wanted - the answer; null where it was withdrawn
 * @returns an English sentence or two, which name the cookie and, of one that was written, its domain and its path
 */
export function explainRefusal({ cookie, domain }: Settings, wanted: Preferences | null): string {
  const host = location.hostname;
  if (!wanted)
    return `the cookie ${cookie} can still be read: it has a domain, path or partition from which this page cannot remove it.`;
  return `the answer is kept for this page alone: the cookie ${cookie} (domain ${domain ?? host}, path /) was not stored. ${findReason(cookie, domain, host)}`;
}

/** Finds the likely reason, the surest first. Source of the rules: RFC 6265bis, sections 4.1.3 (prefixes) and 5.7 (storage model). */
function findReason(cookie: string, domain: string | undefined, host: string): string {
  const isSecure = location.protocol === 'https:';
  const parent = domain?.replace(/^\./, '').toLowerCase();
  if (!navigator.cookieEnabled) return 'The browser blocks cookies here.';
  if (/^__(Host|Secure)-/i.test(cookie) && !isSecure)
    return `A name that begins with "${cookie.split('-')[0]}-" needs https.`;
  if (/^__Host-/i.test(cookie) && domain) return 'A name that begins with "__Host-" allows no setting "domain".';
  if (parent && parent !== host && !host.endsWith(`.${parent}`))
    return `The setting "domain" must be ${host} or a domain above it.`;
  if (parent && parent !== host)
    return `Browsers refuse "domain" where many sites share it, as under a public suffix such as "github.io".`;
  return 'Perhaps a server has set an HttpOnly cookie of the same name, the site has too many cookies, or the browser blocks cookies.';
}
