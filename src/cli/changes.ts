import { isDeepStrictEqual } from 'node:util';
import type { Cookie, Manifest } from '../manifest/types.js';
import { formatDuration, type Duration } from '../manifest/duration.js';
import { cookieRule, manifestRule, type LocalisedText } from '../manifest/fields.js';
import { findCookie } from '../manifest/match-name.js';
import { localize } from '../manifest/localize.js';

/**
 * What a change means to visitors. `renewing`: something that they were told no longer holds, so the notice is due again. `visible`: notice, details or
 * policy page say something else, and what was told still holds. `unseen`: nobody but the site's makers sees it.
 */
export type Weight = 'renewing' | 'visible' | 'unseen';
export const weights: readonly Weight[] = ['renewing', 'visible', 'unseen'];

/** One difference between two manifests. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly weight: Weight;
  /** What it is about, as the manifest names its parts: `cookies`, `site`, `categories`, `language`, `waivers`, or a key that the library does not know. */
  readonly part: string;
  /** The name of the cookie, or the id of the category. */
  readonly name?: string;
  /** The field that changed, where it is not the whole: `duration`, `purpose.de`. */
  readonly field?: string;
  /** What happened, in English and without the values: `kept longer`. */
  readonly text: string;
  /** The values in words; none where there was or is none. */
  readonly old?: string;
  readonly new?: string;
}

/** Two manifests compared. */
export interface Changes {
  readonly changes: readonly Change[];
  /** Whether the revision must be another: whether a change is renewing. */
  readonly mustRenew: boolean;
  /** Whether the revision is another. */
  readonly renewed: boolean;
}

/**
 * Says what changed for visitors, in the manifest's order.
 *
 * The revision must change when what visitors were told no longer holds: a cookie was added (also under another name, unless an old wildcard told the same
 * of it), or removed while a wildcard that it now falls under tells something else of it; one is kept longer, or for a time that cannot be compared; has another provider, party, category or storage, another exemption instead of the one it had, or another domain that the old one
 * does not include; its purpose, or the description of a category in use, says something else in the old manifest's language; the site has another name. It
 * need not for what was removed, is kept shorter or within a narrower domain, for an exemption that was not given or is not any more, for translations,
 * labels, addresses, contacts, `httpOnly`, paths, waivers, unknown keys, the order of anything, quotes, dashes and spaces, nor for the same written in
 * another way: `PT30M` for `30 minutes`, or a field moved to `defaults`, is no change at all.
 */
export function compareManifests(old: Manifest, now: Manifest): Changes {
  const changes = [
    ...cookieChanges(old, now),
    ...siteChanges(old, now),
    ...categoryChanges(old, now),
    ...otherChanges(old, now),
  ];
  return {
    changes,
    mustRenew: changes.some(({ weight }) => weight === 'renewing'),
    renewed: old.revision !== now.revision,
  };
}

/** Puts a change into a line: what, what happened, and old → new. */
export function wordChange({ kind, part, name, field, text, old, new: now }: Change): string {
  const sign = { added: '+', removed: '-', changed: '~' }[kind];
  const subject = name ?? [part, field].filter(Boolean).join('.');
  const values =
    old === undefined && now === undefined
      ? ''
      : kind === 'changed'
        ? `: ${old ?? 'none'} → ${now ?? 'none'}`
        : `: ${now ?? old}`;
  return `${sign} ${subject}: ${text}${values}`;
}

/** A text without what is typography alone: kinds of quotes, dashes and spaces, a full stop at its end. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2018-\u201b\u2032`\u00b4]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb\u300c\u300d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.\u3002]$/, '');

const words = { session: 'until the browser is closed', persistent: 'until it is deleted' };
const wordDuration = (duration: Duration): string => formatDuration(duration, 'en', words);
/** A value in words; of an object or list, all that is in it. */
function word(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) return Object.values(value).map(word).join(', ') || undefined;
  if (value === undefined || value === '') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
/** Only the values that there are. */
const values = (old: string | undefined, now: string | undefined) => ({
  ...(old !== undefined && { old }),
  ...(now !== undefined && { new: now }),
});

type About = Pick<Change, 'part' | 'name'>;

/**
 * Compares a text in the old manifest's language, and its translations.
 * @param weight - what it means that it says something else
 */
