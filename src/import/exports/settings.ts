import type { Collection } from './collect.js';
import { Pattern, Unknown, type Literal, type LiteralMap } from './literals.js';
import { plainName, plainText } from './markup.js';
import { hostOf, pathOf } from './values.js';
import { patternIn, wildcardsOf } from './wildcards.js';

/** Help for reading the settings of a consent tool. */

export const isMap = (value: Literal): value is LiteralMap => value instanceof Map;
export const isList = (value: Literal): value is readonly Literal[] => Array.isArray(value);

/** What lies under a path of keys; undefined where there is nothing, or it cannot be known. */
export const at = (value: Literal, ...keys: readonly string[]): Literal =>
  keys.reduce<Literal>((inner, key) => (isMap(inner) ? inner.get(key) : undefined), value);

export const listAt = (value: Literal, ...keys: readonly string[]): readonly Literal[] => {
  const found = at(value, ...keys);
  return isList(found) ? found : [];
};

/** A text without markup. */
export const textAt = (value: Literal, ...keys: readonly string[]): string | undefined => {
  const found = at(value, ...keys);
  return typeof found === 'string' || typeof found === 'number' ? plainText(String(found)) || undefined : undefined;
};

/** A value as it was written, for remarks. */
export function written(value: Literal): string | undefined {
  if (value instanceof Unknown) return value.written;
  if (value instanceof Pattern || typeof value === 'string' || typeof value === 'number') return String(value);
  if (isList(value)) return value.map((item) => written(item) ?? '…').join(', ');
  return isMap(value) ? [...value.keys()].slice(0, 20).join(', ') : undefined;
}

/** The language whose texts are taken. */
export interface Chosen {
  readonly language: string | undefined;
  readonly texts: Literal;
}

/**
 * The texts of the settings' own language, else of the first that has any. That others are left is said.
 * @param place - where the texts stand
 * @param language - the settings' own language
 */
export function choose(
  { remark }: Collection,
  place: string,
  translations: Literal,
  language: string | undefined,
): Chosen {
  if (translations instanceof Unknown)
    remark('lost', place, 'The texts are not written out here, and could not be read.', translations.written);
  if (!isMap(translations)) return { language, texts: undefined };
  const languages = [...translations.keys()].filter((key) => isTag(key) && isMap(translations.get(key)));
  for (const [key, value] of translations)
    if (value instanceof Unknown || (typeof value === 'string' && isTag(key)))
      remark('lost', `${place}.${key}`, 'These texts are not written out here, and could not be read.', written(value));
  const chosen =
    [language, language?.split('-')[0], 'en'].find((tag) => tag && languages.includes(tag)) ?? languages[0];
  if (chosen === undefined) return { language, texts: undefined };
  if (languages.length > 1)
    remark('note', place, `There are texts in ${languages.join(', ')}; those in ${chosen} were taken.`);
  return { language: chosen, texts: translations.get(chosen) };
}

/** Klaro's `zz` holds what is the same in every language. */
const isTag = (key: string): boolean => /^[a-z]{2,3}([-_][a-z\d]{2,8})*$/i.test(key) && key !== 'zz';

/** The tool's own cookie goes with the tool; that it was left out is said where the settings name it. */
export function noteOwn({ remark }: Collection, place: string, name: string | undefined): void {
  if (name) remark('note', place, `${name} is the consent tool’s own, and is left out.`, name);
}

/** A cookie that settings name. */
export interface Named {
  readonly name: string;
  readonly domain?: string;
  readonly path?: string;
}

/**
 * Reads how settings name a cookie: a text, a regular expression, `[pattern, path, domain]`, or an object with `name` or `pattern`.
 * @param read - how a text is to be read where it is no plain name
 */
export function namesOf(
  collection: Collection,
  place: string,
  entry: Literal,
  read: (text: string) => Pattern | undefined = patternIn,
): readonly Named[] {
  const [pattern, path, domain] = isList(entry)
    ? entry
    : isMap(entry)
      ? [entry.get('name') ?? entry.get('pattern'), entry.get('path'), entry.get('domain')]
      : [entry];
  const expression = typeof pattern === 'string' ? read(pattern.trim()) : pattern;
  const host = typeof domain === 'string' ? hostOf(domain) : undefined;
  const where = typeof path === 'string' ? pathOf(path) : undefined;
  if (domain !== undefined && domain !== null && !host)
    collection.remark('lost', place, 'The domain is no host that is written out, and is left out.', written(domain));
  const rest = { ...(host && { domain: host }), ...(where && { path: where }) };
  if (expression instanceof Pattern) {
    const wildcards = wildcardsOf(expression);
    if (!wildcards)
      collection.remark(
        'lost',
        place,
        'This regular expression says more than a name with * can, and is kept as written.',
        String(expression),
      );
    if (wildcards?.doubt)
      collection.remark(
        'doubt',
        place,
        `The regular expression was read as ${wildcards.names.join(', ')}: ${wildcards.doubt}.`,
        String(expression),
      );
    return (wildcards?.names ?? [String(expression)]).map((name) => ({ name, ...rest }));
  }
  const name = typeof pattern === 'string' ? plainName(pattern) : '';
  if (name) return [{ name, ...rest }];
  collection.remark('lost', place, 'This names no cookie that is written out.', written(entry));
  return [];
}
