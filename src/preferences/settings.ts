import { warn } from '../manifest/warn.js';

/** What holds for the whole page. It must be known before the first answer. */
export interface Settings {
  /** The cookie's name. Default: `cookie_preferences`. */
  readonly cookie: string;
  /** The domain that shares the cookie, with its subdomains. Default: this host alone. */
  readonly domain?: string;
  /** How many days an answer is kept, 1 to 400. Default: 182. */
  readonly days: number;
  /** The manifest's revision, where no element gives it. */
  readonly revision?: string;
}

/** What holds where nothing else is configured. */
export const defaultSettings = { cookie: 'cookie_preferences', days: 182 } as const;

const grammar: { readonly [setting: string]: RegExp } = {
  cookie: /^[\w!#$%&'*+.^`|~-]+$/, // RFC 6265, section 4.1.1: a token
  domain: /^[\w.-]+$/,
  days: /^([1-9]\d?|[123]\d\d|400)$/, // RFC 6265bis: no cookie lives longer than 400 days
  revision: /^[\w.-]{1,64}$/,
};

/**
 * Adds settings to those that were said before. What was said first stays; what contradicts it, or cannot be used, is warned of.
 * @param late - whether a first answer was already given, after which nothing changes
 */
export function mergeSettings(configured: Partial<Settings>, more: object, late = false): Partial<Settings> {
  const added: { [setting: string]: unknown } = { ...configured };
  for (const [key, value] of Object.entries(more)) {
    if (`${added[key]}` === `${value}`) continue;
    if (late || added[key] || !grammar[key]?.test(value as string)) warn(`${key}=${value} is late or invalid`);
    else added[key] = value;
  }
  return added;
}

/** All settings, the defaults where nothing was said. */
export const resolveSettings = (configured: Partial<Settings>): Settings => ({
  ...defaultSettings,
  ...configured,
  days: Number((configured.days as unknown) ?? defaultSettings.days),
});

/** Reads `<meta name="cookie-manifest" content="cookie=site_prefs; domain=example.com; days=90">`. */
export const readMetaSettings = (): { readonly [setting: string]: string } =>
  Object.fromEntries(
    (document.querySelector<HTMLMetaElement>('meta[name=cookie-manifest]')?.content ?? '')
      .split(';')
      .map((pair) => pair.split('=').map((part) => part.trim()) as [string, string]),
  );
