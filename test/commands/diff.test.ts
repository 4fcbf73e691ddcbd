/** What changed between two manifests: each kind of change by itself, whether it makes the notice due again, and how it is told. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { compareManifests, type Change, type Weight } from '../../src/cli/changes.js';
import { parseManifest, type ManifestInput } from '../../src/entries/index.js';
import { file, root, run } from '../command.js';

type Json = { readonly [key: string]: unknown };

const sid = { name: 'sid', purpose: 'Keeps you signed in.', duration: '30 minutes' };
const base = {
  revision: '1',
  site: { name: 'Example' },
  categories: { statistics: { label: 'Statistics', description: 'Counts visits.' } },
  cookies: [sid],
};
/** The manifest with other fields in it, or in its cookie. */
const manifest = (more: Json = {}) => ({ ...base, ...more });
const cookie = (more: Json = {}) => manifest({ cookies: [{ ...sid, ...more }] });
const changes = (old: object, now: object): readonly Change[] =>
  compareManifests(parseManifest(old), parseManifest(now)).changes;

/** One change each: from what to what, what it weighs, and what is told. */
const cases: {
  readonly [title: string]: readonly [
    old: object,
    now: object,
    weight: Weight,
    text: string,
    told?: readonly [string | undefined, string | undefined],
  ];
} = {
  'a cookie is added': [
    manifest({ cookies: [] }),
    cookie(),
    'renewing',
    'added',
    [undefined, 'Keeps you signed in. (30 minutes, Example, essential, cookie)'],
  ],
  'a cookie is removed': [
    cookie(),
    manifest({ cookies: [] }),
    'visible',
    'removed',
    ['Keeps you signed in. (30 minutes, Example, essential, cookie)', undefined],
  ],
  'kept longer': [cookie(), cookie({ duration: 'P1Y' }), 'renewing', 'kept longer', ['30 minutes', '1 year']],
  'kept longer than the session': [
    cookie({ duration: 'session' }),
    cookie(),
    'renewing',
    'kept longer',
    ['until the browser is closed', '30 minutes'],
  ],
  'kept until deleted': [
    cookie({ storage: 'localStorage' }),
    cookie({ storage: 'localStorage', duration: 'persistent' }),
    'renewing',
    'kept longer',
    ['30 minutes', 'until it is deleted'],
  ],
  'kept shorter': [
    cookie(),
    cookie({ duration: '29 minutes' }),
    'visible',
    'kept shorter',
    ['30 minutes', '29 minutes'],
  ],
  'kept for the session alone': [
    cookie({ duration: '1 day' }),
    cookie({ duration: 'session' }),
    'visible',
    'kept shorter',
    ['1 day', 'until the browser is closed'],
  ],
  'kept for a session, which may be longer': [
    cookie(),
    cookie({ duration: 'session' }),
    'renewing',
    'kept for a time that cannot be compared',
    ['30 minutes', 'until the browser is closed'],
  ],
  'a name that a wildcard told': [
    cookie({ name: 'sid*' }),
    manifest({
      cookies: [
        { ...sid, name: 'sid*' },
        { ...sid, duration: '20 minutes' },
      ],
    }),
    'visible',
    'added, as sid* told already',
  ],
  'a name of which a wildcard told something else': [
    cookie({ name: 'sid*' }),
    manifest({
      cookies: [
        { ...sid, name: 'sid*' },
        { ...sid, duration: '1 year' },
      ],
    }),
    'renewing',
    'added',
  ],
  'a name that a wildcard told of another host': [
    cookie({ name: 'sid*', domain: 'www.example.com' }),
    manifest({
      cookies: [
        { ...sid, name: 'sid*', domain: 'www.example.com' },
        { ...sid, domain: 'example.com' },
      ],
    }),
    'renewing',
    'added',
  ],
  'a name that goes under a wildcard that tells the same': [
    manifest({ cookies: [{ ...sid, name: 'sid*' }, sid] }),
    cookie({ name: 'sid*' }),
    'visible',
    'removed',
  ],
  'a name that goes under a wildcard that tells something else': [
    manifest({ cookies: [{ ...sid, name: 'sid*', duration: '1 year' }, sid] }),
    cookie({ name: 'sid*', duration: '1 year' }),
    'renewing',
    'removed, and sid* tells something else of it',
  ],
  'no word about scripts any more': [
    cookie({ httpOnly: false }),
    cookie(),
    'unseen',
    'no longer said whether scripts can read it',
    ['false', undefined],
  ],
  'as long, in another unit': [
    cookie(),
    cookie({ duration: '1800 seconds' }),
    'visible',
    'kept as long, in other words',
    ['30 minutes', '1,800 seconds'],
  ],
  'a time that cannot be read': [
    cookie(),
    cookie({ duration: 'a while' }),
    'renewing',
    'kept for a time that cannot be compared',
    ['30 minutes', 'a while'],
  ],
  'another purpose': [
    cookie(),
    cookie({ purpose: 'Follows you.' }),
    'renewing',
    'purpose reworded',
    ['Keeps you signed in.', 'Follows you.'],
  ],
  'the purpose in other quotes': [
    cookie({ purpose: 'Keeps "you" - signed in' }),
    cookie({ purpose: 'Keeps \u201cyou\u201d \u2013\u00a0signed in.' }),
    'visible',
    'purpose written in other characters',
  ],
  'a translation is added': [
    cookie(),
    cookie({ purpose: { en: sid.purpose, de: 'Hält Sie angemeldet.' } }),
    'visible',
    'purpose in de added',
    [undefined, 'Hält Sie angemeldet.'],
  ],
  'a translation is reworded': [
    cookie({ purpose: { en: 'A', de: 'B' } }),
    cookie({ purpose: { en: 'A', de: 'C' } }),
    'visible',
    'purpose in de reworded',
    ['B', 'C'],
  ],
  'a translation is removed': [
    cookie({ purpose: { en: 'A', de: 'B' } }),
    cookie({ purpose: 'A' }),
    'visible',
    'purpose in de removed',
    ['B', undefined],
  ],
  'another provider': [cookie(), cookie({ provider: 'Other' }), 'renewing', 'provider reworded', ['Example', 'Other']],
  'a link to the provider': [
    cookie(),
    cookie({ provider: { name: 'Example', url: '/about' } }),
    'visible',
    "another address of the provider's",
    [undefined, '/about'],
  ],
  'another party': [cookie(), cookie({ party: 'third' }), 'renewing', 'another party', ['first', 'third']],
  'another category': [
    cookie(),
    cookie({ category: 'statistics' }),
    'renewing',
    'another category',
    ['essential', 'statistics'],
  ],
  'another storage': [
    cookie(),
    cookie({ storage: 'localStorage' }),
    'renewing',
    'another storage',
    ['cookie', 'localStorage'],
  ],
  'a domain where there was none': [
    cookie(),
    cookie({ domain: 'example.com' }),
    'renewing',
    'another domain',
    ["the page's host", 'example.com'],
  ],
  'a wider domain': [
    cookie({ domain: 'www.example.com' }),
    cookie({ domain: '*.example.com' }),
    'renewing',
    'a wider domain',
  ],
  'a narrower domain': [
    cookie({ domain: '*.example.com' }),
    cookie({ domain: 'example.com' }),
    'visible',
    'a narrower domain',
  ],
  'another domain with the same end': [
    cookie({ domain: '*.example.com' }),
    cookie({ domain: 'badexample.com' }),
    'renewing',
    'another domain',
  ],
  'another exemption': [
    cookie({ exemption: 'security' }),
    cookie({ exemption: 'authentication' }),
    'renewing',
    'another reason to need no consent',
    ['security', 'authentication'],
  ],
  'an exemption': [cookie(), cookie({ exemption: 'security' }), 'visible', 'a reason to need no consent'],
  httpOnly: [cookie(), cookie({ httpOnly: true }), 'unseen', 'said to be hidden from scripts', [undefined, 'true']],
  'another path': [cookie(), cookie({ path: '/shop' }), 'unseen', 'another path', ['/', '/shop']],
  'an unknown field': [cookie(), cookie({ vendor: 7 }), 'unseen', 'another "vendor"', [undefined, '7']],
  'another name of the site': [
    cookie(),
    manifest({ site: { name: 'Other' } }),
    'renewing',
    'name reworded',
    ['Example', 'Other'],
  ],
  'another policy page': [
    cookie(),
    manifest({ site: { name: 'Example', policyUrl: '/cookies' } }),
    'visible',
    'another address of the policy page',
    [undefined, '/cookies'],
  ],
  'other contacts': [
    cookie(),
    manifest({ site: { name: 'Example', contacts: [{ name: 'Example B.V.', email: 'a@example.com' }] } }),
    'visible',
    'other contacts',
    [undefined, 'Example B.V., a@example.com'],
  ],
  'a category is added': [
    manifest({ categories: {} }),
    manifest(),
    'visible',
    'category added',
    [undefined, 'Statistics'],
  ],
  'another label': [
    cookie(),
    manifest({ categories: { statistics: { label: 'Numbers', description: 'Counts visits.' } } }),
    'visible',
    'label reworded',
  ],
  'another description of a category that nothing is in': [
    cookie(),
    manifest({ categories: { statistics: { label: 'Statistics', description: 'Other.' } } }),
    'visible',
    'description reworded',
  ],
  'another description of a category in use': [
    cookie({ category: 'statistics' }),
    {
      ...cookie({ category: 'statistics' }),
      categories: { statistics: { label: 'Statistics', description: 'Other.' } },
    },
    'renewing',
    'description reworded',
  ],
  'another order': [
    manifest({ cookies: [sid, { ...sid, name: 'b' }] }),
    manifest({ cookies: [{ ...sid, name: 'b' }, sid] }),
    'unseen',
    'in another order',
  ],
  waivers: [
    cookie(),
    manifest({ waivers: [{ rule: 'undeclared', name: 'x', reason: 'Soon gone.' }] }),
    'unseen',
    'other waivers',
    [undefined, 'undeclared, x, Soon gone.'],
  ],
  'an unknown key': [cookie(), manifest({ extra: true }), 'unseen', 'other', [undefined, 'true']],
};
for (const [title, [old, now, weight, text, told]] of Object.entries(cases))
  test(`${title}: ${weight}`, () => {
    const found = changes(old, now);
    assert.deepEqual(
      found.map((change) => [change.weight, change.text]),
      [[weight, text]],
    );
    if (told) assert.deepEqual([found[0]!.old, found[0]!.new], told);
    assert.equal(compareManifests(parseManifest(old), parseManifest(now)).mustRenew, weight === 'renewing');
  });

