import { durationUnits } from './duration.js';
import { patterns, type Kinds, type Rule } from './fields.js';
import { didYouMean } from './suggest.js';

/** Something in a manifest that is not as it must be. */
export interface Problem {
  /** Where it is: `cookies[3].duration`. */
  readonly path: string;
  /** What must be there instead, in English. */
  readonly message: string;
  /** What is there. */
  readonly value: unknown;
}

export type Json = { readonly [key: string]: unknown };

const expected: { readonly [Kind in keyof Kinds]: string } = {
  text: 'text',
  localised: 'text, or texts by language tag',
  name: 'text, and more than "*"',
  duration: '"session", "persistent" or an amount such as "7 days" or "P7D"',
  id: 'a lower-case letter, then up to 31 lower-case letters, digits or hyphens',
  domain: 'a host such as "example.com" or "*.example.com"',
  path: 'a path that begins with "/"',
  url: 'an http, https or relative address',
  email: 'an e-mail address',
  revision: '1 to 64 letters, digits, ".", "_" or "-"',
  language: 'a language tag such as "en" or "de-AT"',
  boolean: 'true or false',
};

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Holds a value against a rule of the table of fields.
 * @param report - called once for each problem
 */
export function check(rule: Rule, value: unknown, path: string, report: (problem: Problem) => void): void {
  const must = (what: string, hint = '') =>
    report({ path, value, message: value === undefined ? `Missing: must be ${what}.` : `Must be ${what}.${hint}` });
  const inside = (inner: Rule, key: string, held: unknown) => check(inner, held, path ? `${path}.${key}` : key, report);

  if (typeof rule === 'string') {
    if (rule === 'boolean') typeof value === 'boolean' || must(expected.boolean);
    else if (rule === 'localised' && isObject(value)) check({ keys: 'language', map: 'text' }, value, path, report);
    else if (typeof value !== 'string' || !patterns[rule === 'localised' ? 'text' : rule].test(value))
      must(expected[rule], rule === 'duration' ? durationHint(value) : '');
  } else if (isWords(rule)) {
    if (typeof value !== 'string' || !rule.includes(value))
      must(`one of "${rule.join('", "')}"`, typeof value === 'string' ? didYouMean(value, rule) : '');
  } else if ('list' in rule) {
    if (Array.isArray(value)) value.forEach((item, index) => check(rule.list, item, `${path}[${index}]`, report));
    else must('a list');
  } else if ('fields' in rule) {
    if (rule.either && !isObject(value)) return check(rule.either, value, path, report);
    if (rule.either && !('name' in (value as Json)) && !('url' in (value as Json))) return check(rule.either, value, path, report);
    if (!isObject(value)) return must('an object');
    for (const key of rule.required ?? []) if (!Object.hasOwn(value, key)) inside(rule.fields[key]!, key, undefined);
    for (const [key, held] of Object.entries(value))
      if (Object.hasOwn(rule.fields, key)) inside(rule.fields[key]!, key, held);
      else
        report({
          path: path ? `${path}.${key}` : key,
          value: held,
          message: `Unknown field.${didYouMean(key, Object.keys(rule.fields))}`,
        });
  } else {
    if (!isObject(value) || !Object.keys(value).length) return must('an object with at least one entry');
    for (const [key, held] of Object.entries(value)) {
      if (!patterns[rule.keys].test(key)) report({ path: `${path}.${key}`, value: held, message: `Its key must be ${expected[rule.keys]}.` });
      inside(rule.map, key, held);
    }
  }
}

const isWords = (rule: Rule): rule is readonly string[] => Array.isArray(rule);

/** What an unreadable duration may have meant: "3 yaers" is near to "3 years". */
function durationHint(value: unknown): string {
  const [, amount, unit] = /^(\d{1,6}) ?([a-z]{1,9})$/i.exec(String(value).trim()) ?? [];
  return unit
    ? didYouMean(unit, durationUnits.map((name) => (amount === '1' ? name : `${name}s`)), `${amount} `)
    : didYouMean(String(value), ['session', 'persistent']);
}
