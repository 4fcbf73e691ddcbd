/** What a draft makes of what was seen: names, durations and places, without a browser. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { compare } from '../../src/audit/compare.js';
import type { Observed } from '../../src/audit/observed.js';
import {
  draftObserved,
  isIdLike,
  naturalDuration,
  siteNameOf,
  stemOf,
  type Surroundings,
} from '../../src/cli/drafting.js';
import { exemptionOf } from '../../src/cli/known.js';
import { parseManifest } from '../../src/manifest/parse.js';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const around: Surroundings = {
  site: 'Shop',
  revision: '1',
  own: 'cookie_preferences',
  hosts: new Set(['www.shop.test']),
  siteOf: (host) => host.split('.').slice(-2).join('.'),
};
const seen = (name: string, more: Partial<Observed> = {}): Observed => ({
  name,
  storage: 'cookie',
  domain: 'www.shop.test',
  path: '/',
  party: 'first',
  lifetime: 'session',
  httpOnly: false,
  ...more,
});
const drafted = (...observations: readonly Observed[]) => draftObserved(observations, around).manifest.cookies;
const names = (...observations: readonly Observed[]) => drafted(...observations).map(({ name }) => name);

const durations: readonly (readonly [seconds: number, written: string])[] = [
  [365 * day, '1 year'],
  [3 * 365 * day, '3 years'],
  [400 * day, '400 days'],
  [395 * day, '395 days'],
  [182 * day, '182 days'],
  [30 * day, '30 days'],
  [14 * day, '2 weeks'],
  [day, '1 day'],
  [36 * hour, '36 hours'],
  [30 * minute, '30 minutes'],
  [90, '90 seconds'],
  [1, '1 second'],
  [365 * day - 4, '1 year'], // seen four seconds after it was set
  [30 * minute + 2, '30 minutes'],
];
for (const [seconds, written] of durations)
  test(`${seconds} s are written as ${written}`, () => assert.equal(naturalDuration(seconds), written));

test('whatever its life, a cookie does not overstay what is drafted, and little more than its life is declared', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 40 * 365 * day })), (asked) => {
      const manifest = parseManifest(
        draftObserved([seen('abc', { lifetime: Math.min(asked, 400 * day), asked })], around).manifest,
      );
      assert.deepEqual(manifest.problems, []);
      assert.deepEqual(
        compare(manifest, [seen('abc', { lifetime: Math.min(asked, 400 * day), asked })]).filter(
          ({ severity }) => severity === 'error',
        ),
        [],
      );
      const [cookie] = manifest.cookies;
      assert.ok(cookie?.duration.kind === 'amount');
      assert.ok(cookie.duration.seconds - asked <= hour, `${asked} s as ${cookie.duration.seconds} s`);
    }),
    { numRuns: 2000 },
  );
});

test('what looks like an identifier is told from words', () => {
  for (const text of ['AB12CD34', '9f8e7d6c5b4a', '0b8b5b1e-9d7a-4f6e-8a55-2c1d7c0f3f10', '12345', 'x7Kq2mPz'])
    assert.ok(isIdLike(text), text);
  for (const text of ['token', 'v1', 'step2', 'theme2024', 'preferences', 'en-GB', 'abcdef', ''])
    assert.equal(isIdLike(text), false, text);
  assert.equal(stemOf('_ga_AB12CD34'), '_ga_');
  assert.equal(stemOf('session-9f8e7d6c'), 'session-');
  assert.equal(stemOf('a_12345678'), undefined); // one letter tells nothing
  assert.equal(stemOf('12345678'), undefined);
});

test('a wildcard is drafted where several names differ in what looks random, and nowhere else', () => {
  assert.deepEqual(names(seen('_ga_AB12CD34'), seen('_ga_XY98ZT76')), ['_ga_*']);
  assert.deepEqual(names(seen('_ga_AB12CD34')), ['_ga_AB12CD34']);
  assert.deepEqual(names(seen('cart_items'), seen('cart_total')), ['cart_items', 'cart_total']);
  assert.deepEqual(names(seen('id_12345678', { storage: 'localStorage' }), seen('id_87654321')), [
    'id_87654321',
    'id_12345678',
  ]); // of two storages
  assert.deepEqual(names(seen('uid_12345678'), seen('uid_87654321'), seen('uid_name')), ['uid_*', 'uid_name']);
});

test('a wildcard lives as long as the longest-lived of its names, and is HttpOnly where all are', () => {
  const [cookie] = drafted(
    seen('sid_12345678', { lifetime: hour, asked: hour, httpOnly: true }),
    seen('sid_87654321', { lifetime: day, asked: day, httpOnly: true }),
  );
  assert.deepEqual([cookie?.duration, cookie?.httpOnly], ['1 day', true]);
  const [mixed] = drafted(seen('sid_12345678', { httpOnly: true }), seen('sid_87654321'));
  assert.equal(mixed?.httpOnly, undefined);
});

test('domain and path are written where they are not the page’s own', () => {
  const where = (more: Partial<Observed>) => drafted(seen('abc', more)).map(({ domain, path }) => [domain, path])[0];
  assert.deepEqual(where({}), [undefined, undefined]);
  assert.deepEqual(where({ domain: '.shop.test' }), ['*.shop.test', undefined]);
  assert.deepEqual(where({ path: '/admin' }), [undefined, '/admin']);
  assert.deepEqual(where({ domain: 'ads.test', party: 'third' }), ['ads.test', undefined]);
  assert.deepEqual(where({ domain: '[::1]' }), [undefined, undefined]);
});

test('a name on several paths is declared once, for what they have in common', () => {
  assert.deepEqual(
    drafted(seen('abc', { path: '/shop/cart' }), seen('abc', { path: '/shop/list' })).map(({ path }) => path),
    ['/shop'],
  );
  assert.deepEqual(
    drafted(seen('abc', { path: '/a' }), seen('abc', { path: '/b' })).map(({ path }) => path),
    [undefined],
  );
});

test('the library’s own record, under any name, and what was refused are left out', () => {
  assert.deepEqual(
    names(seen('cookie_preferences'), seen('site_prefs', { own: true }), seen('nope', { refused: true }), seen('abc')),
    ['abc'],
  );
  assert.deepEqual(names(seen('cookie_preferences', { party: 'third', domain: 'ads.test' })), ['cookie_preferences']); // another's
});

test('whatever was seen, the draft has no problem, and nothing seen is undeclared, elsewhere or longer-lived', () => {
  const observed: fc.Arbitrary<Observed> = fc
    .record({
      name: fc.constantFrom('abc', 'sid', 'sid_12345678', 'sid_87654321', 'sid_ab12cd34', 'PHPSESSID', 'a*b', 'x'),
      storage: fc.constantFrom('cookie' as const, 'localStorage' as const, 'sessionStorage' as const),
      place: fc.constantFrom(
        ...([
          'www.shop.test first',
          '.shop.test first',
          'shop.test first',
          '.www.shop.test first',
          'app.shop.test first',
          'ads.test third',
          '.ads.test third',
          'x.ads.test third',
        ] as const),
      ),
      path: fc.constantFrom('/', '/a', '/a/b', '/c'),
      life: fc.option(fc.integer({ min: 60, max: 2 * 365 * day })),
      httpOnly: fc.boolean(),
    })
    .map(({ name, storage, place, path, life, httpOnly }) => {
      const [domain, party] = place.split(' ') as [string, 'first' | 'third'];
      if (storage !== 'cookie')
        return {
          name,
          storage,
          domain: domain.replace(/^\./, ''),
          party,
          lifetime: storage === 'localStorage' ? 'persistent' : 'session',
        };
      return seen(name, {
        domain,
        party,
        path,
        httpOnly,
        ...(life ? { lifetime: Math.min(life, 400 * day), asked: life } : {}),
      });
    });
  fc.assert(
    fc.property(fc.array(observed, { minLength: 1, maxLength: 12 }), (observations) => {
      const manifest = parseManifest(draftObserved(observations, around).manifest);
      assert.deepEqual(manifest.problems, []);
      assert.deepEqual(
        compare(manifest, observations).filter(({ severity, rule }) => severity === 'error' || rule === 'unobserved'),
        [],
      );
    }),
    { numRuns: 3000 },
  );
});

test('a site’s name is Open Graph’s, then the application’s, then what its titles have in common', () => {
  assert.equal(siteNameOf([{ site: 'A', application: 'B', title: 'C' }]), 'A');
  assert.equal(siteNameOf([{ title: 'C' }, { application: 'B' }]), 'B');
  assert.equal(siteNameOf([{ title: 'All about cookies | Shop' }]), 'Shop');
  assert.equal(siteNameOf([{ title: 'FAQ | The Big Shop' }, { title: 'Home | The Big Shop' }]), 'The Big Shop');
  assert.equal(siteNameOf([{ title: 'Well-known Shop' }]), 'Well-known Shop');
  assert.equal(siteNameOf([{}]), undefined);
});

test('well-known names speak for an exemption, and others do not', () => {
  const found = [
    'PHPSESSID',
    'XSRF-TOKEN',
    'AWSALBCORS',
    '__cf_bm',
    'wordpress_logged_in_0123abcd',
    'BIGipServerpool_web',
  ].map(exemptionOf);
  assert.deepEqual(found, ['user-input', 'security', 'load-balancing', 'security', 'authentication', 'load-balancing']);
  assert.equal(exemptionOf('phpsessid2'), undefined);
});