/** The same, written in another way. */
const same: { readonly [title: string]: readonly [object, object] } = {
  'an ISO duration': [cookie(), cookie({ duration: 'PT30M' })],
  'a default that is written out': [
    cookie(),
    cookie({ category: 'essential', party: 'first', storage: 'cookie', path: '/', provider: 'Example' }),
  ],
  'a field that is hoisted to the defaults': [
    cookie({ provider: 'Other', party: 'third' }),
    { ...base, defaults: { provider: 'Other', party: 'third' } },
  ],
  'a plain text as a map': [cookie(), cookie({ purpose: { en: sid.purpose } })],
  'the keys of a map in another order': [
    cookie({ purpose: { en: 'A', de: 'B' } }),
    cookie({ purpose: { de: 'B', en: 'A' } }),
  ],
  'the language that is the default': [cookie(), manifest({ language: 'en' })],
};
for (const [title, [old, now]] of Object.entries(same))
  test(`no change: ${title}`, () => assert.deepEqual(changes(old, now), []));

test('a renamed cookie is removed and added, and a wildcard is another name', () => {
  assert.deepEqual(
    changes(cookie(), cookie({ name: 'sid*' })).map(({ kind, name }) => [kind, name]),
    [
      ['added', 'sid*'],
      ['removed', 'sid'],
    ],
  );
});

