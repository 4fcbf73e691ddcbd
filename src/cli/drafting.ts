import { distinct } from '../audit/compare.js';
import { tolerance } from '../audit/lifetimes.js';
import { match } from '../audit/match.js';
import type { Observed } from '../audit/observed.js';
import { withDefaults } from '../manifest/normalize.js';
import type { Cookie } from '../manifest/types.js';
import { durationUnits, parseDuration, type Duration } from '../manifest/duration.js';
import { cookieRule, patterns, type CookieInput, type ManifestInput } from '../manifest/fields.js';
import { matchesPattern } from '../manifest/validate.js';
import { toDo } from './check-manifest.js';
import { exemptionOf } from './known.js';
import type { Names } from './visit/about.js';

/** What is known beside what was seen. */
export interface Surroundings {
  /** The site's name. */
  readonly site: string;
  readonly revision: string;
  /** The name of the library's own cookie, which is left out, as is its record under any other name. */
  readonly own: string;
  /** The hosts of the pages that were visited. */
  readonly hosts: ReadonlySet<string>;
  /** The registrable domain of a host. */
  siteOf(host: string): string;
  /** What a database says of a name. */
  lookUp?(name: string): { readonly purpose: string; readonly category: string } | undefined;
}

/** A manifest as far as a visit can write it. */
export interface Drafted {
  readonly manifest: ManifestInput;
  /** What a person has to add or to check, in sentences. */
  readonly open: readonly string[];
}

type Amount = Extract<Duration, { kind: 'amount' }>;
/** What is declared of a cookie before its life and purpose are. */
type Place = Pick<CookieInput, 'name' | 'storage' | 'party' | 'domain' | 'path'>;

const separators = /[-_.:/~]/;
const lettersAndDigits = (text: string): string => text.replace(/[^\p{L}\d]/gu, '');

/** Whether a text looks like a number, a UUID, or what a generator made: not like a word, or a word with its number. */
export function isIdLike(text: string): boolean {
  const plain = lettersAndDigits(text);
  if (!/^[\w.~-]+$/.test(text) || !/\d/.test(plain)) return false;
  if (/^\d+$/.test(plain) || /^[\da-f]{8,}$/i.test(plain)) return true;
  return (
    plain.length >= 6 && /[a-z]/i.test(plain) && plain.replace(/\D/g, '').length >= 2 && !/^[A-Za-z]+\d+$/.test(plain)
  );
}

/** What stands before the part of a name that looks random; undefined where none does, or too little is left to tell the name by. */
export function stemOf(name: string): string | undefined {
  for (let end = 1; end < name.length; end++) {
    const [stem, rest] = [name.slice(0, end), name.slice(end)];
    if (separators.test(name[end - 1]!) && lettersAndDigits(stem).length >= 2 && isIdLike(rest)) return stem;
  }
  return undefined;
}

/** From here on nobody counts in weeks: five of them, in seconds. */
const weeks = 5 * 7 * 86_400;

/**
 * A duration as a person would write it: in the largest unit that it is a whole number of, but for what a clock that runs ahead or a
 * slow answer may account for. Calendars are no excuse: 400 days are not 13 months.
 * @param seconds - above 0
 */
export function naturalDuration(seconds: number): string {
  const amountIn = (unit: (typeof durationUnits)[number], round: (amount: number) => number) => {
    const amount = round(seconds / (parseDuration(`1 ${unit}`) as Amount).seconds);
    return parseDuration(`${amount} ${unit}${amount === 1 ? '' : 's'}`);
  };
  const isAmount = (duration: Duration): duration is Amount => duration.kind === 'amount'; // not of 0, and not of more than six digits
  const units = durationUnits.filter((unit) => unit !== 'week' || seconds < weeks).reverse();
  // Half of what the audit tolerates: its own visit is another one.
  const whole = units
    .map((unit) => amountIn(unit, Math.round))
    .find(
      (duration) =>
        isAmount(duration) && Math.abs(duration.seconds - seconds) <= tolerance({ ...duration, unit: 'day' }) / 2,
    );
  const longer = (['hour', 'day', 'year'] as const).map((unit) => amountIn(unit, Math.ceil)).find(isAmount);
  const { amount, unit } = (whole ?? longer ?? parseDuration('999999 years')) as Amount;
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** How long the longest-lived of some lives, as set where that is known. A beacon keeps nothing. */
function durationOf(seen: readonly Observed[]): string {
  const longest = Math.max(
    0,
    ...seen.flatMap(({ lifetime, asked = 0 }) => [asked, typeof lifetime === 'number' ? lifetime : 0]),
  );
  if (longest) return naturalDuration(longest);
  return seen.some(({ lifetime }) => lifetime === 'persistent') ? 'persistent' : 'session';
}

/** The path that some paths have in common. */
const commonPath = (paths: readonly string[]): string =>
  paths.reduce((common, path) => {
    const [known, more] = [common.split('/'), path.split('/')];
    const differs = known.findIndex((part, index) => part !== more[index]);
    return differs < 0 ? common : known.slice(0, differs).join('/') || '/';
  });

/** The domain as a manifest writes it; undefined where it is the page's own host. */
function domainOf({ domain, party }: Observed, hosts: ReadonlySet<string>): string | undefined {
  if (!domain || (party !== 'third' && hosts.has(domain))) return undefined;
  const written = domain.replace(/^\./, '*.');
  return matchesPattern('domain', written) ? written : undefined; // an IPv6 address has no place in it
}

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);

