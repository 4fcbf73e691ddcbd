import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseManifest } from '../../src/index.js';
import { patterns } from '../../src/manifest/fields.js';
import { root } from './program.js';
import { manifestSchema, type Schema } from './schema.js';

const schema = manifestSchema();
const validate = new Ajv().compile(schema);

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
    for (const keyword of ['items', 'then', 'additionalProperties']) if (typeof part[keyword] === 'object') visit(part[keyword] as Schema);
  };
  visit(schema);
  assert.ok(described.length > 30);
  assert.ok(described.every(Boolean));
});

test('defaults hold the eight fields that a cookie may leave to them', () => {
  const { defaults } = schema['properties'] as { defaults: { properties: object } };
  assert.deepEqual(Object.keys(defaults.properties), ['provider', 'category', 'party', 'storage', 'domain', 'path', 'httpOnly', 'exemption']);
});

/** Good and bad values of each kind. */
const values = {
  text: ['Example', ' a ', '', ' ', 7, null],
  name: ['sid', 'a_*', '*', '', '* *', []],
  duration: ['session', '7 days', '1 day', 'P3Y', 'PT30M', '0 days', '3 yaers', 'P1Y6M', 12],
  id: ['essential', 'Essential', '', 'a'.repeat(33)],
  domain: ['example.com', '*.example.com', 'https://example.com', '*', 'a b'],
  path: ['/', '/a', 'a', '/a b'],
  url: ['/cookies', 'https://example.com', 'javascript:alert(1)', ' /a', 'mailto:a@b.example', ''],
  email: ['a@b.example', 'a', 'a@b@c', '<a>@b'],
  revision: ['2026-11-01', 'a b', '', 'x'.repeat(65), 3],
  language: ['en', 'de-AT', 'e', 'en_US'],
} satisfies { [Kind in keyof typeof patterns]: unknown[] };

const of = (kind: keyof typeof values) => fc.constantFrom<unknown>(...values[kind]);
const localised = fc.oneof(of('text'), fc.dictionary(fc.constantFrom('en', 'de-AT', 'name', 'url', 'e', 'en_US'), of('text'), { maxKeys: 2 }), fc.constant([]));
const words = (...good: readonly string[]) => fc.constantFrom<unknown>(...good, 'other', null);
const provider = fc.oneof(localised, fc.record({ name: localised, url: of('url'), more: fc.constant(1) }, { requiredKeys: [] }));
const flag = fc.constantFrom<unknown>(true, false, 'true', 0);
const defaultable = {
  provider,
  category: of('id'),
  party: words('first', 'third'),
  storage: words('cookie', 'localStorage', 'beacon'),
  domain: of('domain'),
  path: of('path'),
  httpOnly: flag,
  exemption: words('security', 'preference'),
};
const unknownKey = { kokie: fc.constant(1) };
const cookie = fc.record({ name: of('name'), purpose: localised, duration: of('duration'), ...defaultable, ...unknownKey }, { requiredKeys: [] });
const contact = fc.record({ label: localised, name: localised, address: fc.oneof(fc.array(of('text'), { maxLength: 2 }), of('text')), email: of('email'), url: of('url') }, { requiredKeys: [] });
const site = fc.record({ name: localised, policyUrl: of('url'), privacyUrl: of('url'), contacts: fc.oneof(fc.array(contact, { maxLength: 1 }), of('text')) }, { requiredKeys: [] });
const category = fc.record({ label: localised, description: localised }, { requiredKeys: [] });
const rest = {
  $schema: of('text'),
  revision: of('revision'),
  language: of('language'),
  site: fc.oneof(site, of('text')),
  defaults: fc.record(defaultable, { requiredKeys: [] }),
  categories: fc.dictionary(of('id') as fc.Arbitrary<string>, category, { maxKeys: 2 }),
  ...unknownKey,
};
const good = { name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' };

/** A manifest with a few random parts, so that those without a mistake are not rare; one cookie, so that no names meet. */
const manifest = fc
  .tuple(fc.oneof(fc.constant(good), cookie.map((more) => ({ ...good, ...more })), cookie), fc.record(rest, { requiredKeys: [] }), fc.subarray(Object.keys(rest), { maxLength: 2 }))
  .map(([item, more, kept]) => ({ ...Object.fromEntries(Object.entries(more).filter(([key]) => kept.includes(key))), cookies: [item] }));

test('the schema and the browser’s check agree', () => {
  let sound = 0;
  fc.assert(
    fc.property(manifest, (input) => {
      const { problems } = parseManifest(input);
      const valid = validate(input);
      sound += Number(valid);
      assert.equal(valid, problems.length === 0, JSON.stringify({ input, problems, errors: validate.errors }));
    }),
    { numRuns: 5000 },
  );
  assert.ok(sound > 500 && sound < 4500, `${sound} of 5000 were sound: the test sees only one side`);
});
