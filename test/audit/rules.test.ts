/** Every rule, by what it finds and what it must leave alone. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { audit, rules, type AuditOptions, type Observed } from '../../src/entries/audit.js';
import { ruleIds } from '../../src/audit/rules.js';
import { parseManifest } from '../../src/entries/index.js';

const day = 86_400;
const cookie = (fields: object = {}) => ({ name: 'a', purpose: 'p', duration: 'session', ...fields });
const seen = (fields: Partial<Observed> = {}): Observed => ({
  name: 'a',
  storage: 'cookie',
  domain: 'shop.test',
  path: '/',
  party: 'first',
  lifetime: 'session',
  secure: true,
  https: true,
  ...fields,
});
const find = (
  cookies: readonly object[],
  observations: readonly Observed[],
  options?: AuditOptions,
  more: object = {},
) => audit({ categories: { statistics: { label: 'Statistics' } }, cookies, ...more }, observations, options);
const idsOf = (...given: Parameters<typeof find>) => find(...given).map(({ rule }) => rule);

/** A rule's cases: what is declared and seen, and whether the rule, and it alone, speaks of it. */
interface Case {
  readonly title: string;
  readonly declared?: object;
  readonly seen?: Partial<Observed>;
  readonly options?: AuditOptions;
  readonly found: boolean;
  /** What other rules rightly say of it. */
  readonly also?: readonly string[];
}