/** Groups by a key, in the order in which the keys came. */
function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

/** What to declare for what was seen: each name in its place once, and one wildcard for several names that differ in what looks random. */
function placesOf(seen: readonly Observed[], hosts: ReadonlySet<string>): readonly Place[] {
  const families = groupBy(seen, (one) => keyOf(one.storage, one.party, domainOf(one, hosts), stemOf(one.name) ?? one));
  const named = families.flatMap((family) => {
    const several = new Set(family.map(({ name }) => name)).size > 1;
    return family.map((one) => ({ one, name: several ? `${stemOf(one.name)}*` : one.name }));
  });
  return groupBy(named, ({ one, name }) => keyOf(one.storage, one.party, name)).flatMap((alike) => {
    // A name that other hosts have as well says whose it is, the page's own host too.
    const own = new Set(alike.map(({ one }) => domainOf(one, hosts))).size > 1 ? new Set<string>() : hosts;
    return groupBy(alike, ({ one }) => keyOf(domainOf(one, own))).map((same) => {
      const { one, name } = same[0]!;
      const domain = domainOf(one, own);
      const path = one.storage === 'cookie' ? commonPath(same.map(({ one }) => one.path ?? '/')) : '/';
      return {
        name,
        ...(one.storage !== 'cookie' && { storage: one.storage }),
        ...(one.party === 'third' && { party: one.party }),
        ...(domain && { domain }),
        ...(path !== '/' && { path }),
      };
    });
  });
}

const storages = cookieRule.fields.storage;
/** First party before third, by storage and name, and hosts before their domains: of two that fit equally well, the first counts. */
const inOrder = (a: Place, b: Place): number =>
  (a.party ?? '').localeCompare(b.party ?? '') ||
  storages.indexOf(a.storage ?? 'cookie') - storages.indexOf(b.storage ?? 'cookie') ||
  a.name.localeCompare(b.name, 'en') ||
  Number(a.domain?.startsWith('*') ?? false) - Number(b.domain?.startsWith('*') ?? false) ||
  (b.domain ?? '').localeCompare(a.domain ?? '');

/**
 * The categories of the Open Cookie Database, as a manifest has them. "Functional" is, by its own words, what is "also known as
 * technical, essential or strictly necessary"; so is what guards the site.
 */
const categories: { readonly [name: string]: { readonly id: string; readonly label: string } | undefined } = {
  functional: undefined,
  security: undefined,
  personalization: { id: 'preferences', label: 'Preferences' },
  preferences: { id: 'preferences', label: 'Preferences' },
  analytics: { id: 'analytics', label: 'Analytics' },
  marketing: { id: 'marketing', label: 'Marketing' },
};

/** The category that a database names; undefined for what is essential, and for no category. */
function categoryOf(name: string): { readonly id: string; readonly label: string } | undefined {
  const key = name.trim().toLowerCase();
  if (!key || Object.hasOwn(categories, key)) return categories[key];
  const id = key.replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '');
  return { id: patterns.id.test(id) ? id : 'other', label: name.trim() };
}

/** Some names in a sentence, the first of them where there are many. */
const listed = (names: readonly string[]): string =>
  names.slice(0, 12).join(', ') + (names.length > 12 ? ` and ${names.length - 12} more` : '');

/**
 * Drafts a manifest in which all that was seen is declared as it was seen. The library's own record is left out, and what the browser
 * did not keep.
 */
