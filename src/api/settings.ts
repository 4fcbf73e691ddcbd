import type { JarSettings } from '../preferences/jar.js';
import { defaultCookie } from '../preferences/read.js';

/** What holds for the whole page. It must be known before the first answer. */
export interface Settings extends JarSettings {
  /** The manifest's revision, where no element gives it. */
  readonly revision?: string;
}

const grammar: { readonly [Key in keyof Settings]-?: RegExp } = {
  cookie: /^[\w!#$%&'*+.^`|~-]+$/, // RFC 6265, section 4.1.1: a token
  domain: /^[^\s;,]+$/,
  days: /^([1-9]\d?|[123]\d\d|400)$/, // RFC 6265bis: no cookie lives longer than 400 days
  revision: /^[\w.-]{1,64}$/,
};

export const defaults: Settings = { cookie: defaultCookie, days: 182 };

/** Reads `<meta name="cookie-manifest" content="cookie=site_prefs; domain=example.com; days=90">`. */
export const metaSettings = (): Record<string, string> =>
  Object.fromEntries(
    (document.querySelector<HTMLMetaElement>('meta[name="cookie-manifest"]')?.content ?? '')
      .split(';')
      .map((pair) => pair.trim().split(/\s*=\s*/))
      .filter(([key]) => key)
      .map(([key, value]) => [key, value ?? '']),
  );

/**
 * Adds settings to those that are known. What was said first stays; what contradicts it, or cannot be used, is warned of.
 * @param late - whether a first answer was already given
 */
export function mergeSettings(known: Partial<Settings>, more: { readonly [key: string]: unknown }, late: boolean): Partial<Settings> {
  const merged: Record<string, unknown> = { ...known };
  for (const [key, value] of Object.entries(more)) {
    if (value === undefined || String(merged[key]) === String(value)) continue;
    if (!Object.hasOwn(grammar, key) || !grammar[key as keyof Settings].test(String(value))) warn(`setting ${key}=${value} cannot be used`);
    else if (late || Object.hasOwn(merged, key)) warn(`setting ${key}=${value} came too late`);
    else merged[key] = key === 'days' ? Number(value) : value;
  }
  return merged;
}

export const warn = (...what: unknown[]): void => console.warn('cookie-manifest:', ...what);