const cases: { readonly [Id in keyof typeof rules]: readonly Case[] } = {
  undeclared: [
    { title: 'another name', seen: { name: 'b' }, found: true, also: ['unobserved'] },
    {
      title: 'declared for another host',
      declared: { domain: 'www.shop.test' },
      seen: {},
      found: true,
      also: ['unobserved'],
    },
    {
      title: 'a subdomain that is not included',
      declared: { domain: 'shop.test' },
      seen: { domain: 'www.shop.test' },
      found: true,
      also: ['unobserved'],
    },
    {
      title: 'a host that only ends alike',
      declared: { domain: '*.shop.test' },
      seen: { domain: 'workshop.test' },
      found: true,
      also: ['unobserved'],
    },
    { title: 'a wider path than declared', declared: { path: '/admin' }, seen: {}, found: true, also: ['unobserved'] },
    {
      title: 'a path that only begins alike',
      declared: { path: '/admin' },
      seen: { path: '/administration' },
      found: true,
      also: ['unobserved'],
    },
    ...[
      { title: 'a domain that is empty', declared: { domain: '' } },
      { title: 'a domain with a scheme', declared: { domain: 'https://shop.test' } },
      { title: 'a domain with a dot before it', declared: { domain: '.shop.test' } },
      { title: 'a wildcard alone for the domain', declared: { domain: '*' } },
      { title: 'a wildcard and a dot for the domain', declared: { domain: '*.' } },
      { title: 'a path that is empty', declared: { path: '' } },
      { title: 'a path without its slash', declared: { path: 'shop' }, seen: { path: 'shop/cart' } },
      {
        title: 'a domain that is invalid, and a host that the observer does not know',
        declared: { domain: '' },
        seen: { domain: undefined } as never,
      },
      {
        title: 'a path that is invalid, and one that the observer does not know',
        declared: { path: '' },
        seen: { path: undefined } as never,
      },
    ].map((invalid) => ({ seen: {}, ...invalid, found: true, also: ['unobserved'] })),
    {
      title: 'a beacon',
      seen: { name: 'stats.test/collect', storage: 'beacon', domain: 'stats.test', party: 'third' },
      found: true,
      also: ['unobserved'],
    },
    { title: 'a wildcard', declared: { name: 'dev*' }, seen: { name: 'device' }, found: false },
    {
      title: 'an included subdomain',
      declared: { domain: '*.shop.test' },
      seen: { domain: 'www.shop.test' },
      found: false,
    },
    {
      title: 'a domain with its subdomains',
      declared: { domain: 'shop.test' },
      seen: { domain: '.shop.test' },
      found: false,
    },
    { title: 'upper case in hosts', declared: { domain: 'Shop.test' }, seen: {}, found: false },
    {
      title: 'a path below the declared one',
      declared: { path: '/admin' },
      seen: { path: '/admin/users' },
      found: false,
    },
    {
      title: 'a place that the observer does not know',
      declared: { domain: 'www.shop.test', path: '/admin' },
      seen: { domain: undefined, path: undefined } as never,
      found: false,
    },
    {
      title: 'a beacon by its address',
      declared: { name: 'stats.test/collect', storage: 'beacon', party: 'third' },
      seen: { name: 'stats.test/collect', storage: 'beacon', domain: 'stats.test', party: 'third' },
      found: false,
    },
    {
      title: 'a beacon by its domain and last part',
      declared: { name: 'collect', domain: 'stats.test', storage: 'beacon', party: 'third' },
      seen: { name: 'stats.test/v1/collect', storage: 'beacon', domain: 'stats.test', party: 'third' },
      found: false,
    },
    {
      title: 'a beacon by its last part without a domain',
      declared: { name: 'collect', storage: 'beacon', party: 'third' },
      seen: { name: 'stats.test/v1/collect', storage: 'beacon', domain: 'stats.test', party: 'third' },
      found: true,
      also: ['unobserved'],
    },
    {
      title: 'the library’s own cookie',
      declared: { name: 'b' },
      seen: { name: 'cookie_preferences', lifetime: 182 * day },
      found: false,
      also: ['unobserved'],
    },
    {
      title: 'the library’s own cookie by another name',
      declared: { name: 'b' },
      seen: { name: 'site_prefs' },
      options: { cookie: 'site_prefs' },
      found: false,
      also: ['unobserved'],
    },
    {
      title: 'a record of the library, whatever its name',
      declared: { name: 'b' },
      seen: { name: 'x', own: true },
      found: false,
      also: ['unobserved'],
    },
    {
      title: 'another site’s cookie of the library’s name',
      declared: { name: 'b' },
      seen: { name: 'cookie_preferences', party: 'third', domain: 'ads.test' },
      found: true,
      also: ['unobserved'],
    },
  ],
  unobserved: [
    { title: 'nothing seen', declared: { name: 'b' }, found: true },
    {
      title: 'not to be seen from there',
      declared: { name: 'b', httpOnly: true },
      options: { sees: ({ httpOnly }) => !httpOnly },
      found: false,
    },
    { title: 'seen', seen: {}, found: false },
  ],
  overstays: [
    { title: 'a week kept for a month', declared: { duration: '7 days' }, seen: { lifetime: 30 * day }, found: true },
    {
      title: 'an hour kept for an hour and six minutes',
      declared: { duration: '1 hour' },
      seen: { lifetime: 3_600 + 360 },
      found: true,
    },
    {
      title: 'ten minutes kept for twelve',
      declared: { duration: '10 minutes' },
      seen: { lifetime: 720 },
      found: true,
    },
    {
      title: 'thirteen months, and three years asked for',
      declared: { duration: '13 months' },
      seen: { lifetime: 400 * day, asked: 3 * 365 * day },
      found: true,
    },
    {
      title: 'a clock that is four minutes ahead',
      declared: { duration: '7 days' },
      seen: { lifetime: 7 * day + 240 },
      found: false,
    },
    { title: 'two months of 31 days', declared: { duration: '2 months' }, seen: { lifetime: 62 * day }, found: false },
    { title: 'a leap year', declared: { duration: '1 year' }, seen: { lifetime: 366 * day }, found: false },
    {
      title: 'three years that a browser cuts',
      declared: { duration: '3 years', category: 'statistics' },
      seen: { lifetime: 400 * day, asked: 3 * 365 * day, granted: ['essential', 'statistics'] },
      found: false,
      also: ['capped'],
    },
    { title: 'less than declared', declared: { duration: '7 days' }, seen: { lifetime: 60 }, found: false },
    {
      title: 'a lifetime that is not known',
      declared: { duration: '7 days' },
      seen: { lifetime: undefined } as never,
      found: false,
    },
    {
      title: 'local storage, whose end is the site’s affair',
      declared: { duration: '7 days', storage: 'localStorage' },
      seen: { storage: 'localStorage', lifetime: 'persistent' },
      found: false,
    },
  ],
  capped: [
    {
      title: 'three years',
      declared: { duration: '3 years', category: 'statistics' },
      seen: { lifetime: 400 * day, granted: ['statistics'] },
      found: true,
    },
    { title: '400 days', declared: { duration: '400 days' }, seen: { lifetime: 400 * day }, found: false },
    {
      title: 'three years in local storage',
      declared: { duration: '3 years', storage: 'localStorage', category: 'statistics' },
      seen: { storage: 'localStorage', lifetime: 'persistent', granted: ['statistics'] },
      found: false,
    },
  ],
  'session-but-persistent': [
    { title: 'a cookie with a date', seen: { lifetime: day }, found: true },
    {
      title: 'local storage',
      declared: { storage: 'localStorage' },
      seen: { storage: 'localStorage', lifetime: 'persistent' },
      found: true,
    },
    { title: 'a session cookie', seen: {}, found: false },
    {
      title: 'session storage',
      declared: { storage: 'sessionStorage' },
      seen: { storage: 'sessionStorage' },
      found: false,
    },
    {
      title: 'a beacon, which keeps nothing',
      declared: { name: 'x.test/abc', storage: 'beacon' },
      seen: { name: 'x.test/abc', storage: 'beacon', domain: 'x.test', lifetime: 'persistent' },
      found: false,
    },
  ],
  'persistent-but-session': [
    { title: 'a session cookie', declared: { duration: '7 days' }, seen: {}, found: true },
    {
      title: 'session storage',
      declared: { duration: 'persistent', storage: 'sessionStorage', category: 'statistics' },
      seen: { storage: 'sessionStorage', granted: ['statistics'] },
      found: true,
    },
    { title: 'a lasting cookie', declared: { duration: '7 days' }, seen: { lifetime: 7 * day }, found: false },
  ],
  party: [
    { title: 'first declared, third seen', seen: { party: 'third', domain: 'ads.test' }, found: true },
    { title: 'third declared, first seen', declared: { party: 'third' }, seen: {}, found: true },
    {
      title: 'a party that is not known',
      declared: { party: 'third' },
      seen: { party: undefined } as never,
      found: false,
    },
    { title: 'as declared', declared: { party: 'third' }, seen: { party: 'third', domain: 'ads.test' }, found: false },
  ],
  storage: [
    { title: 'a cookie declared, local storage seen', seen: { storage: 'localStorage' }, found: true },
    {
      title: 'a database declared, a cache seen',
      declared: { storage: 'indexedDB', duration: '1 day' },
      seen: { storage: 'cacheStorage' },
      found: true,
    },
    {
      title: 'another host’s storage of that name',
      declared: { domain: 'www.shop.test' },
      seen: { storage: 'localStorage' },
      found: false,
      also: ['undeclared', 'unobserved'],
    },
    {
      title: 'as declared',
      declared: { storage: 'sessionStorage' },
      seen: { storage: 'sessionStorage' },
      found: false,
    },
  ],
  'http-only': [
    { title: 'declared hidden, seen by scripts', declared: { httpOnly: true }, seen: { httpOnly: false }, found: true },
    { title: 'declared readable, seen hidden', declared: { httpOnly: false }, seen: { httpOnly: true }, found: true },
    { title: 'not declared', seen: { httpOnly: true }, found: false },
    { title: 'not known', declared: { httpOnly: true }, seen: {}, found: false },
    { title: 'as declared', declared: { httpOnly: true }, seen: { httpOnly: true }, found: false },
  ],
  insecure: [
    { title: 'no Secure on https', seen: { secure: false }, found: true },
    { title: 'SameSite=None without Secure', seen: { secure: false, https: false, sameSite: 'none' }, found: true },
    {
      title: 'Partitioned without Secure',
      seen: { secure: false, https: false, partition: 'https://shop.test' },
      found: true,
    },
    {
      title: '__Secure- without Secure',
      declared: { name: '__Secure-a' },
      seen: { name: '__Secure-a', secure: false, https: false },
      found: true,
    },
    {
      title: '__Host- in lower case, with a domain',
      declared: { name: '__host-abc' },
      seen: { name: '__host-abc', domain: '.shop.test' },
      found: true,
    },
    {
      title: '__Host- with a path',
      declared: { name: '__Host-a' },
      seen: { name: '__Host-a', path: '/admin' },
      found: true,
    },
    {
      title: 'one that the browser refused, and nothing else of it',
      seen: { lifetime: day, secure: false, sameSite: 'none', refused: true },
      found: true,
    },
    { title: '__Host- as it must be', declared: { name: '__Host-a' }, seen: { name: '__Host-a' }, found: false },
    { title: 'no Secure on http', seen: { secure: false, https: false }, found: false },
    { title: 'attributes that are not known', seen: { secure: undefined } as never, found: false },
  ],
  'before-choice': [
    { title: 'an optional cookie', declared: { category: 'statistics' }, seen: {}, found: true },
    {
      title: 'an optional beacon',
      declared: { name: 'x.test/abc', storage: 'beacon', category: 'statistics' },
      seen: { name: 'x.test/abc', storage: 'beacon', domain: 'x.test' },
      found: true,
    },
    {
      title: 'one that was there before it was granted',
      declared: { category: 'statistics' },
      seen: { granted: ['essential'] },
      options: { granted: ['essential', 'statistics'] },
      found: true,
    },
    {
      title: 'a granted one',
      declared: { category: 'statistics' },
      seen: {},
      options: { granted: ['essential', 'statistics'] },
      found: false,
    },
    { title: 'an essential one', seen: {}, found: false },
  ],
  'long-for-exemption': [
    {
      title: 'a preference for 400 days',
      declared: { duration: '400 days', exemption: 'preference' },
      seen: { lifetime: 400 * day },
      found: true,
    },
    {
      title: 'authentication for a week',
      declared: { duration: '7 days', exemption: 'authentication' },
      seen: { lifetime: 7 * day },
      found: true,
    },
    {
      title: 'user input for two days',
      declared: { duration: '2 days', exemption: 'user-input' },
      seen: { lifetime: 2 * day },
      found: true,
    },
    {
      title: 'local storage without an end',
      declared: { duration: 'persistent', storage: 'localStorage' },
      seen: { storage: 'localStorage', lifetime: 'persistent' },
      found: true,
    },
    {
      title: 'two years, and no exemption',
      declared: { duration: '2 years', storage: 'localStorage' },
      seen: { storage: 'localStorage', lifetime: 'persistent' },
      found: true,
    },
    {
      title: 'an optional one',
      declared: { duration: '400 days', category: 'statistics' },
      seen: { lifetime: 400 * day, granted: ['statistics'] },
      found: false,
    },
    {
      title: 'security for a year',
      declared: { duration: '1 year', exemption: 'security' },
      seen: { lifetime: 365 * day },
      found: false,
    },
    {
      title: 'a language for a week',
      declared: { duration: '7 days', exemption: 'preference' },
      seen: { lifetime: 7 * day },
      found: false,
    },
    { title: 'a session', declared: { exemption: 'media-player' }, seen: {}, found: false },
  ],
  'wide-wildcard': [
    { title: 'one letter', declared: { name: 'a*' }, seen: {}, found: true },
    {
      title: 'a prefix of RFC 6265bis is no name',
      declared: { name: '__Host-*' },
      seen: { name: '__Host-abc' },
      found: true,
    },
    { title: 'separators are no letters', declared: { name: '_*-.*' }, seen: { name: '_1-.2' }, found: true },
    { title: 'three letters', declared: { name: 'abc*' }, seen: { name: 'abcdef' }, found: false },
    { title: 'no wildcard', seen: {}, found: false },
  ],
};

