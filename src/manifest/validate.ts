import { patterns, type Entries, type Fields, type Rule } from './fields.js';

/** A value that is not as it must be; `explainProblem` finds the words for it. */
export interface Violation {
  /** The place: `cookies[3].duration`. */
  readonly path: string;
  readonly value: unknown;
  /** The rule that is broken: one of the table, or a relation to other fields. */
  readonly rule: Rule | 'unique' | 'ending';
  /** True where the key is at fault, not the value. */
  readonly key?: true;
}

/** An object as JSON has it. */
export type Json = { readonly [key: string]: unknown };

/** Returns whether a value is an object, and no array. */
export const isObject = (value: unknown): value is Json => Object(value) === value && !Array.isArray(value);

/** Returns whether a value is a text of a kind. An address must be one that browsers can read, which no pattern tells. */
export const matchesPattern = (kind: keyof typeof patterns, value: unknown): value is string =>
  typeof value === 'string' && patterns[kind].test(value) && (kind !== 'url' || URL.canParse(value, 'https://host'));

const isWordList = (rule: Rule): rule is readonly string[] => Array.isArray(rule);

/** Writes a value as text, whatever it is: nothing that was written down is lost. */
const toText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * Validates a value by a rule of the table.
 * @param path - the place of the value in the manifest
 * @param violations - gets what is wrong
 * @returns what can be shown of the value all the same, of the type that the rule says; undefined where it has no such form
 */
export function validate(rule: Rule, value: unknown, path: string, violations: Violation[]): unknown {
  const check = (met: boolean) => met || violations.push({ path, value, rule });

  if (rule === 'localised')
    return validate(isObject(value) ? { map: 'text', keys: 'language' } : 'text', value, path, violations);
  if (rule === 'boolean') {
    const isBoolean = typeof value === 'boolean';
    check(isBoolean);
    return isBoolean ? value : undefined;
  }
  if (isWordList(rule)) {
    check(rule.includes(value as string));
    return toText(value);
  }
  if (typeof rule === 'string') {
    check(matchesPattern(rule, value));
    return toText(value);
  }
  if ('list' in rule) {
    check(Array.isArray(value));
    const items: unknown[] = Array.isArray(value) ? value : [];
    return items.map((item, index) => validate(rule.list, item, `${path}[${index}]`, violations));
  }
  return validateObject(rule, value, path, violations);
}

/** Validates an object of known fields, or of entries that are alike. A text that must be there and is missing is empty. */
function validateObject(rule: Fields | Entries, value: unknown, path: string, violations: Violation[]): Json {
  const { fields = {}, required = [], either, map, keys }: Partial<Fields & Entries> = rule;
  if (either && !(isObject(value) && ('name' in value || 'url' in value)))
    return { name: validate(either, value, path, violations) };
  const addMissingTexts = (known: Json): Json => {
    const missing = required.filter((key) => !Object.hasOwn(known, key));
    return { ...known, ...Object.fromEntries(missing.map((key) => [key, ''])) };
  };
  if (!isObject(value)) {
    violations.push({ path, value, rule });
    return addMissingTexts(fields['name'] ? { name: toText(value) } : {});
  }

  const join = (key: string) => (path ? `${path}.${key}` : key);
  if (map && !Object.keys(value).length) violations.push({ path, value, rule });
  for (const key of required)
    if (!Object.hasOwn(value, key)) violations.push({ path: join(key), value: undefined, rule: fields[key]! });

  const entries = Object.entries(value).map(([key, held]) => {
    const inner = Object.hasOwn(fields, key) ? fields[key] : map;
    const isAllowed = keys ? matchesPattern(keys, key) : inner;
    if (!isAllowed) violations.push({ path: join(key), value: held, rule: keys ?? rule, key: true });
    return [key, inner ? validate(inner, held, join(key), violations) : held] as const;
  });
  return addMissingTexts(Object.fromEntries(entries.filter(([, held]) => held !== undefined)));
}
