/** The order and spacing of a manifest: what they are, that nothing else changes, and that what cannot be kept is not touched. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { formatManifest } from '../../src/cli/format.js';
import { readJson } from '../../src/cli/json.js';
import { file, root, run } from '../command.js';

// The same manifests each time, so that it fails for a change and not by chance.
fc.configureGlobal({ seed: 20_261_124 });

const format = (text: string): string => formatManifest(readJson(text).written);

const written = `\uFEFF{"x-first": 1,
 "cookies": [
   { "duration": "session", "x": {"b": 1, "a": [ ]}, "purpose": "Caf\\u00e9.", "name": "sid" },
   { "name": "device", "purpose": { "en": "Recognises this device when you come back, so that you need not sign in again.", "de": "Erkennt das Ger\u00e4t." },
     "exemption": "security", "provider": { "url": "/", "name": "Example" }, "duration": "3 years", "path": "/" }
 ],
 "site": {"policyUrl": "/cookies", "name": "Example"}, "1": 1.50, "revision": "1", "__proto__": { "z": 1 }, "waivers": [] }`;

const expected = `{
  "revision": "1",
  "site": { "name": "Example", "policyUrl": "/cookies" },
  "cookies": [
    { "name": "sid", "purpose": "Caf\\u00e9.", "duration": "session", "x": { "b": 1, "a": [] } },
    {
      "name": "device",
      "purpose": {
        "en": "Recognises this device when you come back, so that you need not sign in again.",
        "de": "Erkennt das Ger\u00e4t."
      },
      "duration": "3 years",
      "provider": { "name": "Example", "url": "/" },
      "path": "/",
      "exemption": "security"
    }
  ],
  "waivers": [],
  "x-first": 1,
  "1": 1.50,
  "__proto__": { "z": 1 }
}
`;

test('fields stand in the table’s order, unknown ones after them, what is short in one line', async () => {
  const manifest = file('order.json', written);
  assert.deepEqual(await run(['fmt', manifest]), { code: 0, stdout: `${manifest}\n`, stderr: '' });
  assert.equal(readFileSync(manifest, 'utf8'), expected);
  assert.deepEqual(await run(['fmt', manifest]), { code: 0, stdout: '', stderr: '' });
});

test('a key with an escape in it stands where the key stands', () => {
  assert.equal(format('{ "cookies": [], "revis\\u0069on": "1" }'), '{\n  "revis\\u0069on": "1",\n  "cookies": []\n}\n');
});

test('one line holds at most 100 characters, the comma after it among them', () => {
  const cookie = (length: number) =>
    `{"cookies":[{"name":"a","purpose":"${'x'.repeat(length)}","duration":"session"}]}`;
  const longest = (length: number) =>
    Math.max(
      ...format(cookie(length))
        .split('\n')
        .map((line) => line.length),
    );
  const lengths = Array.from({ length: 60 }, (_, index) => longest(index + 1));
  assert.equal(Math.max(...lengths), 99); // the last of a list has no comma, and its place is kept
});

test('--check changes nothing, names what would change, and exits with 1', async () => {
  const [right, wrong] = [file('right.json', expected), file('wrong.json', written)];
  assert.deepEqual(await run(['fmt', '--check', right, wrong]), {
    code: 1,
    stdout: `${wrong} would change\n`,
    stderr: '',
  });
  assert.equal(readFileSync(wrong, 'utf8'), written);
  assert.equal((await run(['fmt', '--check', right])).code, 0);
});

test('lines keep the ends that they have', async () => {
  const manifest = file('windows.json', expected.replaceAll('\n', '\r\n').replace('"1"', '  "1"'));
  await run(['fmt', manifest]);
  assert.equal(readFileSync(manifest, 'utf8'), expected.replaceAll('\n', '\r\n'));
});

/** What is refused, and what it is told. Another file of the same call is left alone too. */
const refused: { readonly [title: string]: { readonly content: string | Buffer; readonly says: RegExp } } = {
  'a key that stands twice': {
    content: '{ "cookies": [{ "name": "a", "name": "b" }] }',
    says: /:1:38 cookies\[0\]\.name: The key stands there twice/,
  },
  'a key that stands twice, once with an escape': {
    content: '{ "cookies": [], "cooki\\u0065s": [] }',
    says: /cookies: The key stands there twice/,
  },
  'what is no JSON': { content: '{ "cookies": [], }', says: /:1:18 This is not JSON: / },
  'what is no manifest': { content: '{ "cookie": [] }', says: /No manifest: it needs a list "cookies"/ },
  'what is not in UTF-8': {
    content: Buffer.from('{ "cookies": [], "site": { "name": "Caf\u00e9" } }', 'latin1'),
    says: /is not written in UTF-8\./,
  },
};
for (const [title, { content, says }] of Object.entries(refused))
  test(`left as it is: ${title}`, async () => {
    const [other, manifest] = [file('other.json', written), file('refused.json', '')];
    writeFileSync(manifest, content);
    const { code, stderr } = await run(['fmt', other, manifest]);
    assert.match(stderr, says);
    assert.equal(code, 2);
    assert.deepEqual(readFileSync(manifest), Buffer.from(content));
    assert.equal(readFileSync(other, 'utf8'), written);
  });

test('a call without a file is told what to give', async () => {
  const { code, stderr } = await run(['fmt', '--check']);
  assert.match(stderr, /^No manifest was given: cookie-manifest fmt cookies\.json\n/);
  assert.equal(code, 2);
});

test('the demo’s manifest says the same afterwards', () => {
  const demo = readFileSync(`${root}demo/cookies.json`, 'utf8');
  assert.deepEqual(JSON.parse(format(demo)), JSON.parse(demo));
});

/** Keys that a manifest has, and keys that make trouble. */
const key = fc.oneof(
  fc.constantFrom(
    'name',
    'purpose',
    'duration',
    'provider',
    'url',
    'site',
    'cookies',
    'contacts',
    'categories',
    'waivers',
    'defaults',
    'en',
    '__proto__',
    'constructor',
    'toString',
    '1',
    '0',
    '',
    'a.b',
    '"',
    '\u2028',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const { value } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.array(fc.tuple(key, tie('value')), { maxLength: 8 }).map(objectOf),
}));
/** An object whose keys are data, as JSON.parse makes it of "__proto__" too. */
function objectOf(entries: readonly (readonly [string, unknown])[]): object {
  const made = {};
  for (const [name, held] of entries)
    Object.defineProperty(made, name, { value: held, enumerable: true, configurable: true, writable: true });
  return made;
}
const manifest = fc
  .tuple(fc.array(fc.tuple(key, value), { maxLength: 6 }), fc.array(value, { maxLength: 4 }))
  .map(([entries, cookies]) => objectOf([...entries, ['cookies', cookies]]));
/** The same JSON with every character of its texts escaped. */
const escaped = (text: string): string =>
  text.replace(
    /"(?:[^"\\]|\\.)*"/g,
    (token) =>
      `"${(JSON.parse(token) as string).replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`,
  );

test('any manifest keeps its value, and is formatted once and for all', () => {
  fc.assert(
    fc.property(manifest, fc.constantFrom(undefined, 2, '\t'), fc.boolean(), (made, space, escapes) => {
      const plain = JSON.stringify(made, null, space);
      const text = escapes ? escaped(plain) : plain;
      const once = format(text);
      assert.deepEqual(JSON.parse(once), JSON.parse(text));
      assert.equal(format(once), once);
    }),
    { numRuns: 3000 },
  );
});
