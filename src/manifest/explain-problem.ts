import { durationUnits } from './duration.js';
import type { Fields, Kinds } from './fields.js';
import type { Violation } from './validate.js';
import { suggestWord } from './suggest.js';

/** Something in a manifest that is not as it must be. */
export interface Problem {
  /** The place: `cookies[3].duration`. */
  readonly path: string;
  /** The expectation that is not met, as an English sentence. */
  readonly message: string;
  /** The value that stands there. */
  readonly value: unknown;
}

/** The expectation of each kind of text, and of each relation between fields. */
const expected: { readonly [Kind in keyof Kinds | 'unique' | 'ending']: string } = {
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
  unique: 'unique within its storage and domain',
  ending: '"session" or an amount, as a cookie has an end',
};

/** Explains a violation: says what must be there, and what may have been meant. */
export const explainProblem = (violation: Violation): Problem => ({
  path: violation.path,
  message: violation.key ? explainKey(violation) : explainValue(violation),
  value: violation.value,
});

/** Explains a key that an object may not have. */
function explainKey({ path, rule }: Violation): string {
  if (typeof rule === 'string') return `The key must be ${expected[rule]}.`;
  const key = path.slice(path.lastIndexOf('.') + 1);
  return `Unknown field.${suggestWord(key, Object.keys((rule as Fields).fields))}`;
}

/** Explains a value that is missing, or not what it must be. */
function explainValue({ value, rule }: Violation): string {
  const written = typeof value === 'string' ? value : '';
  const mustBe = (expectation: string, suggestion = '') =>
    `${value === undefined ? 'Missing: must' : 'Must'} be ${expectation}.${suggestion}`;
  if (rule === 'duration') return mustBe(expected.duration, suggestDuration(written));
  if (typeof rule === 'string') return mustBe(expected[rule]);
  if ('join' in rule) return mustBe(`one of "${rule.join('", "')}"`, suggestWord(written, rule));
  if ('list' in rule) return mustBe('a list');
  return mustBe('fields' in rule ? 'an object' : 'an object with at least one entry');
}

/** Suggests what an unreadable duration may have meant: "3 yaers" is near to "3 years". */
function suggestDuration(written: string): string {
  const [, amount, unit] = /^\s*(\d{1,6}) ?([a-z]{1,9})\s*$/i.exec(written) ?? [];
  if (!unit) return suggestWord(written.trim(), ['session', 'persistent']);
  const units = durationUnits.map((name) => (amount === '1' ? name : `${name}s`));
  return suggestWord(unit, units, `${amount} `);
}