for (const rule of ruleIds)
  for (const { title, declared, seen: fields, options, found, also = [] } of cases[rule])
    test(`${rule} ${found ? 'finds' : 'leaves alone'}: ${title}`, () => {
      const expected = [...also, ...(found ? [rule] : [])].sort();
      assert.deepEqual([...idsOf([cookie(declared)], fields ? [seen(fields)] : [], options)].sort(), expected);
    });

test('every rule says of what severity it is, what to do, and what was expected and seen', () => {
  for (const rule of ruleIds) {
    const { declared, seen: fields, options } = cases[rule].find(({ found }) => found)!;
    const finding = find([cookie(declared)], fields ? [seen(fields)] : [], options).find(
      (finding) => finding.rule === rule,
    )!;
    assert.equal(finding.severity, rules[rule].severity);
    assert.equal(finding.help, rules[rule].help);
    for (const text of [finding.name, finding.storage, finding.expected, finding.observed]) assert.match(text, /\S/);
  }
});

test('what a browser cut is told beside what was asked for', () => {
  const [{ expected, observed } = {}] = find(
    [cookie({ duration: '13 months' })],
    [seen({ lifetime: 400 * day, asked: 3 * 365 * day })],
  );
  assert.deepEqual(
    [expected, observed],
    ['at most 13 months', '1095 days asked for, of which the browser keeps 400 days'],
  );
});

