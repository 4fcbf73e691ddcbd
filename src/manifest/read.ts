import { patterns, type Rule } from './fields.js';

/** A value that is not as it must be; `explain` finds the words for it. */
export interface Fault {
  readonly path: string;
  readonly value: unknown;
  /** What it must be: a rule of the table, or a relation to other fields. */
  readonly rule: Rule | 'unique' | 'declared' | 'ending';
  /** Where the name itself is at fault: the names that were possible. */
  readonly known?: readonly string[];
}

export type Json = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a text of a kind. */
export const isA = (kind: keyof typeof patterns, value: unknown): value is string => typeof value === 'string' && patterns[kind].test(value);

const isWords = (rule: Rule): rule is readonly string[] => Array.isArray(rule);

/** A value as text, whatever it is: nothing that was written down is lost. */
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * Reads a value by a rule of the table: notes what is wrong, and gives what can be shown of it all the same.
 * @param faults - gets what is wrong
 */
export function read(rule: Rule, value: unknown, path: string, faults: Fault[]): unknown {
  const must = (met: boolean) => met || faults.push({ path, value, rule });
  const members = (one: (key: string, held: unknown, at: string) => unknown) =>
    Object.fromEntries(Object.entries(value as Json).map(([key, held]) => [key, one(key, held, path ? `${path}.${key}` : key)]));

  if (isWords(rule)) must(rule.includes(value as string));
  else if (rule === 'boolean') {
    must(typeof value === rule);
    return value;
  } else if (typeof rule === 'string') {
    if (rule === 'localised' && isObject(value)) return read({ map: 'text', keys: 'language' }, value, path, faults);
    must(isA(rule === 'localised' ? 'text' : rule, value));
  } else if ('list' in rule) {
    must(Array.isArray(value));
    return Array.isArray(value) ? value.map((item, index) => read(rule.list, item, `${path}[${index}]`, faults)) : [];
  } else if ('map' in rule) {
    must(isObject(value) && Object.keys(value).length > 0);
    return members((key, held, at) => {
      if (!isA(rule.keys, key)) faults.push({ path: at, value: held, rule: rule.keys, known: [] });
      return read(rule.map, held, at, faults);
    });
  } else if (isObject(value) && !(rule.either && !('name' in value || 'url' in value))) {
    for (const key of rule.required ?? []) if (!Object.hasOwn(value, key)) faults.push({ path: path ? `${path}.${key}` : key, value: undefined, rule: rule.fields[key]! });
    return members((key, held, at) => {
      if (Object.hasOwn(rule.fields, key)) return read(rule.fields[key]!, held, at, faults);
      faults.push({ path: at, value: held, rule, known: Object.keys(rule.fields) });
      return held;
    });
  } else {
    if (rule.either) return { name: read(rule.either, value, path, faults) };
    must(false);
    return { name: text(value) };
  }
  return text(value);
}
