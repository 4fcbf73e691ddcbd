/** The shipped schema and the browser's check are two readings of one table: they must find the same manifests right. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseManifest, type Problem } from '../../src/entries/index.js';
import { manifestSchema } from '../../scripts/docs/schema.js';

// The same manifests each time, so that it fails for a change and not by chance.
fc.configureGlobal({ seed: 20_261_124 });

const validate = new Ajv({ allErrors: true }).compile(manifestSchema());

/** What no schema can say of several fields together: unique names, declared categories, cookies that have an end. */
function isRelation({ path, value }: Problem, manifest: unknown): boolean {
  const { cookies, categories } = manifest as { cookies: ({ name?: unknown } | null)[]; categories?: object | null };
  const [, field] = /^cookies\[\d+\]\.(name|category|duration)$/.exec(path) ?? [];
  if (field === 'name') return cookies.filter((cookie) => cookie?.name === value).length > 1 && right('name', value);
  if (field === 'category') return !Object.hasOwn(categories ?? {}, String(value)) && right('category', value);
  return field === 'duration' && value === 'persistent';
}

/** Whether a value is right in itself, says the schema. */
const right = (field: string, value: unknown): boolean =>
  validate({ cookies: [{ name: 'a', purpose: 'p', duration: 'session', [field]: value }] });

/** Where each of the two finds something wrong. */
function verdicts(manifest: unknown): { readonly schema: boolean; readonly check: boolean; readonly why: string } {
  const problems = parseManifest(manifest).problems.filter((problem) => !isRelation(problem, manifest));
  const schema = validate(manifest); // last, as it keeps its errors
  return { schema, check: problems.length === 0, why: JSON.stringify({ problems, errors: validate.errors }, null, 2) };
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** An object without the fields that are left out, as JSON has none that are undefined. */
const object = (fields: Record<string, fc.Arbitrary<unknown>>, required: string[] = []) =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [key, required.includes(key) ? value : maybe(value)]),
      ),
    )
    .map((held) => JSON.parse(JSON.stringify(held)) as Record<string, unknown>);

const tag = fc.constantFrom('en', 'de', 'de-AT', 'ar', 'zh-Hant-TW');
const text = fc.constantFrom('Example', 'Why.', '<b>x</b>', 'ü', 'x'.repeat(300));
const localised = fc.oneof(text, fc.dictionary(tag, text, { minKeys: 1, maxKeys: 3 }));
const url = fc.constantFrom(
  '/cookies',
  'a.html',
  '#a',
  '?a',
  'https://example.com/',
  'HTTP://example.com',
  '//example.com',
);
const unit = fc.constantFrom('second', 'minute', 'hour', 'day', 'week', 'month', 'year');
const duration = fc.oneof(
  fc.constantFrom('session', 'persistent', 'P3Y', 'PT30M', 'P7D', 'P2W', 'PT10S'),
  fc
    .tuple(fc.integer({ min: 1, max: 999_999 }), unit, fc.constantFrom('', 's'))
    .map(([amount, name, plural]) => `${amount} ${name}${plural}`),
);
const defaultable = {
  provider: fc.oneof(localised, object({ name: localised, url }, ['name'])),
  category: fc.constantFrom('essential', 'statistics', 'ads-2'),
  party: fc.constantFrom('first', 'third'),
  storage: fc.constantFrom('cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage', 'beacon'),
  domain: fc.constantFrom('example.com', '*.example.com', 'localhost'),
  path: fc.constantFrom('/', '/shop'),
  httpOnly: fc.boolean(),
  exemption: fc.constantFrom(
    'user-input',
    'authentication',
    'security',
    'media-player',
    'load-balancing',
    'preference',
  ),
};
const cookie = object(
  { name: fc.constantFrom('a', 'sid', 'device_*', '*_x', '__proto__'), purpose: localised, duration, ...defaultable },
  ['name', 'purpose', 'duration'],
);
const contact = object(
  {
    label: localised,
    name: localised,
    address: fc.array(text, { maxLength: 3 }),
    email: fc.constant('a@example.com'),
    url,
  },
  ['name'],
);
const manifest = object(
  {
    $schema: fc.constant('./manifest.schema.json'),
    revision: fc.constantFrom('1', '2026-11-01', 'v1.0_b'),
    language: tag,
    site: object({ name: localised, policyUrl: url, privacyUrl: url, contacts: fc.array(contact, { maxLength: 2 }) }),
    defaults: object(defaultable),
    categories: fc.dictionary(
      fc.constantFrom('statistics', 'ads-2', 'constructor'),
      object({ label: localised, description: localised }, ['label']),
      { minKeys: 1, maxKeys: 2 },
    ),
    cookies: fc.array(cookie, { maxLength: 3 }),
  },
  ['cookies'],
);

