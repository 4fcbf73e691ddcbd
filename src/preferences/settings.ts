/** The settings of the whole page. They must be known before the first answer. */
export interface Settings {
  /** The cookie's name. Default: `cookie_preferences`. */
  readonly cookie: string;
  /** The domain that shares the cookie, with its subdomains. Default: this host alone. */
  readonly domain?: string;
  /** The path below which the cookie counts. Default: `/`. */
  readonly path: string;
  /** The cookie's `SameSite`: `lax`, `strict`, or `none`, which needs https. Default: `lax`, and `none` with `partitioned`. */
  readonly sameSite: SameSite;
  /** Whether a frame in another site keeps a cookie of its own there (`Partitioned`). Default: `false`. */
  readonly partitioned: boolean;
  /** The number of days for which an answer is kept, 1 to 400. Default: 182. */
  readonly days: number;
  /** The manifest's revision, where no element gives it. */
  readonly revision?: string;
}

export type SameSite = 'lax' | 'strict' | 'none';

/** What an answer is read by. The rest is resolved where an answer is written. */
export interface ReadingSettings {
  readonly cookie: string;
  readonly revision: string | undefined;
}

/** Settings as a page gave them at one time, which may be anything. */
export interface GivenSettings {
  readonly values: { readonly [setting: string]: unknown };
  /** Whether a first answer was already given, after which nothing changes. */
  readonly isLate: boolean;
}

/** The cookie's name where none is configured. */
export const defaultCookieName = 'cookie_preferences';

/** The form of a cookie's name. Source: RFC 6265, section 4.1.1: a token. */
export const cookieNameForm = /^[\w!#$%&'*+.^`|~-]+$/;
/** The form of a revision, which needs no encoding in a cookie. */
export const revisionForm = /^[\w.-]{1,64}$/;

/** Returns whether a value has a form. A number or a boolean counts as its text. */
export const hasForm = (form: RegExp, value: unknown): boolean => form.test((value ?? '') as string);

/** Resolves what an answer is read by: of each setting, the first value that came in time and can be used. */
export function resolveReadingSettings(given: readonly GivenSettings[]): ReadingSettings {
  const find = (setting: string, form: RegExp) =>
    given.find(({ values, isLate }) => !isLate && hasForm(form, values[setting]))?.values[setting] as
      string | undefined;
  return { cookie: find('cookie', cookieNameForm) ?? defaultCookieName, revision: find('revision', revisionForm) };
}

/** Reads `<meta name="cookie-manifest" content="cookie=site_prefs; samesite=none; partitioned">`: all as text, as it is written there. */
export function readMetaSettings(): { readonly [setting: string]: string } {
  const meta = document.querySelector<HTMLMetaElement>('meta[name=cookie-manifest]');
  const pairs = (meta?.content ?? '').split(';').map((pair) => pair.split(/=(.*)/s).map((part) => part.trim()));
  return Object.fromEntries(pairs.map(([setting = '', value = '']) => [setting, value]));
}