test('cookies of one name are told apart by storage and domain', () => {
  const two = [sid, { ...sid, storage: 'localStorage' }, { ...sid, domain: 'example.com' }];
  assert.deepEqual(
    changes(manifest({ cookies: two }), manifest({ cookies: two.with(1, { ...two[1]!, duration: '20 minutes' }) })).map(
      ({ text }) => text,
    ),
    ['kept shorter'],
  );
  assert.deepEqual(
    changes(manifest({ cookies: two }), cookie()).map(({ kind }) => kind),
    ['removed', 'removed'],
  );
});

test('a manifest in another language is compared in the old one', () => {
  const old = { ...cookie(), language: 'en' };
  const kept = {
    ...cookie({ purpose: { en: sid.purpose, de: 'Hält Sie angemeldet.' } }),
    language: 'de',
    site: { name: { en: 'Example' } },
    categories: { statistics: { label: { en: 'Statistics' }, description: { en: 'Counts visits.' } } },
  };
  assert.equal(compareManifests(parseManifest(old), parseManifest(kept)).mustRenew, false);
  assert.equal(
    compareManifests(
      parseManifest(old),
      parseManifest({ ...kept, cookies: [{ ...sid, purpose: 'Hält Sie angemeldet.' }] }),
    ).mustRenew,
    true,
  );
});

