import Cookies from 'js-cookie';

/** Where and for how long the record is kept. */
export interface JarSettings {
  /** The cookie's name. */
  readonly cookie: string;
  /** The domain that shares it, with its subdomains; none: this host alone. */
  readonly domain?: string;
  /** How many days it is kept. */
  readonly days: number;
}

const attributes = (domain?: string) => ({
  path: '/',
  sameSite: 'lax' as const,
  secure: location.protocol === 'https:',
  ...(domain && { domain }),
});

/** All that scripts may see, as one header; empty where storage is denied. */
export function readJar(): string {
  try {
    return document.cookie;
  } catch {
    return ''; // a sandboxed frame throws
  }
}

/** Keeps a record, or with null removes it. Never throws: where storage is denied, nothing is kept. */
export function writeJar({ cookie, domain, days }: JarSettings, text: string | null): void {
  try {
    if (text === null) Cookies.remove(cookie, attributes(domain));
    else Cookies.set(cookie, text, { ...attributes(domain), expires: days });
  } catch {
    // a sandboxed frame throws
  }
}
