import { parseDuration } from './duration.js';
import { manifestRule, type CookieInput, type LocalisedText, type ManifestInput } from './fields.js';
import type { Cookie, Manifest } from './types.js';
import { isObject, matchesPattern, validate, type Violation } from './validate.js';

/** A manifest that has been read, and what is wrong with it, not yet put into words. */
interface NormalizedManifest {
  readonly violations: readonly Violation[];
  readonly draft: Omit<Manifest, 'problems'>;
}

/** Returns whether a value is a manifest that was parsed already. */
export const isParsedManifest = (value: unknown): value is Manifest =>
  isObject(value) && Object.isFrozen(value) && 'problems' in value;

/** Returns whether an address may become a link: http, https or relative, never `javascript:`. */
export const isLink = (url: unknown): url is string => matchesPattern('url', url);

/** Copies a value, as JSON would have it. */
export const copyAsJson = (input: unknown): unknown => JSON.parse(JSON.stringify(input) ?? null);

/**
 * Normalizes a manifest: validates it, and fills in every default. Nothing is lost: what is wrong is kept as it was written.
 * @param input - a value as JSON has them, which becomes part of the draft
 * @throws {Error} where the input is no JSON object with an array `cookies`
 */
export function normalizeManifest(input: unknown): NormalizedManifest {
  const written = input as ManifestInput;
  if (!Array.isArray(written?.cookies)) throw new Error('it needs a list "cookies"');

  const violations: Violation[] = [];
  const validated = validate(manifestRule, written, '', violations) as ManifestInput;
  const { site, defaults, categories = {}, revision, language, ...rest } = validated;
  const cookies = rest.cookies.map((cookie) => withDefaults({ ...defaults, ...cookie }, site?.name));
  const draft = {
    ...rest,
    revision: matchesPattern('revision', revision) ? revision : null,
    language: matchesPattern('language', language) ? language : 'en',
    site: { name: '', contacts: [], ...site },
    categories,
    cookies,
  };
  return { violations: [...violations, ...checkRelations(draft, written)], draft };
}

/** Checks what the table cannot say of one field alone: categories are known, names are unique, and cookies have an end. */
function checkRelations({ cookies, categories }: NormalizedManifest['draft'], written: ManifestInput): Violation[] {
  const violations: Violation[] = [];
  const knownCategories = ['essential', ...Object.keys(categories)];
  const identities = new Set<string>();
  cookies.forEach(({ name, storage, domain, category, duration }, index) => {
    const report = (field: 'name' | 'category' | 'duration', rule: Violation['rule']) =>
      violations.push({ path: `cookies[${index}].${field}`, value: written.cookies[index]?.[field], rule });
    const identity = [storage, domain, name].join('\n');
    if (name && identities.has(identity)) report('name', 'unique');
    if (matchesPattern('id', category) && !knownCategories.includes(category)) report('category', knownCategories);
    if (storage === 'cookie' && duration.kind === 'persistent') report('duration', 'ending');
    identities.add(identity);
  });
  return violations;
}

/**
 * Fills in every default of a cookie.
 * @param siteName - its provider where it names none
 */
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