test('the same cookie seen twice is one, with its longest life; another host, path or partition is another', () => {
  const week = [cookie({ duration: '7 days' })];
  assert.deepEqual(idsOf(week, [seen({ lifetime: day }), seen({ lifetime: 30 * day })]), ['overstays']);
  for (const other of [{ domain: 'www.shop.test' }, { path: '/admin' }, { partition: 'https://ads.test' }])
    assert.deepEqual(idsOf(week, [seen({ lifetime: 30 * day }), seen({ lifetime: 30 * day, ...other })]), [
      'overstays',
      'overstays',
    ]);
});

test('a name falls under its most specific declaration alone', () => {
  const declared = [cookie({ name: 'dev*', duration: '7 days' }), cookie({ name: 'device', duration: '30 days' })];
  assert.deepEqual(
    idsOf(declared, [seen({ name: 'device', lifetime: 30 * day }), seen({ name: 'dev1', lifetime: 7 * day })]),
    [],
  );
});

test('of equal names the one of the right party counts', () => {
  const declared = [cookie({ duration: '7 days' }), cookie({ party: 'third', domain: 'ads.test' })];
  assert.deepEqual(idsOf(declared, [seen({ lifetime: 7 * day }), seen({ party: 'third', domain: 'ads.test' })]), []);
});

