import { getMessages } from '../locales/load.js';
import { formatDuration } from '../manifest/duration.js';
import type { Party, StorageKind } from '../manifest/fields.js';
import { findCookie } from '../manifest/match-name.js';
import { localize } from '../manifest/localize.js';
import { withDefaults, isLink } from '../manifest/normalize.js';
import type { Cookie, Manifest } from '../manifest/types.js';

/** A cookie as a reader sees it: its texts are in the language in use. */
export interface ListedCookie extends Omit<Cookie, 'purpose' | 'provider'> {
  readonly purpose: string;
  /** BCP 47 tag of the language that the purpose is in, which may not be the one asked for. */
  readonly purposeLanguage: string;
  readonly provider: string;
  readonly providerUrl?: string | undefined;
  /** The duration in words. */
  readonly durationText: string;
  /** True for the library's own, which the manifest does not declare. */
  readonly own: boolean;
}

/** A filter of cookies; what is left out matches all. */
export interface CookieFilter {
  readonly category?: string;
  readonly storage?: StorageKind;
  readonly party?: Party;
  readonly provider?: string;
  /** Session cookies alone, or all but those. */
  readonly session?: boolean;
}

/** The record that the library keeps: the very settings that it is written with. */
export interface OwnCookie {
  readonly cookie: string;
  readonly domain?: string;
  /** Its lifetime. */
  readonly days: number;
}

/** A cookie, and whether it is the library's own. */
type OwnableCookie = Cookie & { readonly own: boolean };

/** Adds the library's own cookie to the declared ones, unless the manifest declares it. */
export function withOwnCookie(manifest: Manifest, { cookie: name, domain, days }: OwnCookie): readonly OwnableCookie[] {
  const declared = manifest.cookies.map((cookie) => ({ ...cookie, own: false })); // also where a manifest says otherwise
  if (findCookie(declared, name)) return declared;
  const own = withDefaults(
    { name, duration: `${days} days`, httpOnly: false, exemption: 'preference', ...(domain && { domain }) },
    manifest.site.name,
  );
  return [...declared, { ...own, own: true }];
}

/**
 * Localizes a cookie for a reader.
 * @param language - BCP 47 tag asked for
 */
export function localizeCookie(cookie: OwnableCookie, manifest: Manifest, language: string): ListedCookie {
  const { messages, language: locale } = getMessages(language);
  const { own, provider } = cookie;
  const purpose = own
    ? { text: messages.ownPurpose, language: locale }
    : localize(cookie.purpose, language, manifest.language);
  return {
    ...cookie,
    purpose: purpose.text,
    purposeLanguage: purpose.language,
    provider: localize(provider.name, language, manifest.language).text,
    providerUrl: isLink(provider.url) ? provider.url : undefined,
    durationText: formatDuration(cookie.duration, locale, messages),
    own,
  };
}

/** Keeps the cookies that a filter asks for. */
export const filterCookies = (cookies: readonly ListedCookie[], filter: CookieFilter = {}): readonly ListedCookie[] =>
  cookies.filter((cookie) => {
    const properties: CookieFilter = { ...cookie, session: cookie.duration.kind === 'session' };
    return Object.entries(filter).every(
      ([field, value]) => value === undefined || properties[field as keyof CookieFilter] === value,
    );
  });