function textChanges(
  about: About,
  field: string,
  what: string,
  [old, now]: readonly [LocalisedText | undefined, LocalisedText | undefined],
  [before, after]: Pair<Manifest>,
  weight: Weight,
): Change[] {
  const tags = (text: LocalisedText | undefined, own: string) =>
    text === undefined
      ? new Map<string, string>()
      : new Map(
          Object.entries(typeof text === 'string' ? { [own]: text } : text).map(([tag, said]) => [
            tag.toLowerCase(),
            said,
          ]),
        );
  const [olds, news] = [tags(old, before.language), tags(now, after.language)];
  const told = old === undefined ? undefined : localize(old, before.language, before.language);
  const tells = now === undefined ? undefined : localize(now, before.language, after.language);
  const changes: Change[] = [];
  if (told?.text !== tells?.text) {
    const same = plain(told?.text ?? '') === plain(tells?.text ?? '');
    changes.push({
      kind: 'changed',
      weight: same ? 'visible' : weight,
      ...about,
      field,
      text: same ? `${what} written in other characters` : `${what} reworded`,
      ...values(told?.text, tells?.text),
    });
  }
  const main = told?.language.toLowerCase();
  const shown = changes.length ? tells?.language.toLowerCase() : undefined; // said above already
  for (const tag of new Set([...olds.keys(), ...news.keys()])) {
    const [was, is] = [olds.get(tag), news.get(tag)];
    if (was === is || tag === main || tag === shown) continue;
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    changes.push({
      kind,
      weight: 'visible',
      ...about,
      field: `${field}.${tag}`,
      text: `${what} in ${tag} ${kind === 'changed' ? 'reworded' : kind}`,
      ...values(was, is),
    });
  }
  return changes;
}

type Pair<T> = readonly [old: T, now: T];

/** Pairs what is the same cookie: of a name, storage and domain; of what is left, by name and storage, then by name alone. */
function pairs(
  old: readonly Cookie[],
  now: readonly Cookie[],
): { readonly kept: readonly Pair<Cookie>[]; readonly removed: readonly Cookie[]; readonly added: readonly Cookie[] } {
  const kept = new Map<Cookie, Cookie>();
  let left = old;
  for (const fields of [['name', 'storage', 'domain'], ['name', 'storage'], ['name']] as const) {
    const keyOf = (cookie: Cookie) => JSON.stringify(fields.map((field) => cookie[field]));
    const waiting = new Map<string, Cookie[]>();
    for (const cookie of left) waiting.set(keyOf(cookie), [...(waiting.get(keyOf(cookie)) ?? []), cookie]);
    for (const cookie of now) {
      const found = kept.has(cookie) ? undefined : waiting.get(keyOf(cookie))?.shift();
      if (found) kept.set(cookie, found);
    }
    left = [...waiting.values()].flat();
  }
  const paired = new Set(kept.values());
  return {
    kept: now.flatMap((cookie) => (kept.has(cookie) ? [[kept.get(cookie)!, cookie] as const] : [])),
    removed: old.filter((cookie) => !paired.has(cookie)),
    added: now.filter((cookie) => !kept.has(cookie)),
  };
}

function cookieChanges(before: Manifest, after: Manifest): Change[] {
  const { kept, removed, added } = pairs(before.cookies, after.cookies);
  const whole = (cookie: Cookie, { language }: Manifest) => {
    const read = (text: LocalisedText) => localize(text, language, language).text;
    const { purpose, duration, provider, party, category, storage } = cookie;
    return `${read(purpose)} (${[wordDuration(duration), read(provider.name), party === 'first' ? '' : `${party} party`, category, storage].filter(Boolean).join(', ')})`;
  };
  const part = 'cookies';
  const paired = kept.flatMap((pair) => fieldChanges(pair, [before, after]));
  const places = kept.map(([cookie]) => before.cookies.indexOf(cookie));
  const inOrder = places.every((place, index) => !index || place > places[index - 1]!);
  // Whether what was told holds, wherever it is kept: the places are compared below.
  const holds = (pair: Pair<Cookie>) =>
    !fieldChanges(pair, [before, after]).some(({ weight, field }) => weight === 'renewing' && field !== 'domain');
  return [
    ...added.map((cookie): Change => {
      const fellUnder = findCookie(
        before.cookies.filter(({ storage, domain }) => storage === cookie.storage && includes(domain, cookie.domain)),
        cookie.name,
      );
      const told = fellUnder && holds([fellUnder, cookie]);
      return {
        kind: 'added',
        weight: told ? 'visible' : 'renewing',
        part,
        name: cookie.name,
        text: told ? `added, as ${fellUnder.name} told already` : 'added',
        new: whole(cookie, after),
      };
    }),
    ...removed.map((cookie): Change => {
      const overlaps = ({ domain }: Cookie) =>
        domain === undefined || includes(domain, cookie.domain) || includes(cookie.domain, domain);
      const fallsUnder = findCookie(
        after.cookies.filter((other) => other.storage === cookie.storage && overlaps(other)),
        cookie.name,
      );
      const differs = fallsUnder && !holds([cookie, fallsUnder]);
      return {
        kind: 'removed',
        weight: differs ? 'renewing' : 'visible',
        part,
        name: cookie.name,
        text: differs ? `removed, and ${fallsUnder.name} tells something else of it` : 'removed',
        old: whole(cookie, before),
      };
    }),
    ...paired,
    ...(inOrder ? [] : [{ kind: 'changed', weight: 'unseen', part, text: 'in another order' } as const]),
  ];
}