test('a waived finding stays, with its reason', () => {
  const reason = 'Agreed on 3 November.';
  const waived = (waiver: object) =>
    find(
      [cookie({ name: 'dev*' })],
      [seen({ name: 'device', lifetime: day })],
      {},
      { waivers: [{ rule: 'session-but-persistent', reason, ...waiver }] },
    )[0]?.waived;
  for (const name of ['device', 'dev*', 'd*']) assert.equal(waived({ name }), reason);
  assert.equal(waived({ name: 'devi' }), undefined);
  assert.equal(waived({ name: 'device', rule: 'overstays' }), undefined);
});

test('a waiver with an invalid name waives nothing, whatever is declared by that name', () => {
  for (const name of ['*', '**', ''])
    assert.deepEqual(
      audit({ cookies: [cookie({ name })], waivers: [{ rule: 'unobserved', name, reason: 'Rare' }] }, [])
        .filter(({ rule }) => rule === 'unobserved')
        .map(({ waived }) => waived),
      [undefined],
    );
});

test('a waiver that lacks its reason, or is no object, is a problem of the manifest', () => {
  const { problems } = parseManifest({
    cookies: [],
    waivers: [{ rule: 'capped', name: 'a' }, 'capped', { rule: 'Capped!', name: '*', reason: ' ' }],
  });
  assert.deepEqual(
    problems.map(({ path }) => path),
    ['waivers[0].reason', 'waivers[1]', 'waivers[2].rule', 'waivers[2].name', 'waivers[2].reason'],
  );
  assert.deepEqual(idsOf([cookie()], [seen()], {}, { waivers: ['capped', null] }), []);
});

test('findings come frozen, the most severe first, in the order of the rules', () => {
  const findings = find(
    [cookie({ name: 'b', duration: '3 years' }), cookie({ httpOnly: true })],
    [seen({ httpOnly: false, secure: false }), seen({ name: 'c' })],
  );
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['undeclared', 'http-only', 'insecure', 'long-for-exemption', 'unobserved', 'capped'],
  );
  assert.ok(Object.isFrozen(findings) && findings.every(Object.isFrozen));
});

test('a parsed manifest will do, and what is none is refused', () => {
  assert.deepEqual(audit(parseManifest({ cookies: [cookie()] }), [seen()]), []);
  assert.throws(() => audit([], []), { name: 'ManifestError' });
});