export function draftObserved(
  observations: Iterable<Observed>,
  { site, revision, own, hosts, siteOf, lookUp }: Surroundings,
): Drafted {
  const kept = distinct(observations).filter(
    (one) => !one.refused && !one.own && (one.name !== own || one.storage !== 'cookie' || one.party === 'third'),
  );
  const seen = kept.filter(({ name }) => matchesPattern('name', name));
  const places = [...placesOf(seen, hosts)].sort(inOrder);
  // Each is described by what the audit will find to fall under it.
  const declared = places.map((place) => withDefaults(place));
  const under = new Map<Cookie, Observed[]>();
  for (const one of seen) {
    const { cookie } = match(declared, one);
    if (cookie) under.set(cookie, [...(under.get(cookie) ?? []), one]);
  }

  const labels: { [id: string]: { readonly label: string } } = {};
  const cookies = places.flatMap((place, index): CookieInput[] => {
    const sightings = under.get(declared[index]!);
    if (!sightings) return []; // all of it falls under another
    const [{ name, domain = '', storage, httpOnly }] = sightings as [Observed];
    const entry = storage === 'beacon' ? undefined : lookUp?.(name);
    const category = entry && categoryOf(entry.category);
    if (category) labels[category.id] = { label: category.label };
    const exemption = storage === 'cookie' && !category ? exemptionOf(name) : undefined;
    const { name: declaredName, ...where } = place;
    return [
      {
        name: declaredName,
        purpose: entry?.purpose.trim() || toDo,
        duration: durationOf(sightings),
        ...(place.party === 'third' && { provider: siteOf(domain.replace(/^\./, '')) }),
        ...(category && { category: category.id }),
        ...where,
        ...(storage === 'cookie' &&
          httpOnly !== undefined &&
          sightings.every((one) => one.httpOnly === httpOnly) && { httpOnly }),
        ...(exemption && { exemption }),
      },
    ];
  });

  const names = (fits: (cookie: CookieInput) => unknown) => cookies.filter(fits).map(({ name }) => name);
  const sentence = (found: readonly string[], words: string) => (found.length ? [`${words}: ${listed(found)}`] : []);
  return {
    manifest: {
      $schema: './node_modules/cookie-manifest/dist/manifest.schema.json',
      revision,
      site: { name: site },
      ...(Object.keys(labels).length && { categories: labels }),
      cookies,
    },
    open: [
      ...sentence(
        names(({ purpose }) => purpose === toDo),
        `Write the purposes, which are ${toDo}`,
      ),
      ...sentence(
        names(({ party, category }) => party === 'third' && !category),
        'Decide on the category: of other sites, and called essential as long as nothing else is said',
      ),
      ...sentence(
        names(({ category }) => category),
        'Set only after consent: of an optional category, by the database',
      ),
      ...sentence(
        cookies.flatMap(({ name, exemption }) => (exemption ? [`${name} (${exemption})`] : [])),
        'Check the exemption, which was guessed by the name',
      ),
      ...sentence(
        names(({ name, storage }) => storage !== 'beacon' && !name.includes('*') && !exemptionOf(name) && stemOf(name)),
        'Check the names, which look as if each visit had another. Name the address twice to find out',
      ),
      ...sentence(
        kept.flatMap(({ name, storage }) =>
          matchesPattern('name', name) ? [] : [`${JSON.stringify(name)} (${storage})`],
        ),
        'Rename, as a manifest cannot declare a name of nothing but spaces and *',
      ),
    ],
  };
}

/** The parts of a page's title: `Cookies | Example` has two. */
const partsOf = (title: string): readonly string[] => title.split(/\s*[|–—·•»]\s*|\s+-\s+|:\s+/).filter(Boolean);

/**
 * What a site calls itself: by Open Graph, by `application-name`, else the shortest part that all titles have in common.
 * @returns undefined where its pages have no name
 */
export function siteNameOf(pages: readonly Names[]): string | undefined {
  const [first = '', ...others] = pages.flatMap(({ title }) => title ?? []);
  const parts = partsOf(first);
  const common = parts.filter((part) => others.every((title) => partsOf(title).includes(part)));
  const [shortest] = [...(common.length ? common : parts)].sort((a, b) => a.length - b.length);
  return pages.find(({ site }) => site)?.site ?? pages.find(({ application }) => application)?.application ?? shortest;
}
