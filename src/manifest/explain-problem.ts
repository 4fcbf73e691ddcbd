import { durationUnits } from './duration.js';
import type { Kinds } from './fields.js';
import type { Violation } from './validate.js';
import { suggestWord } from './suggest.js';

/** Something in a manifest that is not as it must be. */
export interface Problem {
  /** Where it is: `cookies[3].duration`. */
  readonly path: string;
  /** What must be there instead, in English. */
  readonly message: string;
  /** What is there. */
  readonly value: unknown;
}

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

/** Finds the words for what is wrong: what must be there, and what may have been meant. */
export function explainProblem({ path, value, rule, key }: Violation): Problem {
  const word = typeof value === 'string' ? value : '';
  const must = (what: string, hint = '') => `${value === undefined ? 'Missing: must' : 'Must'} be ${what}.${hint}`;
  const message = (): string => {
    if (typeof rule === 'string') {
      if (key) return `The key must be ${expected[rule]}.`;
      return must(expected[rule], rule === 'duration' ? nearDuration(word) : '');
    }
    if ('join' in rule) return must(`one of "${rule.join('", "')}"`, suggestWord(word, rule));
    if (key && 'fields' in rule)
      return `Unknown field.${suggestWord(path.slice(path.lastIndexOf('.') + 1), Object.keys(rule.fields))}`;
    return must('list' in rule ? 'a list' : 'fields' in rule ? 'an object' : 'an object with at least one entry');
  };
  return { path, message: message(), value };
}

/** What an unreadable duration may have meant: "3 yaers" is near to "3 years". */
function nearDuration(written: string): string {
  const [, amount, unit] = /^\s*(\d{1,6}) ?([a-z]{1,9})\s*$/i.exec(written) ?? [];
  if (!unit) return suggestWord(written.trim(), ['session', 'persistent']);
  return suggestWord(
    unit,
    durationUnits.map((name) => (amount === '1' ? name : `${name}s`)),
    `${amount} `,
  );
}
