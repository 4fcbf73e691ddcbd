import { cutSetCookie } from '../../import/setcookie.js';

/** What a Set-Cookie header or a script's `document.cookie = …` asks for, without the value. */
export interface Asked {
  readonly name: string;
  /** With a dot, as subdomains share it; nothing where it is the host's alone. */
  readonly domain?: string;
  readonly path?: string;
  /** In seconds, from now; nothing where it ends with the session. In the past, it removes the cookie. */
  readonly lifetime?: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite?: 'strict' | 'lax' | 'none';
  readonly partitioned: boolean;
}

/**
 * Reads what is asked for (RFC 6265bis, section 5.6). Max-Age comes before Expires.
 * @param now - the time from which Expires is counted, in milliseconds
 * @returns undefined for what no browser takes: without a name
 */
export function readSetCookie(text: string, now: number): Asked | undefined {
  const cut = cutSetCookie(text);
  if (!cut) return undefined;
  const { name, attributes } = cut;
  const maxAge = attributes.get('max-age');
  const expires = Date.parse(attributes.get('expires') ?? '');
  const lifetime = maxAge !== undefined && /^-?\d+$/.test(maxAge) ? Number(maxAge) : Math.round((expires - now) / 1000);
  const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase();
  const path = attributes.get('path');
  const sameSite = attributes.get('samesite')?.toLowerCase();
  return {
    name,
    ...(domain && { domain: `.${domain}` }),
    ...(path?.startsWith('/') && { path }),
    ...(!Number.isNaN(lifetime) && { lifetime }),
    httpOnly: attributes.has('httponly'),
    secure: attributes.has('secure'),
    ...((sameSite === 'strict' || sameSite === 'lax' || sameSite === 'none') && { sameSite }),
    partitioned: attributes.has('partitioned'),
  };
}
