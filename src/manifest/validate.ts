import { patterns, type Entries, type Fields, type Rule } from './fields.js';

/** A value that is not as it must be; `explainProblem` finds the words for it. */
export interface Violation {
  readonly path: string;
  readonly value: unknown;
  /** What it must be: a rule of the table, or a relation to other fields. */
  readonly rule: Rule | 'unique' | 'ending';
  /** Whether the key is at fault, not the value. */
  readonly key?: true;
}

export type Json = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is Json => Object(value) === value && !Array.isArray(value);

/** Whether a value is a text of a kind. */
export const matchesPattern = (kind: keyof typeof patterns, value: unknown): value is string =>
  typeof value === 'string' && patterns[kind].test(value);

const isWords = (rule: Rule): rule is readonly string[] => Array.isArray(rule);

/**
 * Reads a value by a rule of the table: notes what is wrong, and gives what can be shown of it all the same.
 * @param violations - gets what is wrong
 */
export function validate(rule: Rule, value: unknown, path: string, violations: Violation[]): unknown {
  const must = (met: boolean) => met || violations.push({ path, value, rule });
  // A value as text, whatever it is: nothing that was written down is lost.
  const text = () => (typeof value === 'string' ? value : JSON.stringify(value));

  if (rule === 'localised')
    return validate(isObject(value) ? { map: 'text', keys: 'language' } : 'text', value, path, violations);
  if (rule === 'boolean') {
    must(typeof value === rule);
    return value;
  }
  if (typeof rule === 'string' || isWords(rule)) {
    must(typeof rule === 'string' ? matchesPattern(rule, value) : rule.includes(value as string));
    return text();
  }
  if ('list' in rule) {
    must(Array.isArray(value));
    return Array.isArray(value)
      ? value.map((item, index) => validate(rule.list, item, `${path}[${index}]`, violations))
      : [];
  }

  const { fields = {}, required = [], either, map, keys }: Partial<Fields & Entries> = rule;
  if (!isObject(value) || (either && !('name' in value || 'url' in value))) {
    if (!either) must(false);
    return { name: either ? validate(either, value, path, violations) : text() };
  }
  if (map) must(Object.keys(value).length > 0);
  const at = (key: string) => (path ? `${path}.${key}` : key);
  for (const key of required)
    if (!Object.hasOwn(value, key)) violations.push({ path: at(key), value: undefined, rule: fields[key]! });
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => {
      const inner = Object.hasOwn(fields, key) ? fields[key] : map;
      if (keys ? !matchesPattern(keys, key) : !inner)
        violations.push({ path: at(key), value: held, rule: keys ?? rule, key: true });
      return [key, inner ? validate(inner, held, at(key), violations) : held];
    }),
  );
}
