import { manifestRule, cookieRule, type CookieInput, type ManifestInput } from '../manifest/fields.js';
import { parseManifest } from '../manifest/parse.js';
import { matchesPattern } from '../manifest/validate.js';
import { readCategory } from './categories.js';
import { readDuration } from './durations.js';
import type { FoundCookie, Remark, Source } from './found.js';
import { isEmpty } from './pages/terms.js';
import { fold, inAll } from './texts.js';

export interface DraftOptions {
  /** BCP 47 tag of the source's texts. Default: the source's own. */
  readonly language?: string | undefined;
  /** The site's name. Default: the source's own, else the one provider of all cookies. */
  readonly site?: string | undefined;
  readonly revision?: string | undefined;
  /** Ids that were chosen for categories, by their labels as written. */
  readonly categories?: ReadonlyMap<string, string>;
}

/** What stands for a text that is still to be written; `validate --strict` refuses it. */
export const toDo = 'TODO';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Category = Writable<NonNullable<ManifestInput['categories']>[string]>;

/** A text on one line; undefined where there is none, or it says that there is none. */
export function stated(text: string | undefined): string | undefined {
  const line = text?.replace(/[ \t\n\v\f\r]+/g, ' ').trim();
  return !line || isEmpty(line) ? undefined : line;
}

/** The fields of an object in the order of the table of fields; those of no value are left out. */
const ordered = <T extends object>(value: T, fields: object): T =>
  Object.fromEntries(
    Object.keys(fields).flatMap((field) =>
      value[field as keyof T] === undefined ? [] : [[field, value[field as keyof T]]],
    ),
  ) as T;

/**
 * Makes a manifest of what was found in a source.
 * @returns the manifest, as short as its defaults allow, and all that whoever imports should know of it: the source's own remarks first
 */
