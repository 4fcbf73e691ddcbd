import { check, isObject, type Json, type Problem } from './check.js';
import { didYouMean } from './suggest.js';
import { parseDuration, type Duration } from './duration.js';
import { manifestRule, patterns, type Contact, type Exemption, type LocalisedText, type Party, type Storage } from './fields.js';

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
  readonly categories: { readonly [id: string]: { readonly label: LocalisedText; readonly description?: LocalisedText } };
  /** Every cookie that was written down, those with problems too. */
  readonly cookies: readonly Cookie[];
  /** What is not as it must be. A cookie with a problem is still among the cookies, as it was written. */
  readonly problems: readonly Problem[];
}

/** What was given is no manifest, or could not be loaded; `cause` holds the reason where there is one. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

const parsed = new WeakSet<object>();

/**
 * Reads a manifest, reports what is wrong with it, and loses nothing: what has a problem is kept as it was written.
 * @param input - the manifest as a value, say from `JSON.parse`; it is copied, not changed. A parsed manifest is given back as it is.
 * @returns the manifest, deep-frozen, with its `problems`
 * @throws {ManifestError} where the input is no JSON object with an array `cookies`
 */
export function parseManifest(input: unknown): Manifest {
  if (parsed.has(input as object)) return input as Manifest;
  let raw: unknown;
  try {
    raw = JSON.parse(JSON.stringify(input));
  } catch (cause) {
    throw new ManifestError('A manifest must be JSON.', { cause });
  }
  if (!isObject(raw) || !Array.isArray(raw['cookies'])) throw new ManifestError('A manifest is an object with a list "cookies".');

  const problems: Problem[] = [];
  check(manifestRule, raw, '', (problem) => problems.push(problem));
  const site = isObject(raw['site']) ? raw['site'] : {};
  const defaults = isObject(raw['defaults']) ? raw['defaults'] : {};
  const categories = labelled(raw['categories']);
  const cookies = raw['cookies'].map((item: unknown) => cookie(item, defaults, site['name']));
  relations(cookies, categories, raw['cookies'], problems);

  const manifest = {
    ...raw,
    revision: isRevision(raw['revision']) ? raw['revision'] : null,
    language: typeof raw['language'] === 'string' && patterns.language.test(raw['language']) ? raw['language'] : 'en',
    site: {
      ...site,
      name: localised(site['name']),
      contacts: Array.isArray(site['contacts']) ? site['contacts'].map(contact) : [],
    },
    categories,
    cookies,
    problems,
  } as Manifest;
  parsed.add(manifest);
  return freeze(manifest);
}

/** Whether an address may become a link: http, https or relative (never `javascript:`). */
export const isLink = (url: unknown): url is string => typeof url === 'string' && patterns.url.test(url);

/** The categories that visitors would have to choose: all that are not essential and that a cookie is in. */
export const optionalCategories = (manifest: Manifest): string[] =>
  Object.keys(manifest.categories).filter((id) => id !== 'essential' && manifest.cookies.some(({ category }) => category === id));

const isRevision = (value: unknown): value is string => typeof value === 'string' && patterns.revision.test(value);

const isEmpty = (value: unknown) => value === undefined || value === null;

/** A value as text, whatever it is: nothing that was written down is lost. */
const text = (value: unknown): string => (typeof value === 'string' ? value : isEmpty(value) ? '' : JSON.stringify(value));

const localised = (value: unknown): LocalisedText =>
  isObject(value) ? Object.fromEntries(Object.entries(value).map(([tag, held]) => [tag, text(held)])) : text(value);

const labelled = (value: unknown): Manifest['categories'] =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([id, held]) => [
      id,
      isObject(held) ? { ...held, label: localised(held['label'] ?? id), description: localised(held['description']) } : { label: text(held ?? id) },
    ]),
  );

function contact(value: unknown): Contact {
  const held = isObject(value) ? value : { name: value };
  const address = held['address'];
  return {
    ...held,
    label: localised(held['label']),
    name: localised(held['name']),
    address: Array.isArray(address) ? address.map(text) : isEmpty(address) ? [] : [text(address)],
  };
}

function cookie(value: unknown, defaults: Json, siteName: unknown): Cookie {
  const held: Json = { category: 'essential', party: 'first', storage: 'cookie', path: '/', ...defaults, ...(isObject(value) ? value : { name: value }) };
  const provider = held['provider'] ?? siteName;
  const named = isObject(provider) && 'name' in provider;
  const { httpOnly, domain, exemption, ...rest } = held;
  return {
    ...rest,
    name: text(held['name']),
    purpose: localised(held['purpose']),
    duration: parseDuration(text(held['duration'])),
    provider: { name: localised(named ? provider['name'] : provider), ...(named && isLink(provider['url']) && { url: provider['url'] }) },
    category: text(held['category']),
    party: text(held['party']) as Party,
    storage: text(held['storage']) as Storage,
    path: text(held['path']),
    ...(!isEmpty(domain) && { domain: text(domain) }),
    ...(typeof httpOnly === 'boolean' && { httpOnly }),
    ...(!isEmpty(exemption) && { exemption: text(exemption) as Exemption }),
  };
}

/** What the table cannot say of one field alone: known categories, unique names, and no cookie without an end. */
function relations(cookies: readonly Cookie[], categories: Manifest['categories'], raw: readonly unknown[], problems: Problem[]): void {
  const known = ['essential', ...Object.keys(categories)];
  const seen = new Set<string>();
  cookies.forEach(({ name, storage, domain, category, duration }, index) => {
    const report = (field: string, message: string) =>
      problems.push({ path: `cookies[${index}].${field}`, message, value: (raw[index] as Json | null)?.[field] });
    const identity = JSON.stringify([storage, domain, name]);
    if (name && seen.has(identity)) report('name', 'Must be unique within its storage and domain.');
    seen.add(identity);
    if (!known.includes(category) && patterns.id.test(category))
      report('category', `Must be "essential" or a key of "categories".${didYouMean(category, known)}`);
    if (duration.kind === 'persistent' && storage === 'cookie') report('duration', 'A cookie has an end: must be "session" or an amount.');
  });
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
