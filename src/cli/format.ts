import { manifestRule, type ManifestInput, type Rule } from '../manifest/fields.js';
import { readJson, type Written } from './json.js';

/** The longest line into which an object or list is put, in characters. */
const width = 100;

const isWords = (rule: Rule): rule is readonly string[] => Array.isArray(rule);
type Known = Exclude<Rule, string | readonly string[]>;
/** The rule of an object or list; undefined for what the table does not know. */
const ruleOf = (rule: Rule | undefined): Known | undefined =>
  rule === undefined || typeof rule === 'string' || isWords(rule) ? undefined : rule;

/** Whether each item stands in lines of its own, however short: a manifest's fields, its cookies, categories and waivers, and the contacts of a site that is in more than one line. */
const isSpread = (rule: Rule | undefined): boolean => {
  const known = ruleOf(rule);
  return (
    known !== undefined &&
    (known === manifestRule || 'map' in known || ('list' in known && ruleOf(known.list) !== undefined))
  );
};

/**
 * Puts a manifest into the one order and spacing: fields as the table of fields has them, unknown ones after them as they came; cookies, languages and
 * all lists stay in their order. Two spaces for each level. What `isSpread` names has a line for each item; any other object or list stands in
 * one line where that has at most 100 characters, else has a line for each of its fields. Texts and numbers stay as they are written, escapes too.
 * The result depends on the parts and their order alone, so that it is its own result.
 */
export const formatManifest = (written: Written): string => `${format(written, manifestRule, '', 0)}\n`;

/** A manifest that was made, as text. */
export const writeManifest = (manifest: ManifestInput): string =>
  formatManifest(readJson(JSON.stringify(manifest)).written);

/**
 * @param indent - what the lines within stand behind
 * @param taken - how many characters of the line stand before it and after it
 */
function format(written: Written, rule: Rule | undefined, indent: string, taken: number): string {
  if (typeof written === 'string') return written;
  const known = ruleOf(rule);
  if (!isSpread(rule)) {
    const short = inLine(written, rule);
    if (taken + short.length <= width) return short;
  }
  const within = `${indent}  `;
  const put = (before: string, value: Written, rule: Rule | undefined) =>
    `${within}${before}${format(value, rule, within, within.length + before.length + 1)}`;
  if ('list' in written) {
    const of = known && 'list' in known ? known.list : undefined;
    return written.list.length ? `[\n${written.list.map((item) => put('', item, of)).join(',\n')}\n${indent}]` : '[]';
  }
  const entries = inOrder(written.entries, rule);
  return entries.length
    ? `{\n${entries.map(([key, value, of]) => put(`${key}: `, value, of)).join(',\n')}\n${indent}}`
    : '{}';
}

function inLine(written: Written, rule: Rule | undefined): string {
  if (typeof written === 'string') return written;
  const known = ruleOf(rule);
  if ('list' in written)
    return `[${written.list.map((item) => inLine(item, known && 'list' in known ? known.list : undefined)).join(', ')}]`;
  const entries = inOrder(written.entries, rule);
  return entries.length ? `{ ${entries.map(([key, value, of]) => `${key}: ${inLine(value, of)}`).join(', ')} }` : '{}';
}

type Entries = Extract<Written, { readonly entries: unknown }>['entries'];

/** An object's entries in the order of the table, each with the rule for its value. */
function inOrder(
  entries: Entries,
  rule: Rule | undefined,
): (readonly [key: string, value: Written, rule: Rule | undefined])[] {
  const known = ruleOf(rule);
  const fields = known && 'fields' in known ? known.fields : {};
  const order = Object.keys(fields);
  const place = (name: string) => (Object.hasOwn(fields, name) ? order.indexOf(name) : order.length);
  return entries
    .map(([key, value]) => {
      const name = JSON.parse(key) as string; // an escape in a key does not make it another
      const of = Object.hasOwn(fields, name) ? fields[name] : known && 'map' in known ? known.map : undefined;
      return { place: place(name), entry: [key, value, of] as const };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry);
}