export function draft(
  source: Source,
  options: DraftOptions = {},
): { readonly manifest: ManifestInput; readonly remarks: readonly Remark[] } {
  const remarks = [...source.remarks];
  const remark = (kind: Remark['kind'], at: string, message: string, written?: string) =>
    void remarks.push({ at, message, ...(written !== undefined && { written }), kind });
  const language = options.language ?? source.language;
  if (language === undefined)
    remark('note', 'page', 'Its language is not known, so the manifest says none, and counts as English.');

  /** What already has a remark, by its path in the manifest. */
  const told = new Set<string>();
  const categories = new Map<string, Category>();
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  const uncategorised: FoundCookie[] = [];

  const readDurationOf = ({ at, duration }: FoundCookie, path: string): string => {
    const written = duration?.trim() ?? '';
    const read = matchesPattern('duration', written) ? { duration: written } : readDuration(written, language);
    if (!read) {
      told.add(`${path}.duration`);
      remark(
        'lost',
        at,
        written ? 'The duration cannot be read, and is kept as written.' : 'No duration stands there.',
        written || undefined,
      );
      return written || toDo;
    }
    if (read.doubt) remark('doubt', at, `The duration became ${read.duration}: ${read.doubt}.`, written);
    return read.duration;
  };

  /** The id of a category; labels that would share one, and differ, are numbered. */
  const categoryOf = ({ at, category, categoryText }: FoundCookie): string | undefined => {
    const label = stated(category);
    if (!label) return undefined;
    const chosen = options.categories?.get(label);
    const read = chosen ? { id: chosen, label, known: true } : readCategory(label);
    let id = ids.get(label);
    if (id === undefined) {
      id = read.id || 'category-1';
      if (id !== 'essential' && !chosen)
        for (let next = 2; categories.has(id); next++) id = `${(read.id || 'category').slice(0, 28)}-${next}`;
      ids.set(label, id);
      if (!read.known) remark('note', at, `The category is none that is known; it became ${id}.`, label);
      if (id !== 'essential' && !categories.has(id)) categories.set(id, { label });
    }
    const description = stated(categoryText);
    if (!description || inAll('essentialText').has(fold(description)) || texts.get(id) === description) return id;
    const entry = categories.get(id);
    if (entry && !texts.has(id)) entry.description = description;
    else
      remark(
        'note',
        at,
        entry
          ? 'The category is described in other words here, which are left out.'
          : 'What is said of the essential cookies is left out, as the notice says it in its own words.',
        description,
      );
    texts.set(id, description);
    return id;
  };

  const providerOf = ({ at, provider, providerUrl }: FoundCookie): CookieInput['provider'] => {
    const name = stated(provider);
    const url = providerUrl?.trim();
    if (!url) return name;
    if (!matchesPattern('url', url)) {
      remark('lost', at, 'The provider’s link is no address that a manifest may hold, and is left out.', url);
      return name;
    }
    return { name: name ?? url, url };
  };

  const cookies: CookieInput[] = [];
  const places: string[] = [];
  const seen = new Map<string, string[]>();
  for (const found of source.cookies) {
    const { at, storage, party, domain, path, httpOnly, exemption } = found;
    if (found.category !== undefined && inAll('ownTitle').has(fold(found.category))) {
      remark('note', at, 'The library’s own cookie is left out, as the library lists it by itself.', found.name);
      continue;
    }
    const place = `cookies[${cookies.length}]`;
    const category = categoryOf(found);
    const purpose = stated(found.purpose);
    const before = remarks.length;
    const cookie = ordered<Partial<CookieInput>>(
      {
        name: found.name.trim(),
        purpose: purpose ?? toDo,
        duration: readDurationOf(found, place),
        provider: providerOf(found),
        category: category === 'essential' ? undefined : category,
        party: party === 'first' ? undefined : party,
        storage: storage === 'cookie' ? undefined : storage,
        ...{ domain, path: path === '/' ? undefined : path, httpOnly, exemption },
      } as Partial<CookieInput>,
      cookieRule.fields,
    ) as CookieInput;
    const identity = JSON.stringify([cookie.storage, domain, cookie.name]);
    const same = seen.get(identity) ?? [];
    const text = JSON.stringify(cookie);
    if (same.includes(text)) {
      remarks.length = before; // they are the other's as well
      remark('note', at, 'It stands there again, and is the same.', cookie.name);
      continue;
    }
    if (!purpose)
      remark('lost', at, `No purpose stands there, so it became ${toDo}.`, found.purpose?.trim() || undefined);
    if (same.length && cookie.name) {
      told.add(`${place}.name`);
      remark('lost', at, 'It stands there again, and says something else; both are kept.', cookie.name);
    }
    if (category === undefined) uncategorised.push(found);
    seen.set(identity, [...same, text]);
    cookies.push(cookie);
    places.push(at);
  }
  if (uncategorised.length)
    remark(
      'doubt',
      uncategorised[0]!.at,
      uncategorised.length === 1
        ? 'It has no category, and counts as essential.'
        : `This and ${uncategorised.length - 1} more have no category, and count as essential.`,
    );

  const { site, provider, own } = shared(cookies, options.site ?? source.site);
  if (site !== undefined && (options.site ?? source.site) === undefined)
    remark('note', 'page', 'The site is called after the provider of all cookies.', site);
  const manifest = ordered<ManifestInput>(
    {
      $schema: './node_modules/cookie-manifest/dist/manifest.schema.json',
      revision: options.revision,
      language,
      site: site === undefined ? undefined : { name: site },
      defaults: provider === undefined ? undefined : { provider },
      categories: categories.size ? Object.fromEntries(categories) : undefined,
      cookies: own,
    } as ManifestInput,
    manifestRule.fields,
  );
  for (const { path, message, value } of parseManifest(manifest).problems) {
    const index = /^cookies\[(\d+)\]/.exec(path)?.[1];
    const place = index === undefined ? path : `${places[Number(index)]} ${path.replace(/^[^.]*\./, '')}`;
    if (!told.has(path)) remark('lost', place, message, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return { manifest, remarks };
}

/** What all cookies share is said once: the one provider names the site where nothing else does. */
function shared(
  cookies: readonly CookieInput[],
  known: string | undefined,
): {
  readonly site: string | undefined;
  readonly provider: CookieInput['provider'];
  readonly own: readonly CookieInput[];
} {
  const [first] = cookies;
  const provider = first?.provider;
  const text = JSON.stringify(provider);
  if (provider === undefined || cookies.some((cookie) => JSON.stringify(cookie.provider) !== text))
    return {
      site: known,
      provider: undefined,
      own: cookies.map(({ provider, ...cookie }) =>
        provider === undefined || provider === known ? cookie : ordered({ ...cookie, provider }, cookieRule.fields),
      ),
    };
  const isSite = typeof provider === 'string' && cookies.every(({ party }) => party !== 'third');
  const site = known ?? (isSite ? provider : undefined);
  const own = cookies.map(({ provider: _, ...cookie }) => cookie);
  return { site, provider: provider === site ? undefined : provider, own };
}