function fieldChanges([old, now]: Pair<Cookie>, both: Pair<Manifest>): Change[] {
  const about = { part: 'cookies', name: now.name };
  const change = (
    weight: Weight,
    field: string,
    text: string,
    was: string | undefined,
    is: string | undefined,
  ): Change => ({ kind: 'changed', weight, ...about, field, text, ...values(was, is) });
  /** A field that is compared as it is. */
  const plainly = (field: keyof Cookie, weight: Weight, text = `another ${field}`) =>
    isDeepStrictEqual(old[field], now[field]) ? [] : [change(weight, field, text, word(old[field]), word(now[field]))];
  const [was, is] = [old.provider.name, now.provider.name];
  // That the site has another name is said once, not for each cookie that it provides.
  const bySite = isDeepStrictEqual(was, both[0].site.name) && isDeepStrictEqual(is, both[1].site.name);
  const known = Object.keys(cookieRule.fields);
  return [
    ...textChanges(about, 'purpose', 'purpose', [old.purpose, now.purpose], both, 'renewing'),
    ...durationChanges(old.duration, now.duration).map(([weight, text]) =>
      change(weight, 'duration', text, wordDuration(old.duration), wordDuration(now.duration)),
    ),
    ...(bySite ? [] : textChanges(about, 'provider', 'provider', [was, is], both, 'renewing')),
    ...(old.provider.url === now.provider.url
      ? []
      : [
          change(
            'visible',
            'provider.url',
            "another address of the provider's",
            word(old.provider.url),
            word(now.provider.url),
          ),
        ]),
    ...(['category', 'party', 'storage'] as const).flatMap((field) => plainly(field, 'renewing')),
    ...(old.domain === now.domain
      ? []
      : [
          change(
            ...domainChange(old.domain, now.domain),
            old.domain ?? "the page's host",
            now.domain ?? "the page's host",
          ),
        ]),
    ...plainly('path', 'unseen'),
    ...plainly(
      'httpOnly',
      'unseen',
      now.httpOnly
        ? 'said to be hidden from scripts'
        : now.httpOnly === false
          ? 'said to be open to scripts'
          : 'no longer said whether scripts can read it',
    ),
    ...plainly(
      'exemption',
      old.exemption && now.exemption ? 'renewing' : 'visible',
      `${old.exemption && now.exemption ? 'another' : now.exemption ? 'a' : 'no longer a'} reason to need no consent`,
    ),
    ...[...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((field) => !known.includes(field))
      .flatMap((field) => plainly(field as keyof Cookie, 'unseen', `another "${field}"`)),
  ];
}

/** How a duration became another. */
function durationChanges(old: Duration, now: Duration): (readonly [Weight, string])[] {
  if (isDeepStrictEqual(old, now)) return [];
  const length = (duration: Duration) =>
    ({ session: 0, persistent: Infinity, amount: 0, unknown: NaN })[duration.kind] +
    (duration.kind === 'amount' ? duration.seconds : 0);
  const [was, is] = [length(old), length(now)];
  // A browser may be open for a day, and longer than for an amount that is less than that.
  if (now.kind === 'session' && was < 86_400) return [['renewing', 'kept for a time that cannot be compared']];
  if (is > was) return [['renewing', 'kept longer']];
  if (is < was) return [['visible', 'kept shorter']];
  return is === was
    ? [['visible', 'kept as long, in other words']]
    : [['renewing', 'kept for a time that cannot be compared']];
}

function domainChange(old: string | undefined, now: string | undefined): readonly [Weight, 'domain', string] {
  if (includes(old, now))
    return ['visible', 'domain', includes(now, old) ? 'the same domain, written in another way' : 'a narrower domain'];
  return ['renewing', 'domain', includes(now, old) ? 'a wider domain' : 'another domain'];
}

/** Whether a domain is within another, or is it; `*.` includes the domain itself. Which the page's host is, that stands where none is given, is not known. */
function includes(wide: string | undefined, narrow: string | undefined): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  const [outer, inner] = [wide.toLowerCase(), narrow.toLowerCase()];
  return outer === inner || (outer.startsWith('*.') && `.${inner.replace(/^\*\./, '')}`.endsWith(outer.slice(1)));
}

