/** What the command reads: JSON with its places, Set-Cookie, images. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { beaconName, isWithin, shown } from '../../src/cli/visit/address.js';
import { JsonError, readJson } from '../../src/cli/json.js';
import { escapeMarkup } from '../../src/cli/reports/markup.js';
import { isPixel } from '../../src/cli/visit/pixel.js';
import { readSetCookie } from '../../src/cli/visit/setcookie.js';

test('JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
      const value: unknown = JSON.parse(text);
      assert.deepEqual(readJson(JSON.stringify(value, null, indent)).value, value);
    }),
  );
});

test('what JSON.parse refuses is refused, and what it takes is taken', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          '"a"',
          '1',
          '-0.5e3',
          '01',
          '1.',
          'true',
          'nul',
          ' ',
          '\n',
          '"',
          "'a'",
          '\\',
          '//',
        ),
        { maxLength: 8 },
      ),
      (parts) => {
        const text = parts.join('');
        const taken = (read: (text: string) => unknown) => {
          try {
            read(text);
            return true;
          } catch {
            return false;
          }
        };
        assert.equal(taken(readJson), taken(JSON.parse), text);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('places are those of the text', () => {
  const { at, repeated } = readJson('{\n  "a": [1, { "b": "x" }],\n  "c": {},\n  "a": 2\n}');
  assert.deepEqual(
    [at(''), at('a[0]'), at('a[1].b'), at('c')],
    [
      { line: 1, column: 1 },
      { line: 2, column: 9 },
      { line: 2, column: 19 },
      { line: 3, column: 8 },
    ],
  );
  assert.deepEqual(at('a[1].missing'), { line: 2, column: 12 });
  assert.deepEqual(at('nowhere[3].at.all'), { line: 1, column: 1 });
  assert.deepEqual(repeated, ['a']);
});

for (const [text, place, says] of [
  ['{ "a": 1, }', '1:11', 'A key in double quotes is expected, and there is "}".'],
  ['{ "a" 1 }', '1:7', '":" is expected, and there is "1".'],
  ['[1 2]', '1:4', '"," or "]" is expected, and there is "2".'],
  ['[1,\n', '2:1', 'A value is expected, and there is the end.'],
  ['', '1:1', 'A value is expected, and there is the end.'],
  ['{} x', '1:4', 'The end is expected, and there is "x".'],
  ['[nul]', '1:2', 'A value is expected, and there is "nul".'],
] as const)
  test(`no JSON: ${JSON.stringify(text)}`, () => {
    assert.throws(
      () => readJson(text),
      (error) =>
        error instanceof JsonError &&
        error.message === says &&
        `${error.position.line}:${error.position.column}` === place,
    );
  });

test('Set-Cookie is read without its value', () => {
  const now = Date.UTC(2026, 10, 24);
  const read = (text: string) => readSetCookie(text, now);
  assert.deepEqual(
    read(
      'a=secret; Domain=.Shop.test; Path=/x; Max-Age=60; Expires=Wed, 25 Nov 2026 00:00:00 GMT; SameSite=None; Secure; HttpOnly; Partitioned',
    ),
    {
      ...{ name: 'a', domain: '.shop.test', path: '/x', lifetime: 60, sameSite: 'none' },
      ...{ secure: true, httpOnly: true, partitioned: true },
    },
  );
  assert.deepEqual(read('a=b'), { name: 'a', secure: false, httpOnly: false, partitioned: false });
  assert.equal(read('a=b; expires=Wed, 25 Nov 2026 00:00:00 GMT')?.lifetime, 86_400);
  assert.equal(read('a=b; max-age=soon; expires=Wed, 25 Nov 2026 00:00:00 GMT')?.lifetime, 86_400);
  assert.equal(read('a=b=c; path=x; samesite=odd; max-age=-1')?.lifetime, -1);
  for (const none of ['', 'a', '=b', ' = b; Secure']) assert.equal(read(none), undefined);
});

test('an image of one pixel is known by its first bytes, and none at all is one too', () => {
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');
  for (const pixel of [gif, png, webp, Buffer.alloc(0)]) assert.equal(isPixel(pixel), true);
  const wide = [
    [gif, 6],
    [png, 19],
    [webp, 26],
  ] as const;
  for (const [image, at] of wide) {
    const larger = Buffer.from(image);
    larger[at] = 40;
    assert.equal(isPixel(larger), false);
  }
  assert.equal(isPixel(Buffer.from('<svg width="1" height="1"/>')), false);
});

test('addresses lose what may identify a visitor, and hosts are within their site alone', () => {
  assert.equal(shown('https://user:pass@shop.test:8080/a?b=c#d'), 'https://shop.test:8080/a');
  assert.equal(beaconName('https://stats.test:444/collect?id=1'), 'stats.test/collect');
  assert.deepEqual(
    ['shop.test', '.shop.test', 'www.Shop.test', 'workshop.test', 'test'].map((host) => isWithin(host, 'shop.test')),
    [true, true, true, false, false],
  );
});

test('what becomes markup is text', () => {
  assert.equal(escapeMarkup(`<b a="1" c='2'>&\u0000\u0007\n`), '&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;\n');
});
