import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { root } from '../../scripts/docs/program.js';
import { manifestSchema, type Schema } from '../../scripts/docs/schema.js';

const schema = manifestSchema();

test('what is built is the schema of the table', () => {
  assert.deepEqual(JSON.parse(readFileSync(`${root}dist/manifest.schema.json`, 'utf8')), schema);
});

test('every field is described', () => {
  const described: boolean[] = [];
  const visit = (part: Schema): void => {
    for (const field of Object.values((part['properties'] ?? {}) as { [name: string]: Schema })) {
      described.push(!!field['description']);
      visit(field);
    }
    for (const keyword of ['items', 'then', 'additionalProperties'])
      if (typeof part[keyword] === 'object') visit(part[keyword] as Schema);
  };
  visit(schema);
  assert.ok(described.length > 30);
  assert.ok(described.every(Boolean));
});

test('defaults hold the eight fields that a cookie may leave to them', () => {
  const { defaults } = schema['properties'] as { defaults: { properties: object } };
  assert.deepEqual(Object.keys(defaults.properties), [
    'provider',
    'category',
    'party',
    'storage',
    'domain',
    'path',
    'httpOnly',
    'exemption',
  ]);
});