function siteChanges(before: Manifest, after: Manifest): Change[] {
  const [old, now] = [before.site, after.site];
  const part = 'site';
  const names: Pair<LocalisedText> = [old.name, now.name];
  const labels: { readonly [field: string]: string } = {
    policyUrl: 'another address of the policy page',
    privacyUrl: 'another address of the privacy policy',
    contacts: 'other contacts',
  };
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => field !== 'name');
  return [
    ...textChanges({ part }, 'name', 'name', names, [before, after], 'renewing'),
    ...fields.flatMap((field): Change[] => {
      const [was, is] = [old, now].map((site) => (site as { readonly [field: string]: unknown })[field]);
      return isDeepStrictEqual(was, is)
        ? []
        : [
            {
              kind: 'changed',
              weight: field in labels ? 'visible' : 'unseen',
              part,
              field,
              text: labels[field] ?? 'other',
              ...values(word(was), word(is)),
            },
          ];
    }),
  ];
}

function categoryChanges(before: Manifest, after: Manifest): Change[] {
  const [old, now] = [before.categories, after.categories].map((categories) => new Map(Object.entries(categories)));
  const inUse = (id: string) =>
    before.cookies.some(({ category }) => category === id) && after.cookies.some(({ category }) => category === id);
  return [...new Set([...old!.keys(), ...now!.keys()])].flatMap((name): Change[] => {
    const about = { part: 'categories', name };
    const [was, is] = [old!.get(name), now!.get(name)];
    const label = (category: typeof was, { language }: Manifest) =>
      category?.label === undefined ? undefined : localize(category.label, language, language).text;
    if (!was || !is) {
      const kind = was ? 'removed' : 'added';
      return [
        {
          kind,
          weight: 'visible',
          ...about,
          text: `category ${kind}`,
          ...values(label(was, before), label(is, after)),
        },
      ];
    }
    return [
      ...textChanges(about, 'label', 'label', [was.label, is.label], [before, after], 'visible'),
      ...textChanges(
        about,
        'description',
        'description',
        [was.description, is.description],
        [before, after],
        inUse(name) ? 'renewing' : 'visible',
      ),
    ];
  });
}

/** The manifest's own fields that have not been compared yet; revision and what was found wrong are none of them. */
function otherChanges(before: Manifest, after: Manifest): Change[] {
  const compared = ['revision', 'site', 'categories', 'cookies', 'problems'];
  const [old, now] = [before, after].map(
    (manifest) => new Map<string, unknown>(Object.entries(manifest).filter(([field]) => !compared.includes(field))),
  );
  const labels: { readonly [field: string]: string } = {
    language: 'another language',
    waivers: 'other waivers',
    $schema: 'another schema',
  };
  return [...new Set([...old!.keys(), ...now!.keys()])].flatMap((part): Change[] => {
    const [was, is] = [old!.get(part), now!.get(part)];
    if (isDeepStrictEqual(was, is)) return [];
    const known = Object.hasOwn(manifestRule.fields, part);
    return [
      {
        kind: 'changed',
        weight: part === 'language' ? 'visible' : 'unseen',
        part,
        text: known ? labels[part]! : 'other',
        ...values(word(was), word(is)),
      },
    ];
  });
}