const old = file('old.json', cookie());
const longer = (revision: string) => file(`longer-${revision}.json`, { ...cookie({ duration: '1 year' }), revision });

test('exit 1 only where the revision must change and did not', async () => {
  const codes = await Promise.all(
    [
      longer('1'),
      longer('2'),
      file('shorter.json', cookie({ duration: '20 minutes' })),
      file('renewed.json', { ...cookie(), revision: '2' }),
      old,
    ].map(async (now) => {
      const { code, stdout } = await run(['diff', old, now]);
      return [code, stdout.trim().split('\n').at(-1)];
    }),
  );
  assert.deepEqual(codes, [
    [1, 'The revision must change, so that the notice is due again; it is still 1.'],
    [0, 'The revision had to change, and did: it is 2.'],
    [0, 'The revision need not change.'],
    [0, 'The revision changed to 2, so the notice is due again; it need not have been.'],
    [0, 'Nothing changed.'],
  ]);
});

test('what weighs most comes first, with old and new values in words', async () => {
  const now = file('several.json', {
    ...cookie({ duration: 'P1Y', httpOnly: true, purpose: { en: sid.purpose, de: 'Hält Sie\nangemeldet.' } }),
  });
  const { stdout } = await run(['diff', old, now]);
  assert.equal(
    stdout,
    `What visitors were told no longer holds:
  ~ sid: kept longer: 30 minutes → 1 year

Visitors read something else, and what they were told still holds:
  + sid: purpose in de added: Hält Sie angemeldet.

Visitors do not see:
  ~ sid: said to be hidden from scripts: none → true

The revision must change, so that the notice is due again; it is still 1.
`,
  );
});

test('--json gives the changes and the verdict', async () => {
  const now = longer('1');
  const { code, stdout } = await run(['diff', old, now, '--json']);
  assert.equal(code, 1);
  assert.deepEqual(JSON.parse(stdout), {
    old: { file: old, revision: '1' },
    new: { file: now, revision: '1' },
    changes: [
      {
        kind: 'changed',
        weight: 'renewing',
        part: 'cookies',
        name: 'sid',
        field: 'duration',
        text: 'kept longer',
        old: '30 minutes',
        new: '1 year',
      },
    ],
    mustRenew: true,
    renewed: false,
    failed: true,
  });
});

test('problems of either manifest are said on stderr', async () => {
  const flawed = file('flawed.json', { ...cookie({ storage: 'pocket' }) } satisfies Json);
  const { stderr } = await run(['diff', flawed, old]);
  assert.match(stderr, /flawed\.json:\d+:\d+ cookies\[0\]\.storage: /);
});

for (const args of [[], [old], [old, old, old]])
  test(`${args.length} manifests are not two`, async () => {
    const { code, stderr } = await run(['diff', ...args]);
    assert.match(stderr, /^Two manifests are compared: cookie-manifest diff old\.json new\.json\n/);
    assert.equal(code, 2);
  });

test('the demo is its own equal', async () => {
  assert.deepEqual(await run(['diff', `${root}demo/cookies.json`, `${root}demo/cookies.json`]), {
    code: 0,
    stdout: 'Nothing changed.\n',
    stderr: '',
  });
});

// The table's manifests are of the shape that editors check too.
base satisfies ManifestInput;
