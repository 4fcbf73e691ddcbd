import { warn } from '../manifest/warn.js';

/** The settings of the whole page. They must be known before the first answer. */
export interface Settings {
  /** The cookie's name. Default: `cookie_preferences`. */
  readonly cookie: string;
  /** The domain that shares the cookie, with its subdomains. Default: this host alone. */
  readonly domain?: string;
  /** The number of days for which an answer is kept, 1 to 400. Default: 182. */
  readonly days: number;
  /** The manifest's revision, where no element gives it. */
  readonly revision?: string;
}

/** The settings where nothing else is configured. */
export const defaultSettings = { cookie: 'cookie_preferences', days: 182 } as const;

/** The form of each setting. Whatever has no form here is no setting. */
const patterns: { readonly [setting: string]: RegExp } = {
  cookie: /^[\w!#$%&'*+.^`|~-]+$/, // RFC 6265, section 4.1.1: a token
  domain: /^[\w.-]+$/,
  days: /^([1-9]\d?|[123]\d\d|400)$/, // RFC 6265bis: no cookie lives longer than 400 days
  revision: /^[\w.-]{1,64}$/,
};

/** Returns whether a value can be used for a setting. */
export const isUsable = (setting: string, value: unknown): boolean => patterns[setting]?.test(value as string) ?? false;

/**
 * Merges more settings into those that were configured before, which stay. What contradicts them, or cannot be used, is warned of.
 * @param late - whether a first answer was already given, after which nothing changes
 */
export function mergeSettings(configured: Partial<Settings>, more: object, late?: boolean): Partial<Settings> {
  const merged: { [setting: string]: unknown } = { ...configured };
  for (const [setting, value] of Object.entries(more)) {
    const isRepeated = `${merged[setting]}` === `${value}`;
    if (isRepeated) continue;
    if (!late && !merged[setting] && isUsable(setting, value)) merged[setting] = value;
    else warn(`${setting}=${value}: late or invalid`);
  }
  return merged;
}

/** Resolves all settings: what was configured, and the defaults for the rest. */
export const resolveSettings = (configured: Partial<Settings>): Settings => ({
  ...defaultSettings,
  ...configured,
  days: Number((configured.days as unknown) ?? defaultSettings.days), // markup has it as text
});

/** Reads `<meta name="cookie-manifest" content="cookie=site_prefs; domain=example.com; days=90">`. */
export function readMetaSettings(): { readonly [setting: string]: string } {
  const meta = document.querySelector<HTMLMetaElement>('meta[name=cookie-manifest]');
  const pairs = (meta?.content ?? '').split(';').map((pair) => pair.split('=').map((part) => part.trim()));
  return Object.fromEntries(pairs as [string, string][]);
}
