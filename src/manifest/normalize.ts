import { parseDuration } from './duration.js';
import { manifestRule, type CookieInput, type LocalisedText, type ManifestInput } from './fields.js';
import type { Cookie, Manifest } from './types.js';
import { isObject, matchesPattern, validate, type Violation } from './validate.js';

/** Whether a value is a manifest that was parsed already. */
export const isParsedManifest = (value: unknown): value is Manifest =>
  isObject(value) && Object.isFrozen(value) && 'problems' in value;

/** A copy of a value, as JSON would have it. */
export const copyAsJson = (input: unknown): unknown => JSON.parse(JSON.stringify(input) ?? null);

/**
 * Reads a manifest and loses nothing: what is at fault is kept as it was written.
 * @param input - a value as JSON has them, which becomes part of the draft
 * @returns the manifest, and its violations, which are not yet put into words
 * @throws {Error} where the input is no JSON object with an array `cookies`
 */
export function normalizeManifest(input: unknown): {
  readonly violations: readonly Violation[];
  readonly draft: Omit<Manifest, 'problems'>;
} {
  const written = input as ManifestInput;
  if (!Array.isArray(written?.cookies)) throw new Error('it needs a list "cookies"');

  const violations: Violation[] = [];
  const {
    site,
    defaults,
    categories = {},
    revision,
    language,
    ...rest
  } = validate(manifestRule, written, '', violations) as ManifestInput;
  const cookies = rest.cookies.map((cookie) => withDefaults({ ...defaults, ...cookie }, site?.name));
  const known = ['essential', ...Object.keys(categories)];
  const seen = new Set<string>();
  // What the table cannot say of one field alone: known categories, unique names, and no cookie without an end.
  cookies.forEach(({ name, storage, domain, category, duration }, index) => {
    const must = (met: boolean, field: 'name' | 'category' | 'duration', rule: Violation['rule']) =>
      met || violations.push({ path: `cookies[${index}].${field}`, value: written.cookies[index]?.[field], rule });
    const identity = [storage, domain, name].join('\n');
    must(!name || !seen.has(identity), 'name', 'unique');
    must(known.includes(category) || !matchesPattern('id', category), 'category', known);
    must(storage !== 'cookie' || duration.kind !== 'persistent', 'duration', 'ending');
    seen.add(identity);
  });
  return {
    violations,
    draft: {
      ...rest,
      revision: matchesPattern('revision', revision) ? revision : null,
      language: matchesPattern('language', language) ? language : 'en',
      site: { name: '', contacts: [], ...site },
      categories,
      cookies,
    },
  };
}

/** Whether an address may become a link: http, https or relative (never `javascript:`). */
export const isLink = (url: unknown): url is string => matchesPattern('url', url);

/** A cookie with every default filled in. */
export const withDefaults = (cookie: Partial<CookieInput>, siteName: LocalisedText = ''): Cookie =>
  ({
    category: 'essential',
    party: 'first',
    storage: 'cookie',
    path: '/',
    provider: { name: siteName },
    name: '',
    purpose: '',
    ...cookie,
    duration: parseDuration(cookie.duration ?? ''),
  }) as Cookie;