/** Values that are wrong in most places, and right in some. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    7,
    '',
    ' ',
    '*',
    'x',
    'javascript:alert(1)',
    'Session',
    '3 yaers',
    '1.5 days',
    'a'.repeat(65),
    'P1Y2M',
    'a b',
    '/',
    'constructor',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [1],
    ['a'],
    { en: 'x' },
    { name: 'x' },
    { url: '/x' },
    { 'no tag': 'x' },
    { name: 'x', url: 'javascript:x' },
    { en: 7 },
    { A: { label: 'x' } },
  ),
);
const change = fc.record({
  at: fc.nat(1000),
  value: odd,
  act: fc.constantFrom('set', 'remove', 'add'),
  key: fc.constantFrom('x', 'name', 'url', 'purpos', 'en', '__proto__', 'label'),
});

/** All places in a value, as the object and the key that hold it. */
const places = (value: unknown): { readonly holder: Record<string, unknown>; readonly key: string }[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, held]) => [
        { holder: value as Record<string, unknown>, key },
        ...places(held),
      ])
    : [];

/** A manifest in which something is another: a value, a field less, a field more. */
function changed(
  original: unknown,
  { at, value, act, key }: { at: number; value: unknown; act: string; key: string },
): unknown {
  const copy = structuredClone(original) as Record<string, unknown>;
  const all = places(copy);
  const place = all[at % all.length]!;
  const held = place.holder[place.key];
  if (act === 'set') place.holder[place.key] = value;
  else if (act === 'remove' && !Array.isArray(place.holder)) Reflect.deleteProperty(place.holder, place.key);
  // A data property, as JSON.parse makes it of "__proto__" too.
  else if (act === 'add' && typeof held === 'object' && held !== null && !Array.isArray(held))
    Object.defineProperty(held, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

describe('the schema and the check', () => {
  it('both find a good manifest right', () => {
    fc.assert(
      fc.property(manifest, (value) => {
        const { schema, check, why } = verdicts(value);
        assert.ok(schema && check, why);
      }),
      { numRuns: 3000 },
    );
  });

  it('agree on manifests in which up to three things are others', () => {
    let wrong = 0;
    const runs = 6000;
    fc.assert(
      fc.property(manifest, fc.array(change, { minLength: 1, maxLength: 3 }), (value, changes) => {
        const mutated = changes.reduce<unknown>(changed, value) as { cookies?: unknown };
        fc.pre(Array.isArray(mutated.cookies)); // what is no manifest at all is thrown out before
        const { schema, check, why } = verdicts(mutated);
        assert.equal(check, schema, why);
        if (!schema) wrong++;
      }),
      { numRuns: runs },
    );
    assert.ok(wrong > runs / 4, `${wrong} of ${runs} were wrong`);
  });

  it('agree that what is no manifest is none', () => {
    for (const value of [null, [], 'text', 7, {}, { cookies: {} }, { cookies: null }]) {
      assert.equal(validate(value), false);
      assert.throws(() => parseManifest(value), { name: 'ManifestError' });
    }
  });
});
