import ts from 'typescript';
import { rules } from '../../src/audit/rules.js';
import { replaceBlocks } from './blocks.js';
import type { Document } from './documents.js';
import { elementClass } from './elements.js';
import { writeCdnTags } from './integrity.js';
import { checker, comment, exported, typeOf } from './program.js';
import { manifestSchema, type Schema } from './schema.js';
import { sizeRows } from './sizes.js';

const code = (text: string): string => `\`${text}\``;

/** A Markdown table; a pipe would end its cell. */
function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  numbersFrom = headings.length,
): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    line(headings),
    `|${headings.map((_, column) => (column < numbersFrom ? '---|' : '--:|')).join('')}`,
    ...rows.map(line),
  ].join('\n');
}

/** What a field's value is, in a word or two; its description says the rest. */
function value(schema: Schema): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].map((word) => code(String(word))).join(', ');
  if ('anyOf' in schema) return 'localised text';
  if ('if' in schema) return 'localised text, or an object';
  if ('propertyNames' in schema) return 'map';
  return { string: 'text', array: 'list', object: 'object', boolean: '`true`, `false`' }[String(schema['type'])]!;
}

/** A part of a schema, by the keywords that lead to it. */
const at = (schema: Schema, ...path: readonly string[]): Schema =>
  path.reduce((part, keyword) => part[keyword] as Schema, schema);

const fields = (schema: Schema): string =>
  table(
    ['field', 'value', 'meaning'],
    Object.entries(schema['properties'] as { [name: string]: Schema }).map(([name, field]) => [
      code(name) + ((schema['required'] as string[] | undefined)?.includes(name) ? ' (required)' : ''),
      value(field),
      String(field['description']),
    ]),
  );

/** The tags of a comment in words: what an argument is, what comes back, when it rejects. */
const tagged = (symbol: ts.Symbol): string =>
  symbol
    .getJsDocTags(checker)
    .map(({ name, text }) => {
      const said = ts.displayPartsToString(text).replace(/\s+/g, ' ').trim();
      if (name === 'param') return ` ${said.replace(/^(\w+) -? ?/, '`$1`: ')}.`;
      if (name === 'returns') return ` Returns ${said}.`;
      return name === 'throws' ? ` Rejects with ${said.replace(/^\{(\w+)\}/, '`$1`')}.` : '';
    })
    .join('');

/** The members of an interface, as they are declared and described. */
const members = (heading: string, module: string, name: string): string =>
  table(
    [heading, 'meaning'],
    checker
      .getDeclaredTypeOfSymbol(exported(module, name))
      .getProperties()
      .map((member) => [
        code(
          member
            .declarations![0]!.getText()
            .replace(/^readonly /, '')
            .replace(/;$/, ''),
        ),
        comment(member) + tagged(member),
      ]),
  );

/** The audit's rules, with their comments. */
const ruleRows = (): string[][] =>
  typeOf('audit/rules.ts', 'rules')
    .getProperties()
    .map((rule) => [code(rule.name), rules[rule.name as keyof typeof rules].severity, comment(rule)]);

const described = (
  heading: string,
  items: readonly { readonly name: string; readonly description?: string }[],
): string =>
  table(
    [heading, 'meaning'],
    items.map(({ name, description }) => [code(name), description ?? '']),
  );

/** The documents' tables by name, each made from the one place where its subject is written down. */
export function tables(): { readonly [name: string]: () => string } {
  const schema = manifestSchema();
  const element = elementClass();
  const policy = elementClass('cookie-manifest-policy');
  const attributes = (of: typeof element) =>
    table(
      ['attribute', 'value', 'meaning'],
      of.attributes.map(({ name, type, description = '' }) => [code(name), code(type?.text ?? 'string'), description]),
    );
  const namedSlots = ({ slots }: typeof element) =>
    described(
      'slot',
      slots.filter(({ name }) => name),
    );
  return {
    cdn: writeCdnTags,
    sizes: () => table(['visit', 'requests', 'bytes', 'brotli'], sizeRows(), 1),
    api: () => members('member', 'entries/index.ts', 'CookieManifest'),
    settings: () => members('setting', 'entries/index.ts', 'Settings'),
    events: () => described('event', element.events),
    attributes: () => attributes(element),
    policyAttributes: () => attributes(policy),
    policySlots: () => namedSlots(policy),
    policyParts: () => described('part', policy.cssParts),
    methods: () =>
      described(
        'method',
        element.members
          .filter(({ kind }) => kind === 'method')
          .map((method) => ({ ...method, name: `${method.name}()` })),
      ),
    slots: () => namedSlots(element),
    parts: () => described('part', element.cssParts),
    properties: () =>
      table(
        ['property', 'default', 'meaning'],
        element.cssProperties.map(({ name, default: value, description = '' }) => [
          code(name),
          code(value),
          description,
        ]),
      ),
    manifest: () => fields(schema),
    cookie: () => fields(at(schema, 'properties', 'cookies', 'items')),
    site: () => fields(at(schema, 'properties', 'site')),
    contact: () => fields(at(schema, 'properties', 'site', 'properties', 'contacts', 'items')),
    waiver: () => fields(at(schema, 'properties', 'waivers', 'items')),
    rules: () => table(['rule', 'severity', 'what it finds, and whence'], ruleRows()),
    category: () => fields(at(schema, 'properties', 'categories', 'additionalProperties')),
  };
}

/** Tables of what takes minutes to measure: `npm run bench -- --readme` writes them, and here they stay as they are. */
const measured: ReadonlySet<string> = new Set(['bench']);

/** The tables that may lag behind the code until a release, as any change of it moves them. */
export const lagging = ['sizes', 'cdn'];

/**
 * Puts the tables into each document, between `<!-- table:NAME -->` and `<!-- /table -->`.
 * @param except - names of those that stay as they are
 * @returns the documents as they should be
 * @throws {Error} where a document names a table that there is not, or none names one that there is
 */
export function withTables(documents: readonly Document[], except: readonly string[] = []): Document[] {
  const made = tables();
  const used = new Set<string>();
  const written = documents.map(({ path, text }) => ({
    path,
    text: replaceBlocks(text, (name, old) => {
      if (measured.has(name)) return old;
      if (!Object.hasOwn(made, name)) throw new Error(`There is no table called ${name}, which ${path} names`);
      used.add(name);
      return except.includes(name) ? old : made[name]!();
    }),
  }));
  const missing = Object.keys(made).filter((name) => !used.has(name));
  if (missing.length) throw new Error(`No document has the table ${missing.join(', ')}`);
  return written;
}
