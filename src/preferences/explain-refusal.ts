import type { Preferences } from './record.js';
import type { Settings } from './settings.js';

/**
 * Explains why an answer is not in the cookie that was written for it, or why one that was withdrawn is still there, as far as a page can
 * tell.
 * @param settings - what the cookie was written with
 * @param wanted - the answer; null where it was withdrawn
 * @returns an English sentence or two, which name the cookie and, of one that was written, its domain and its path
 */
export function explainRefusal(settings: Settings, wanted: Preferences | null): string {
  const { cookie, domain, path } = settings;
  if (!wanted)
    return `the cookie ${cookie} can still be read: it has a domain, path or partition from which this page cannot remove it.`;
  return `the answer is kept for this page alone: the cookie ${cookie} (domain ${domain ?? location.hostname}, path ${path}) was not stored. ${findReason(settings)}`;
}

/** Finds the likely reason, the surest first. */
function findReason(settings: Settings): string {
  if (location.origin === 'null' || globalThis.origin === 'null')
    return 'The page is in a sandboxed frame, where nothing can be stored.';
  if (!navigator.cookieEnabled) return 'The browser blocks cookies here.';
  return (
    explainName(settings) ??
    explainPlace(settings) ??
    explainTransport(settings) ??
    explainSharedDomain(settings) ??
    explainFrame(settings) ??
    'Perhaps a server has set an HttpOnly cookie of the same name, the site has too many cookies, or the browser blocks cookies.'
  );
}

/** Explains what the prefix of a cookie's name forbids. Source: RFC 6265bis, section 4.1.3. */
function explainName({ cookie, domain, path }: Settings): string | undefined {
  const [, prefix] = /^(__(?:Host|Secure)-)/i.exec(cookie) ?? [];
  if (!prefix) return;
  if (!isSecure()) return `A name that begins with "${prefix}" needs https.`;
  const forbidden = (domain && 'domain') || (path !== '/' && 'path');
  if (/host/i.test(prefix) && forbidden) return `A name that begins with "${prefix}" allows no setting "${forbidden}".`;
}

/** Explains why this page is not one that the cookie is for. Source: RFC 6265bis, section 5.7. */
function explainPlace({ domain, path }: Settings): string | undefined {
  const host = location.hostname;
  const parent = normalizeDomain(domain);
  if (parent && parent !== host && !host.endsWith(`.${parent}`))
    return `The setting "domain" must be ${host} or a domain above it.`;
  if (!isAbove(path, location.pathname))
    return `The setting "path" must be a folder of this page: ${location.pathname}.`;
}

/** Explains which setting needs https. Source: RFC 6265bis, section 5.7. */
function explainTransport({ sameSite, partitioned }: Settings): string | undefined {
  if (isSecure()) return;
  if (partitioned) return 'The setting "partitioned" needs https.';
  if (sameSite === 'none') return 'The setting "sameSite=none" needs https.';
}

/** Explains why a domain above this host may be refused. Source: RFC 6265bis, section 5.7. */
function explainSharedDomain({ domain }: Settings): string | undefined {
  const parent = normalizeDomain(domain);
  if (parent && parent !== location.hostname)
    return 'Browsers refuse "domain" where many sites share it, as under a public suffix such as "github.io".';
}

/** Explains what a frame of another site needs. */
function explainFrame({ partitioned }: Settings): string | undefined {
  if (isFramedByAnotherSite() && !partitioned)
    return 'The page is in a frame of another site, where browsers keep cookies with the settings "sameSite=none" and "partitioned" alone.';
}

const isSecure = () => location.protocol === 'https:';

const normalizeDomain = (domain: string | undefined) => domain?.replace(/^\./, '').toLowerCase();

/** Returns whether a cookie's path holds a page's path. Source: RFC 6265, section 5.1.4. */
const isAbove = (path: string, pathname: string): boolean =>
  pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);

/** Returns whether a page of another origin holds this one in a frame: its document is then out of reach. */
function isFramedByAnotherSite(): boolean {
  try {
    return top !== null && !top.document;
  } catch {
    return true;
  }
}
