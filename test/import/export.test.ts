/** What is exported, field by field, and read again: the built command, and parsers that are not the project's own. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parse } from 'csv-parse/sync';
import { readExport } from '../../src/import/exports/index.js';
import { file, folder, root, run, type Ran } from '../audit/command.js';

const manifest = {
  revision: '2026-11-01',
  language: 'en',
  site: { name: { en: 'Shop', de: 'Laden' } },
  categories: { statistics: { label: 'Statistics' } },
  cookies: [
    {
      name: 'sid',
      purpose: { en: 'Keeps you signed in.', de: 'Hält Sie angemeldet.' },
      duration: 'session',
      httpOnly: true,
      exemption: 'authentication',
    },
    {
      name: 'device_*',
      purpose: 'Knows "this" device, again',
      duration: '3 years',
      domain: '*.shop.test',
      path: '/shop',
      httpOnly: false,
    },
    { name: '-odd', purpose: '=1+1', duration: 'PT30M', provider: '@Home' },
    { name: "'=quoted", purpose: "'plain\nof two lines", duration: '13 months' },
    {
      name: '_stat',
      purpose: 'Counts visits.',
      duration: '1 year',
      provider: { name: 'Stats Ltd', url: 'https://stats.test/privacy' },
      category: 'statistics',
      party: 'third',
      domain: 'stats.test',
    },
    { name: 'filters', purpose: 'Keeps filters.', duration: 'persistent', storage: 'localStorage' },
    { name: 'articles', purpose: 'Keeps articles.', duration: '30 days', storage: 'indexedDB' },
    { name: 'pages-v1', purpose: 'Keeps pages.', duration: 'persistent', storage: 'cacheStorage' },
    {
      name: 'stats.test/collect',
      purpose: 'Counts clicks.',
      duration: 'session',
      category: 'statistics',
      storage: 'beacon',
      party: 'third',
      domain: 'stats.test',
    },
  ],
};
const path = file('exported.json', manifest);
const exported = (to: string, ...more: readonly string[]): Promise<Ran> => run(['export', path, '--to', to, ...more]);

test('csv holds every field of every row, as a parser of CSV reads it', async () => {
  const { code, stdout, stderr } = await exported('csv');
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.ok(stdout.split('\r\n').length === 11 && stdout.endsWith('\r\n'), 'lines end as RFC 4180 has it');
  const [header, ...rows] = parse(stdout, { record_delimiter: '\r\n' }) as readonly string[][];
  assert.deepEqual(header, [
    'name',
    'purpose',
    'duration',
    'provider',
    'provider url',
    'category',
    'party',
    'storage',
    'domain',
    'path',
    'httpOnly',
    'exemption',
  ]);
  assert.deepEqual(rows, [
    [
      'sid',
      'Keeps you signed in.',
      'session',
      'Shop',
      '',
      'essential',
      'first',
      'cookie',
      '',
      '/',
      'true',
      'authentication',
    ],
    [
      'device_*',
      'Knows "this" device, again',
      '3 years',
      'Shop',
      '',
      'essential',
      'first',
      'cookie',
      '*.shop.test',
      '/shop',
      'false',
      '',
    ],
    ["'-odd", "'=1+1", '30 minutes', "'@Home", '', 'essential', 'first', 'cookie', '', '/', '', ''],
    ["''=quoted", "'plain\nof two lines", '13 months', 'Shop', '', 'essential', 'first', 'cookie', '', '/', '', ''],
    [
      '_stat',
      'Counts visits.',
      '1 year',
      'Stats Ltd',
      'https://stats.test/privacy',
      'statistics',
      'third',
      'cookie',
      'stats.test',
      '/',
      '',
      '',
    ],
    ['filters', 'Keeps filters.', 'persistent', 'Shop', '', 'essential', 'first', 'localStorage', '', '/', '', ''],
    ['articles', 'Keeps articles.', '30 days', 'Shop', '', 'essential', 'first', 'indexedDB', '', '/', '', ''],
    ['pages-v1', 'Keeps pages.', 'persistent', 'Shop', '', 'essential', 'first', 'cacheStorage', '', '/', '', ''],
    [
      'stats.test/collect',
      'Counts clicks.',
      'session',
      'Shop',
      '',
      'statistics',
      'third',
      'beacon',
      'stats.test',
      '/',
      '',
      '',
    ],
  ]);
});

test('csv is read again as it was written', async () => {
  const { stdout } = await exported('csv');
  const source = readExport(stdout);
  assert.deepEqual(source?.remarks, []);
  const own = { provider: 'Shop', category: 'essential', party: 'first', storage: 'cookie' };
  const other = { provider: 'Shop', category: 'statistics', party: 'third', domain: 'stats.test' };
  assert.deepEqual(
    source?.cookies.map(({ at: _at, ...cookie }) => cookie),
    [
      {
        ...own,
        name: 'sid',
        purpose: 'Keeps you signed in.',
        duration: 'session',
        httpOnly: true,
        exemption: 'authentication',
      },
      {
        ...own,
        name: 'device_*',
        purpose: 'Knows "this" device, again',
        duration: '3 years',
        domain: '*.shop.test',
        path: '/shop',
        httpOnly: false,
      },
      { ...own, name: '-odd', purpose: '=1+1', duration: '30 minutes', provider: '@Home' },
      { ...own, name: "'=quoted", purpose: "'plain\nof two lines", duration: '13 months' },
      {
        ...other,
        name: '_stat',
        purpose: 'Counts visits.',
        duration: '1 year',
        provider: 'Stats Ltd',
        providerUrl: 'https://stats.test/privacy',
        storage: 'cookie',
      },
      { ...own, name: 'filters', purpose: 'Keeps filters.', duration: 'persistent', storage: 'localStorage' },
      { ...own, name: 'articles', purpose: 'Keeps articles.', duration: '30 days', storage: 'indexedDB' },
      { ...own, name: 'pages-v1', purpose: 'Keeps pages.', duration: 'persistent', storage: 'cacheStorage' },
      { ...other, name: 'stats.test/collect', purpose: 'Counts clicks.', duration: 'session', storage: 'beacon' },
    ],
  );
  assert.deepEqual(readExport(stdout, 'csv'), source);
});

test('cells of csv that cannot be read are reported by row, and the rest is kept', () => {
  const source = readExport(
    'name,purpose,duration,provider,provider url,category,party,storage,domain,path,httpOnly,exemption\r\nabc,Why.,session,Shop,,essential,second,drawer,a b,nowhere,maybe,none\r\n,Nameless.,session,Shop,,essential,first,cookie,,/,,\r\n',
  );
  assert.deepEqual(source?.cookies, [
    { at: 'line 2', name: 'abc', purpose: 'Why.', duration: 'session', provider: 'Shop', category: 'essential' },
  ]);
  assert.deepEqual(
    source?.remarks.map(({ kind, at, written }) => [kind, at, written]),
    [
      ...['drawer', 'second', 'a b', 'nowhere', 'maybe', 'none'].map((written) => ['lost', 'line 2', written]),
      ['lost', 'line 3', ' | Nameless. | session | Shop |  | essential | first | cookie |  | / |  | '],
    ],
  );
});

test('iab is the vendor’s disclosure of version 1.1', async () => {
  const { code, stdout, stderr } = await exported('iab');
  assert.equal(code, 0);
  const cookie = { type: 'cookie', cookieRefresh: false, purposes: [] };
  const web = { type: 'web', maxAgeSeconds: null, domains: ['*'], purposes: [] };
  assert.deepEqual(JSON.parse(stdout), {
    disclosures: [
      { ...cookie, identifier: 'sid', maxAgeSeconds: 0, domains: ['*'], description: 'Keeps you signed in.' },
      {
        ...cookie,
        identifier: 'device_*',
        maxAgeSeconds: 94_608_000,
        domains: ['*.shop.test'],
        description: 'Knows "this" device, again',
      },
      { ...cookie, identifier: '-odd', maxAgeSeconds: 1_800, domains: ['*'], description: '=1+1' },
      {
        ...cookie,
        identifier: "'=quoted",
        maxAgeSeconds: 34_164_000,
        domains: ['*'],
        description: "'plain\nof two lines",
      },
      {
        ...cookie,
        identifier: '_stat',
        maxAgeSeconds: 31_536_000,
        domains: ['stats.test'],
        purposes: [1],
        description: 'Counts visits.',
      },
      { ...web, identifier: 'filters', description: 'Keeps filters.' },
      { ...web, identifier: 'articles', description: 'Keeps articles.' },
      { ...web, identifier: 'pages-v1', description: 'Keeps pages.' },
    ],
    domains: [
      { domain: '*.shop.test', purposes: [] },
      { domain: 'stats.test', purposes: [1] },
    ],
  });
  assert.match(stderr, /^Note: Left out, as the form knows no beacons: stats\.test\/collect\.$/m);
  assert.match(stderr, /^Note: For any domain \("\*"\), .*: sid, -odd, '=quoted, filters, articles, pages-v1\.$/m);
  assert.match(stderr, /^Note: "cookieRefresh" is false, .*: sid, device_\*, -odd, '=quoted, _stat\.$/m);
  assert.match(stderr, /^Note: Only purpose 1 .*: _stat\.$/m);
});

test('iab takes the site’s own host, and texts in the language that is asked for', async () => {
  const { stdout, stderr } = await exported('iab', '--host', 'www.shop.test', '--lang', 'de');
  const { disclosures, domains } = JSON.parse(stdout) as {
    disclosures: { domains: string[]; description: string }[];
    domains: object[];
  };
  assert.deepEqual([disclosures[0]?.domains, disclosures[0]?.description], [['www.shop.test'], 'Hält Sie angemeldet.']);
  assert.deepEqual(domains[0], { domain: 'www.shop.test', purposes: [] });
  assert.doesNotMatch(stderr, /any domain/);
});

test('edpb has a knowledge base of cookies and one of local storage', async () => {
  const began = Date.now();
  const { code, stdout, stderr } = await exported('edpb', '--lang', 'de', '--host', 'www.shop.test');
  assert.equal(code, 0);
  const bases = JSON.parse(stdout) as {
    created_at: string;
    knowledges: { created_at: string; updated_at: string }[];
  }[];
  const times = bases.flatMap(({ created_at, knowledges }) => [
    created_at,
    ...knowledges.flatMap((one) => [one.created_at, one.updated_at]),
  ]);
  assert.ok(
    times.every((time) => Date.parse(time) >= began && Date.parse(time) <= Date.now()),
    times[0],
  );
  const base = { author: 'Laden', trustLevel: 'informative', used: true };
  const known = {
    category: 'essential',
    source: 'Laden',
    controller: 'Laden',
    date: '2026-11-01',
    policy: '',
    reference: '',
  };
  const cookie = { ...known, kind: 'cookie', wildcard_match: 0, domain: 'www.shop.test' };
  assert.deepEqual(
    bases.map(({ created_at: _made, knowledges, ...rest }) => ({
      ...rest,
      knowledges: knowledges.map(({ created_at: _made, updated_at: _kept, ...one }) => one),
    })),
    [
      {
        ...base,
        ...{ name: 'Laden (cookie)', category: 'cookie' },
        knowledges: [
          { ...cookie, name: 'sid', comment: 'Hält Sie angemeldet. (Sitzung)' },
          {
            ...cookie,
            name: 'device_',
            wildcard_match: 1,
            domain: '.shop.test',
            comment: 'Knows "this" device, again (3 Jahre)',
          },
          { ...cookie, name: '-odd', source: '@Home', controller: '@Home', comment: '=1+1 (30 Minuten)' },
          { ...cookie, name: "'=quoted", comment: "'plain\nof two lines (13 Monate)" },
          {
            ...cookie,
            name: '_stat',
            domain: 'stats.test',
            category: 'statistics',
            source: 'Stats Ltd',
            controller: 'Stats Ltd',
            policy: 'https://stats.test/privacy',
            comment: 'Counts visits. (1 Jahr)',
          },
        ],
      },
      {
        ...base,
        ...{ name: 'Laden (localstorage)', category: 'localstorage' },
        knowledges: [
          { ...known, kind: 'localstorage', key: 'filters', script: '', comment: 'Keeps filters. (Ohne Enddatum)' },
        ],
      },
    ],
  );
  assert.match(
    stderr,
    /^Note: Left out, .*: articles \(indexedDB\), pages-v1 \(cacheStorage\), stats\.test\/collect \(beacon\)\.$/m,
  );
});

test('edpb has names without the site’s where the manifest has none, and says so', async () => {
  const nameless = file('nameless.json', {
    cookies: [{ name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' }],
  });
  const { stdout, stderr } = await run(['export', nameless, '--to', 'edpb']);
  assert.deepEqual(
    (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name),
    ['cookie'],
  );
  assert.match(stderr, /no site\.name/);
});

test('--output writes a file, and the demo can be exported in every form', async () => {
  const output = join(folder, 'out.csv');
  const { code, stdout } = await exported('csv', '--output', output);
  assert.deepEqual({ code, stdout }, { code: 0, stdout: '' });
  assert.equal(readFileSync(output, 'utf8'), (await exported('csv')).stdout);
  for (const to of ['iab', 'edpb', 'csv'])
    assert.equal((await run(['export', `${root}demo/cookies.json`, '--to', to])).code, 0, to);
});

const misuses: { readonly [title: string]: { readonly args: readonly string[]; readonly says: RegExp } } = {
  'no manifest': {
    args: ['--to', 'csv'],
    says: /^No manifest was given: cookie-manifest export cookies\.json --to csv/,
  },
  'no form': { args: [path], says: /^Say for whom: --to with one of iab, edpb, csv\./ },
  'a form that is not there': { args: [path, '--to', 'xlsx'], says: /^--to is one of iab, edpb, csv, not "xlsx"\./ },
  'a form by the name of a method': {
    args: [path, '--to', 'toString'],
    says: /^--to is one of iab, edpb, csv, not "toString"\./,
  },
  'a language that is none': {
    args: [path, '--to', 'csv', '--lang', 'd e'],
    says: /^--lang is a language tag like "de", not "d e"\./,
  },
  'a host that nothing is done with': {
    args: [path, '--to', 'csv', '--host', 'shop.test'],
    says: /^--host is for iab and edpb: /,
  },
  'a host that is none': {
    args: [path, '--to', 'iab', '--host', 'https://shop.test/'],
    says: /^--host is a host like "example\.com", not "https:/,
  },
  'a manifest with problems': {
    args: [file('wrong.json', { cookies: [{ name: 'abc', purpose: 'Why.', duration: 'long' }] }), '--to', 'csv'],
    says: /^The manifest has problems\. .*\n.*wrong\.json:6:19 cookies\[0\]\.duration: /,
  },
};
for (const [title, { args, says }] of Object.entries(misuses))
  test(`wrong use reads well: ${title}`, async () => {
    const { code, stdout, stderr } = await run(['export', ...args]);
    assert.match(stderr, says);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
  });
