import type ts from 'typescript';
import { manifestRule, patterns, type Rule } from '../../src/manifest/fields.js';
import { checker, comment, exported, typeOf } from './program.js';

/** A JSON Schema, or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

const text = (kind: keyof typeof patterns): Schema => ({ type: 'string', pattern: patterns[kind].source });

const map = (keys: keyof typeof patterns, values: Schema): Schema => ({
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: patterns[keys].source },
  additionalProperties: values,
});

const localised: Schema = { anyOf: [text('text'), map('language', text('text'))] };

const isWords = (rule: Rule): rule is readonly string[] => Array.isArray(rule);

/** The type of a rule's part, whose properties carry the comments. */
const part = (type: ts.Type, name: string): ts.Type => checker.getTypeOfSymbol(type.getProperty(name)!);

/**
 * The schema of a rule of the table of fields.
 * @param type - the rule's own type: the compiler keeps the table's comments there
 */
function schemaOf(rule: Rule, type: ts.Type): Schema {
  if (rule === 'boolean') return { type: 'boolean' };
  if (rule === 'localised') return localised;
  if (typeof rule === 'string') return text(rule);
  if (isWords(rule)) return { enum: [...rule] };
  if ('list' in rule) return { type: 'array', items: schemaOf(rule.list, part(type, 'list')) };
  if ('map' in rule) return map(rule.keys, schemaOf(rule.map, part(type, 'map')));

  const fields = part(type, 'fields');
  const properties = Object.entries(rule.fields).map(([name, field]) => [
    name,
    { description: comment(fields.getProperty(name)!), ...schemaOf(field, part(fields, name)) },
  ]);
  const object: Schema = {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(rule.required && { required: [...rule.required] }),
    additionalProperties: false,
  };
  // A map of languages may look like an object of fields: these two names decide, as in the browser's check.
  return rule.either
    ? { if: { type: 'object', anyOf: [{ required: ['name'] }, { required: ['url'] }] }, then: object, else: localised }
    : object;
}

/** The JSON Schema (draft-07) of a manifest, made from the table of fields and its comments. */
export function manifestSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Cookie manifest',
    description: comment(exported('manifest/fields.ts', 'ManifestInput')),
    ...schemaOf(manifestRule, typeOf('manifest/fields.ts', 'manifestRule')),
  };
}
