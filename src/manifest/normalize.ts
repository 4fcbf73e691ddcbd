import { parseDuration, type Duration } from './duration.js';
import type { Problem } from './explain-problem.js';
import {
  manifestRule,
  type Contact,
  type CookieInput,
  type Exemption,
  type LocalisedText,
  type ManifestInput,
  type Party,
  type Storage,
  type Waiver,
} from './fields.js';
import { isA, isObject, read, type Fault } from './validate.js';

/** A cookie (or other item on the device) of a parsed manifest, with every default filled in. Unknown keys are kept. */
export interface Cookie {
  readonly name: string;
  readonly purpose: LocalisedText;
  readonly duration: Duration;
  readonly provider: { readonly name: LocalisedText; readonly url?: string };
  readonly category: string;
  readonly party: Party;
  readonly storage: Storage;
  readonly domain?: string;
  readonly path: string;
  readonly httpOnly?: boolean;
  readonly exemption?: Exemption;
}

/** A parsed manifest. Deep-frozen. */
export interface Manifest {
  /** The manifest's version, or null where it gives none that can be used. */
  readonly revision: string | null;
  /** BCP 47 tag of its plain texts. */
  readonly language: string;
  readonly site: {
    readonly name: LocalisedText;
    readonly policyUrl?: string;
    readonly privacyUrl?: string;
    readonly contacts: readonly Contact[];
  };
  readonly categories: {
    readonly [id: string]: { readonly label?: LocalisedText; readonly description?: LocalisedText };
  };
  /** Every cookie that was written down, those with problems too. */
  readonly cookies: readonly Cookie[];
  /** Findings of the audit that the site accepts. */
  readonly waivers?: readonly Waiver[];
  /** What is not as it must be. A cookie with a problem is still among the cookies, as it was written. */
  readonly problems: readonly Problem[];
}

/** What was given is no manifest, or could not be loaded; `cause` holds the reason where there is one. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError'; // defined, as an assignment fails where the page has frozen Error.prototype
}

/** What went wrong, as the error that is public. */
export const noManifest = (cause: unknown): ManifestError =>
  new ManifestError(`No manifest: ${(cause as Error).message}`, { cause });

/** Whether a value is a manifest that was parsed already. */
export const isManifest = (value: unknown): value is Manifest =>
  isObject(value) && Object.isFrozen(value) && 'problems' in value;

/** A copy of a value, as JSON would have it. */
export const copy = (input: unknown): unknown => JSON.parse(JSON.stringify(input) ?? null);

/**
 * Reads a manifest and loses nothing: what is at fault is kept as it was written.
 * @param input - a value as JSON has them, which becomes part of the draft
 * @returns the manifest, and its faults, which are not yet put into words
 * @throws {Error} where the input is no JSON object with an array `cookies`
 */
export function draftManifest(input: unknown): {
  readonly faults: readonly Fault[];
  readonly draft: Omit<Manifest, 'problems'>;
} {
  const written = input as ManifestInput;
  if (!Array.isArray(written?.cookies)) throw new Error('it needs a list "cookies"');

  const faults: Fault[] = [];
  const {
    site,
    defaults,
    categories = {},
    revision,
    language,
    ...rest
  } = read(manifestRule, written, '', faults) as ManifestInput;
  const cookies = rest.cookies.map((cookie) => complete({ ...defaults, ...cookie }, site?.name));
  const known = ['essential', ...Object.keys(categories)];
  const seen = new Set<string>();
  // What the table cannot say of one field alone: known categories, unique names, and no cookie without an end.
  cookies.forEach(({ name, storage, domain, category, duration }, index) => {
    const must = (met: boolean, field: 'name' | 'category' | 'duration', rule: Fault['rule']) =>
      met || faults.push({ path: `cookies[${index}].${field}`, value: written.cookies[index]?.[field], rule });
    const identity = [storage, domain, name].join('\n');
    must(!name || !seen.has(identity), 'name', 'unique');
    must(known.includes(category) || !isA('id', category), 'category', known);
    must(storage !== 'cookie' || duration.kind !== 'persistent', 'duration', 'ending');
    seen.add(identity);
  });
  return {
    faults,
    draft: {
      ...rest,
      revision: isA('revision', revision) ? revision : null,
      language: isA('language', language) ? language : 'en',
      site: { name: '', contacts: [], ...site },
      categories,
      cookies,
    },
  };
}

/** Whether an address may become a link: http, https or relative (never `javascript:`). */
export const isLink = (url: unknown): url is string => isA('url', url);

/** A cookie with every default filled in. */
export const complete = (cookie: Partial<CookieInput>, siteName: LocalisedText = ''): Cookie =>
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
