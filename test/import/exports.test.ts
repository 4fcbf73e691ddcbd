/** Files that other tools wrote, read field by field. The fixtures are our own words in the others' forms. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { matchesName } from '../../src/manifest/match-name.js';
import { amountOf, leastAmount, spanOf } from '../../src/import/exports/amounts.js';
import { readCookiesTxt } from '../../src/import/exports/cookies-txt.js';
import { guessSite } from '../../src/import/exports/har.js';
import { exportForms, lookUp, readDatabase, readExport, type ExportForm } from '../../src/import/exports/index.js';
import { Pattern } from '../../src/import/exports/literals.js';
import { wildcardsOf } from '../../src/import/exports/wildcards.js';
import type { FoundCookie, Source } from '../../src/import/found.js';

const fixture = (name: string) => readFileSync(new URL(`exports/${name}`, import.meta.url), 'utf8');
const formOf: { readonly [file: string]: ExportForm } = {
  'onetrust.csv': 'onetrust',
  'onetrust.json': 'onetrust',
  'cookiebot.csv': 'cookiebot',
  'cookiebot.json': 'cookiebot',
  'cookiebot-cc.js': 'cookiebot',
  'cookieyes.csv': 'cookieyes',
  'cookieyes.json': 'cookieyes',
  'visit.har': 'har',
  'cookies.txt': 'cookies-txt',
  'database.csv': 'database',
  'vanilla3.html': 'config',
  'vanilla2.js': 'config',
  'klaro.js': 'config',
  'klaro.json': 'config',
  'orejime.mjs': 'config',
};

function read(file: string): Source {
  const source = readExport(fixture(file));
  assert.ok(source, `${file} is none of the forms`);
  return source;
}

/** The remarks by kind and place, for what is to be said and nothing else. */
const said = ({ remarks }: Source) => remarks.map(({ kind, at }) => `${kind} ${at}`).sort();

function check(file: string, cookies: readonly FoundCookie[], remarks: readonly string[]): void {
  test(`${file} is read cell by cell`, () => {
    const source = read(file);
    assert.deepEqual(source.cookies, cookies);
    assert.deepEqual(said(source), [...remarks].sort());
  });
}

for (const [file, form] of Object.entries(formOf))
  test(`${file} is told by its content, and as ${form} alone`, () => {
    assert.deepEqual(readExport(fixture(file), form)?.cookies, read(file).cookies);
    const other = exportForms.find((name) => name !== form && name !== 'onetrust')!;
    assert.throws(
      () => readExport(fixture(file), other),
      ({ message }: Error) => /^This is not an? .*It looks like/.test(message) && message.includes(`"${form}"`),
    );
  });

check(
  'onetrust.csv',
  [
    {
      at: 'line 2',
      name: 'basket_id',
      purpose: 'Keeps what you put into the basket.',
      duration: '14 days',
      category: 'Strictly Necessary Cookies',
      party: 'first',
      domain: '*.shop.example',
      httpOnly: true,
    },
    {
      at: 'line 4',
      name: 'ad_seen',
      purpose: 'Counts how often an advert was shown.',
      duration: 'Session',
      category: 'Targeting Cookies',
      party: 'third',
      domain: 'ads.example.net',
      httpOnly: false,
    },
    {
      at: 'line 7',
      name: 'lang',
      purpose: 'Remembers the language.',
      duration: '1 year',
      provider: 'not a host!',
      category: 'Functional Cookies',
      party: 'first',
      httpOnly: false,
    },
  ],
  ['note line 1', 'lost line 6', 'doubt line 7'],
);

test('the columns of a list may have any order, other names and other separators', () => {
  const written = (columns: readonly number[], separator: string, headers: readonly string[]) => {
    const cells = ['sid', 'Keeps you signed in.', '2 years', 'shop.example'];
    return `\uFEFF${[headers, cells].map((row) => columns.map((column) => row[column]).join(separator)).join('\r\n')}\r\n`;
  };
  for (const headers of [
    ['Cookie', 'Purpose', 'Lifespan', 'Host'],
    ['Cookie Name', 'Beschreibung', 'Speicherdauer', 'Domain'],
    ['Nombre', 'Finalidad', 'Duración', 'Dominio'],
    ['Nom', 'Finalité', 'Durée', 'Domaine'],
    ['名称', '目的', '有效期', '域名'],
  ])
    for (const [columns, separator] of [
      [[0, 1, 2, 3], ','],
      [[3, 2, 1, 0], ';'],
      [[2, 0, 3, 1], '\t'],
    ] as const) {
      const source = readExport(written(columns, separator, headers));
      assert.deepEqual(
        source?.cookies,
        [{ at: 'line 2', name: 'sid', purpose: 'Keeps you signed in.', duration: '2 years', domain: 'shop.example' }],
        headers.join(separator),
      );
    }
});

check(
  'onetrust.json',
  [
    {
      at: 'Groups[0].FirstPartyCookies[0]',
      name: 'basket_id',
      purpose: 'Keeps the basket.',
      duration: '2 years',
      category: 'Strictly Necessary Cookies',
      categoryText: 'The shop does not work without them.',
      party: 'first',
      domain: 'shop.example',
    },
    {
      at: 'Groups[0].FirstPartyCookies[1]',
      name: 'flash',
      duration: 'session',
      category: 'Strictly Necessary Cookies',
      categoryText: 'The shop does not work without them.',
      party: 'first',
      domain: '*.shop.example',
    },
    {
      at: 'Groups[1].Hosts[0].Cookies[0]',
      name: 'ad_seen',
      purpose: 'Shows adverts elsewhere.',
      duration: '29 days',
      provider: 'Example Ads',
      category: 'Targeting Cookies',
      categoryText: 'Adverts.',
      party: 'third',
      domain: 'ads.example.net',
    },
    {
      at: 'Groups[1].Hosts[0].Cookies[1]',
      name: 'ad_tick',
      purpose: 'Ticks.',
      provider: 'Example Ads',
      category: 'Targeting Cookies',
      categoryText: 'Adverts.',
      party: 'third',
      domain: 'ads.example.net',
    },
  ],
  ['lost Groups[0].FirstPartyCookies[2]', 'doubt Groups[1].Hosts[0].Cookies[1]', 'lost Groups[2]'],
);

check(
  'cookiebot.csv',
  [
    {
      at: 'line 2',
      name: 'basket_id',
      purpose: 'Keeps the basket.',
      duration: '14 days',
      provider: 'shop.example',
      category: 'Necessary',
      storage: 'cookie',
    },
    {
      at: 'line 3',
      name: 'ui_mode',
      purpose: 'Remembers light or dark.',
      duration: 'Persistent',
      provider: 'shop.example',
      category: 'Preferences',
      storage: 'localStorage',
    },
    {
      at: 'line 4',
      name: 'hit.gif',
      purpose: 'Tells that an advert was seen.',
      duration: 'Session',
      provider: 'Example Ads',
      category: 'Marketing',
      storage: 'beacon',
    },
  ],
  ['note line 1'],
);

check(
  'cookiebot.json',
  [
    {
      at: 'cookies[0]',
      name: 'basket_id',
      purpose: 'Keeps the basket.',
      duration: '14 days',
      provider: 'shop.example',
      category: 'Necessary',
      storage: 'cookie',
      party: 'first',
      httpOnly: true,
    },
    {
      at: 'cookies[1]',
      name: 'ad_seen',
      purpose: 'Counts adverts.',
      duration: 'session',
      provider: 'ads.example.net',
      category: 'Marketing',
      storage: 'beacon',
      party: 'third',
      path: '/track',
      httpOnly: false,
    },
  ],
  ['lost cookies[2]'],
);

check(
  'cookiebot-cc.js',
  [
    {
      at: 'cookieTableNecessary[0]',
      name: 'basket_id',
      purpose: 'Keeps the basket.',
      duration: '14 days',
      provider: 'shop.example',
      category: 'Necessary',
      storage: 'cookie',
    },
    {
      at: 'cookieTablePreference[0]',
      name: 'ui_mode',
      purpose: 'Remembers light or dark.',
      duration: 'Persistent',
      provider: 'Toolkit & Co',
      providerUrl: 'https://toolkit.example/privacy',
      category: 'Preferences',
      storage: 'localStorage',
    },
  ],
  ['lost cookieTableNecessary[1]', 'lost cookieTableAdvertising'],
);

check(
  'cookieyes.csv',
  [
    {
      at: 'line 2',
      name: 'basket_id',
      purpose: 'Keeps the basket.',
      duration: '14 days',
      category: 'Necessary',
      domain: 'shop.example',
    },
    {
      at: 'line 3',
      name: 'visits',
      purpose: 'Counts visits, by page.',
      duration: '1 year 1 month',
      category: 'Analytics',
      domain: '*.shop.example',
    },
  ],
  ['lost line 4'],
);

check(
  'cookieyes.json',
  [
    {
      at: '[0].cookies[0]',
      name: 'basket_id',
      purpose: 'Keeps the basket.',
      duration: '14 days',
      category: 'Necessary',
      categoryText: 'Needed.',
      domain: '*.shop.example',
    },
    {
      at: '[1].cookies[0]',
      name: 'visits',
      purpose: 'Counts visits.',
      duration: '1 year',
      category: 'Analytics',
      domain: 'shop.example',
    },
  ],
  ['lost [0].cookies[1]', 'note categories'],
);

test('the settings in CookieYes’s own script are read as well', () => {
  const source = readExport(
    'window._ckyConfig = { _categories: [{ name: "Needed", slug: "necessary", isNecessary: !0, cookies: [{ cookieID: "sid", domain: ".shop.example" }] }] };',
  );
  assert.deepEqual(source?.cookies, [
    { at: '_categories[0].cookies[0]', name: 'sid', category: 'Needed', domain: '*.shop.example' },
  ]);
});

check(
  'visit.har',
  [
    { at: 'log.entries[0]', name: 'sid', duration: 'session', storage: 'cookie', party: 'first', httpOnly: true },
    {
      at: 'log.entries[0]',
      name: 'device',
      duration: '2 years',
      storage: 'cookie',
      party: 'first',
      domain: '*.example.co.uk',
      path: '/account',
      httpOnly: false,
    },
    { at: 'log.entries[0]', name: 'year', duration: '1 year', storage: 'cookie', party: 'first', httpOnly: false },
    { at: 'log.entries[0]', name: 'months', duration: '6 months', storage: 'cookie', party: 'first', httpOnly: false },
    { at: 'log.entries[0]', name: 'listed', duration: '30 minutes', storage: 'cookie', party: 'first', httpOnly: true },
    {
      at: 'log.entries[1]',
      name: 'ad',
      duration: '30 days',
      storage: 'cookie',
      party: 'third',
      domain: '*.example.net',
      httpOnly: false,
    },
    { at: 'log.entries[0]', name: 'script_made', storage: 'cookie', party: 'first' },
    { at: 'log.entries[1]', name: 'old', storage: 'cookie', party: 'third', domain: '*.example.net' },
    { at: 'log.entries[1]', name: 'sid2', storage: 'cookie', party: 'third', domain: '*.example.net' },
  ],
  [
    'lost log.entries[0]',
    'lost log.entries[2]',
    'note log.entries[0]',
    'doubt log.entries[0]',
    'doubt log.entries[1]',
    'doubt log.entries[1]',
  ],
);

test('a cookie that is set again is one, with its longest life, and that is said', () => {
  const entry = (maxAge: number) => ({
    startedDateTime: '2026-01-01T00:00:00Z',
    request: { url: 'https://shop.example/' },
    response: { headers: [{ name: 'Set-Cookie', value: `sid=1; Max-Age=${maxAge}` }] },
  });
  const source = readExport(JSON.stringify({ log: { entries: [entry(3_600), entry(86_400), entry(60)] } }))!;
  assert.deepEqual(
    source.cookies.map(({ name, duration }) => [name, duration]),
    [['sid', '1 day']],
  );
  assert.deepEqual(said(source), ['doubt log.entries[1]', 'doubt log.entries[2]']);
});

test('no value of a cookie is kept, whatever the form', () => {
  for (const file of Object.keys(formOf)) assert.doesNotMatch(JSON.stringify(read(file)), /s3cret/, file);
  assert.match(fixture('visit.har') + fixture('cookies.txt') + fixture('cookiebot.json'), /s3cret/);
});

test('signs that stand for more become *, and placeholders stay', () => {
  const bot = readExport(
    'Cookie,Provider,Expiry,Purpose,Initiator\ncnt_#,shop.example,1 day,Counts.,-\nad<slot>,shop.example,1 day,Shows.,-',
  )!;
  assert.deepEqual(
    [bot.cookies.map(({ name }) => name), said(bot)],
    [
      ['cnt_*', 'ad<slot>'],
      ['doubt line 2', 'note line 1'],
    ],
  );
  const trust = readExport(
    'Cookie,Host,Length (days)\ncnt_xxxxx,shop.example,730\nmaxx,shop.example,Session',
    'onetrust',
  )!;
  assert.deepEqual(
    [trust.cookies.map(({ name, duration }) => [name, duration]), said(trust)],
    [
      [
        ['cnt_*', '2 years'],
        ['maxx', 'Session'],
      ],
      ['doubt line 2'],
    ],
  );
});

test('of two columns that say the same the first counts, and the other is told', () => {
  const source = readExport(
    'Cookie,Purpose,Description,Duration\nsid,Signs in.,Signs in.,1 day\nlang,Language.,Remembers it.,1 year',
  )!;
  assert.deepEqual(
    source.cookies.map(({ name, purpose }) => [name, purpose]),
    [
      ['sid', 'Signs in.'],
      ['lang', 'Language.'],
    ],
  );
  assert.deepEqual(
    source.remarks.map(({ at, kind, written }) => [at, kind, written]),
    [['line 3', 'lost', 'Remembers it.']],
  );
});

test('a host’s site is guessed without a list', () => {
  for (const [host, site] of [
    ['www.shop.example', 'shop.example'],
    ['a.b.shop.co.uk', 'shop.co.uk'],
    ['shop.com.au', 'shop.com.au'],
    ['co.uk', 'co.uk'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
  ] as const)
    assert.equal(guessSite(host), site);
});

test('cookies.txt is read line by line', () => {
  const source = readCookiesTxt(fixture('cookies.txt'), Date.parse('2026-12-31T00:00:00Z'));
  assert.deepEqual(source.cookies, [
    { at: 'line 4', name: 'sid', duration: 'session', storage: 'cookie', domain: '*.shop.example', httpOnly: false },
    {
      at: 'line 5',
      name: 'device',
      duration: '60 days',
      storage: 'cookie',
      domain: 'www.shop.example',
      path: '/account',
      httpOnly: true,
    },
    { at: 'line 6', name: 'expired', storage: 'cookie', domain: 'www.shop.example', httpOnly: false },
  ]);
  assert.deepEqual(said(source), ['doubt line 5', 'doubt line 6', 'lost line 7']);
});

check(
  'database.csv',
  [
    {
      at: 'line 2',
      name: 'basket_id',
      purpose: 'Keeps the basket.',
      duration: '14 days',
      provider: 'Basket Ltd',
      providerUrl: 'https://basket.example/privacy',
      category: 'Functional',
      party: 'first',
    },
    {
      at: 'line 3',
      name: 'cnt_*',
      purpose: 'Counts visits.',
      duration: '1 year',
      provider: 'Counter Inc',
      category: 'Analytics',
      party: 'third',
      domain: 'counter.example',
    },
    {
      at: 'line 5',
      name: 'cnt_day_*',
      purpose: 'Counts days.',
      duration: '1 day',
      provider: 'Counter',
      category: 'Analytics',
    },
    {
      at: 'line 6',
      name: 'cnt_day_x',
      purpose: 'The exact one.',
      duration: '1 hour',
      provider: 'Counter Inc',
      category: 'Analytics',
      party: 'third',
      domain: 'counter.example',
    },
  ],
  ['doubt line 5', 'lost line 7'],
);

test('a name is looked up exactly, then by its longest beginning', () => {
  const entries = readDatabase(fixture('database.csv'));
  const purposes = ['basket_id', 'basket_id2', 'cnt_', 'cnt_a', 'cnt_day_y', 'cnt_day_x', 'xcnt_'].map(
    (name) => lookUp(entries, name)?.purpose,
  );
  assert.deepEqual(purposes, [
    'Keeps the basket.',
    undefined,
    'Counts visits.',
    'Counts visits.',
    'Counts days.',
    'The exact one.',
    undefined,
  ]);
  assert.throws(() => readDatabase('Name,Purpose\nsid,x'), /no file of the Open Cookie Database/);
});

check(
  'vanilla3.html',
  [
    {
      at: 'script 2: language.translations.en.preferencesModal.sections[1].cookieTable.body[0]',
      name: 'sid',
      purpose: 'Keeps you signed in.',
      duration: 'Session',
      category: 'necessary',
      categoryText: 'It does not work without.',
      domain: 'shop.example',
    },
    {
      at: 'script 2: language.translations.en.preferencesModal.sections[2].cookieTable.body[0]',
      name: 'cnt_*',
      purpose: 'Counts visits.',
      category: 'counting',
      categoryText: 'We count.',
    },
    {
      at: 'script 2: categories.counting.autoClear.cookies[1]',
      name: 'day',
      category: 'counting',
      categoryText: 'We count.',
    },
    {
      at: 'script 2: categories.counting.autoClear.cookies[2]',
      name: '/^(?!x)y/',
      category: 'counting',
      categoryText: 'We count.',
    },
    {
      at: 'script 2: categories.counting.services.chat.cookies[0]',
      name: 'chat',
      provider: 'Chat Ltd',
      category: 'counting',
      categoryText: 'We count.',
    },
    {
      at: 'script 2: categories.counting.services.chat.cookies[0]',
      name: 'talk',
      provider: 'Chat Ltd',
      category: 'counting',
      categoryText: 'We count.',
    },
  ],
  [
    ...[
      'note script 2: cookie.name',
      'lost script 2: language.translations.fr',
      'note script 2: language.translations',
    ],
    'lost script 2: language.translations.en.preferencesModal.sections[1].cookieTable',
    ...['', '', ''].map(
      () => 'lost script 2: language.translations.en.preferencesModal.sections[1].cookieTable.body[1]',
    ),
    'lost script 2: language.translations.en.preferencesModal.sections[2].cookieTable.body[1]',
    ...[
      'doubt script 2: categories.counting.autoClear.cookies[1]',
      'lost script 2: categories.counting.autoClear.cookies[2]',
      'doubt script 2: categories.counting.autoClear.cookies[2]',
    ],
    ...['', '', ''].map(() => 'doubt script 2: categories.counting.services.chat.cookies[0]'),
  ],
);

check(
  'vanilla2.js',
  [
    {
      at: 'languages.de.settings_modal.blocks[1].cookie_table[0]',
      name: 'sid',
      purpose: 'Hält die Anmeldung.',
      duration: 'Sitzung',
      category: 'necessary',
      categoryText: 'Ohne geht es nicht.',
      domain: 'shop.example',
    },
    {
      at: 'languages.de.settings_modal.blocks[2].cookie_table[0]',
      name: '*cnt_*',
      purpose: 'Zählt.',
      duration: '1 Jahr',
      provider: 'Zähl GmbH',
      category: 'counting',
      categoryText: 'Wir zählen.',
    },
  ],
  [
    'note languages',
    'doubt languages.de.settings_modal.blocks[1]',
    'doubt languages.de.settings_modal.blocks[2].cookie_table[0]',
    'lost languages.de.settings_modal.blocks[2].cookie_table[1]',
  ],
);

check(
  'klaro.js',
  [
    {
      at: 'services[0].cookies[0]',
      name: 'sid',
      purpose: 'Keeps you signed in.',
      provider: 'Sign-in',
      category: 'necessary',
    },
    {
      at: 'services[0].cookies[1]',
      name: 'remember',
      purpose: 'Keeps you signed in.',
      provider: 'Sign-in',
      category: 'necessary',
      domain: '*.shop.example',
      path: '/account',
    },
    {
      at: 'services[1].cookies[0]',
      name: 'cnt_*',
      purpose: 'Counts visits.',
      provider: 'Counter',
      category: 'Counting visits',
    },
    {
      at: 'services[1].cookies[1]',
      name: '_day*',
      purpose: 'Counts visits.',
      provider: 'Counter',
      category: 'Counting visits',
      domain: 'counter.example',
    },
    {
      at: 'services[1].cookies[3]',
      name: '/a(?=b)/',
      purpose: 'Counts visits.',
      provider: 'Counter',
      category: 'Counting visits',
    },
    {
      at: 'services[2].cookies[0]',
      name: 'chat-*',
      purpose: 'Lets you talk.',
      provider: 'Chat Ltd',
      category: 'Talking',
      categoryText: 'To talk to us.',
      domain: '*.chat.example',
    },
  ],
  [
    'note translations',
    'doubt services[1]',
    'doubt services[1].cookies[1]',
    'lost services[1].cookies[2]',
    'lost services[1].cookies[3]',
    'doubt services[2].cookies[0]',
    'lost services[3]',
    'lost services[4]',
  ],
);

check(
  'klaro.json',
  [
    { at: 'apps[0].cookies[0]', name: 'cnt_*', purpose: 'Counts visits.', provider: 'Counter', category: 'counting' },
    { at: 'apps[0].cookies[1]', name: 'day', purpose: 'Counts visits.', provider: 'Counter', category: 'counting' },
  ],
  [],
);

check(
  'orejime.mjs',
  [
    { at: 'purposes[0].cookies[0]', name: 'sid', purpose: 'Keeps you signed in.', category: 'necessary' },
    {
      at: 'purposes[1].purposes[0].cookies[0]',
      name: 'cnt_*',
      purpose: 'Counts by page.',
      provider: 'Counter',
      category: 'counting',
      categoryText: 'We count visits.',
    },
    {
      at: 'purposes[1].purposes[0].cookies[1]',
      name: 'day',
      purpose: 'Counts by page.',
      provider: 'Counter',
      category: 'counting',
      categoryText: 'We count visits.',
      domain: 'counter.example',
      path: '/stats',
    },
    {
      at: 'purposes[1].purposes[0].cookies[2]',
      name: 'night',
      purpose: 'Counts by page.',
      provider: 'Counter',
      category: 'counting',
      categoryText: 'We count visits.',
    },
    { at: 'purposes[1].purposes[1].cookies[0]', name: 'ex_*', purpose: 'Exempt Counter', category: 'necessary' },
  ],
  ['lost purposes[1].purposes[0].cookies[2]', 'doubt purposes[1].purposes[1]', 'lost purposes[2]'],
);

test('the language of a source is told', () => {
  const languages = [
    'onetrust.json',
    'cookiebot.json',
    'cookieyes.json',
    'vanilla3.html',
    'vanilla2.js',
    'klaro.js',
  ].map((file) => read(file).language);
  assert.deepEqual(languages, ['en-GB', 'en', 'en', 'en', 'de', 'en']);
});

test('regular expressions become names with *, or stay', () => {
  const names = (pattern: RegExp) => wildcardsOf(new Pattern(pattern.source, pattern.flags))?.names;
  for (const [pattern, expected] of [
    [/^_ga/, ['_ga*']],
    [/^_pk_.*$/, ['_pk_*']],
    [/^_ga$/, ['_ga']],
    [/_ga/, ['*_ga*']],
    [/_ga$/, ['*_ga']],
    [/^(_ga|_gid)/, ['_ga*', '_gid*']],
    [/^_ga|^_gid$/, ['_ga*', '_gid']],
    [/^_hj(?:Id|Seen)?$/, ['_hjId', '_hjSeen', '_hj']],
    [/^a\.b\-c/, ['a.b-c*']],
    [/^ga_\w+_[0-9a-f]{8}$/, ['ga_*_*']],
    [/.*/, undefined],
    [/^(?!x)y/, undefined],
    [/(a)\1/, undefined],
    [/a^b/, undefined],
    [/^\$x/, undefined],
  ] as const)
    assert.deepEqual(names(pattern), expected, String(pattern));
});

test('whatever a regular expression finds, its names with * find too', () => {
  const part = fc.constantFrom(
    'a',
    'b',
    '_',
    'ab',
    '.',
    '.*',
    '\\d',
    '\\w+',
    '[ab]',
    '[^a]',
    '(a|b_)',
    '(?:ab)?',
    'b*',
    'a{2}',
    '\\.',
    '^',
    '$',
    '|',
    '-',
  );
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '_', '.', '-', '1'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.array(name, { minLength: 20, maxLength: 20 }),
      (parts, tried) => {
        const source = parts.join('');
        let pattern: RegExp;
        try {
          pattern = new RegExp(source);
        } catch {
          return;
        }
        const wildcards = wildcardsOf(new Pattern(source, ''))?.names;
        if (wildcards)
          for (const one of tried)
            if (pattern.test(one))
              assert.ok(
                wildcards.some((wildcard) => matchesName(wildcard, one)),
                `${one} in ${source}: ${wildcards.join(', ')}`,
              );
      },
    ),
    { numRuns: 3_000 },
  );
});

test('seconds become the amounts that were meant', () => {
  assert.deepEqual([31_536_000, 63_072_000, 2_592_000, 1_800, 86_400, 45, 100_000_000, 0, -1, NaN].map(amountOf), [
    '1 year',
    '2 years',
    '30 days',
    '30 minutes',
    '1 day',
    '45 seconds',
    '1157 days',
    undefined,
    undefined,
    undefined,
  ]);
  const span = (from: string, to: string) => spanOf(Date.parse(from), Date.parse(to));
  assert.equal(span('2026-03-01T10:00:00Z', '2027-03-01T10:00:04Z'), '1 year');
  assert.equal(span('2027-03-01T10:00:00Z', '2028-03-01T10:00:00Z'), '1 year'); // 366 days
  assert.equal(span('2026-01-31T00:00:00Z', '2026-07-31T00:00:02Z'), '6 months');
  assert.equal(span('2026-01-01T00:00:00Z', '2026-01-31T00:00:00Z'), '30 days');
  assert.equal(span('2026-01-01T00:00:00Z', '2026-01-01T00:10:01Z'), '10 minutes');
  assert.equal(span('2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z'), undefined);
  const days = 86_400;
  assert.deepEqual(
    [29.5, 30, 30.2, 96, 393, 364.9, 0.003, 1e6].map((left) => leastAmount(left * days)),
    ['30 days', '30 days', '30 days', '120 days', '13 months', '1 year', '5 minutes', '30 years'],
  );
});

test('what is none of the forms is none, and is not taken for one', () => {
  for (const text of [
    '',
    '   ',
    'Hello, world',
    '{}',
    '[]',
    'null',
    '{"cookies": []}',
    '{"log": {}}',
    '<!doctype html><p>Cookie policy</p>',
    'let x = {',
    'a,b,c\n1,2,3',
    '{"revision":"1","cookies":[{"name":"sid","purpose":"x","duration":"session"}]}',
  ]) {
    assert.equal(readExport(text), undefined, text);
    for (const form of exportForms)
      assert.throws(() => readExport(text, form), /^Error: This is not an? /, `${text} as ${form}`);
  }
});

test('hostile files end soon, and with an answer', { timeout: 60_000 }, () => {
  const deep = (open: string, close: string, times = 200_000) => open.repeat(times) + close.repeat(times);
  const texts = {
    'nested JSON': `{"DomainData":{"Groups":[{"FirstPartyCookies":[${deep('[', ']')}, {"Name":"a","description":${deep('{"a":', '}', 50_000).replace('{"a":}', '{"a":1}')}}]}]}}`,
    'nested script': `CookieConsent.run({categories: {a: ${deep('[', ']')}}, language: {}})`,
    'long sum': `var klaroConfig = {services: [{name: ${"'a'+".repeat(100_000)}'a', cookies: ['x']}]}`,
    'laughing script': `${Array.from({ length: 40 }, (_, index) => `const a${index + 1} = [...a${index}, ...a${index}];`).join('')}const a0 = ['x']; const c = {services: [{name: 'n', cookies: a40}]}`,
    'script of itself':
      'const a = [a, a], o = {...o, services: [{name: "n", cookies: a}]}; run({services: o.services, purposes: [], apps: a})',
    'purposes of purposes': `run({purposes: ${'[{id: "a", purposes: '.repeat(60)}[]${'}]'.repeat(60)}})`,
    'keys of prototypes':
      '{"services":[{"name":"__proto__","cookies":["__proto__"],"constructor":{"prototype":{"x":1}}}],"__proto__":{"services":1},"translations":{"__proto__":{"x":1}}}',
    'huge list': `{"cookies":[${'{"Provider":"x"},'.repeat(200_000)}{"Name":"a","TrackerTypeID":"1"}]}`,
    spaces: `Cookie,Purpose,Duration\n${' '.repeat(1_000_000)}x,${'a'.repeat(1_000_000)},${'<'.repeat(200_000)}a>`,
    stars: `ID,Cookie / Data Key name,Domain,Wildcard match\n1,${'*'.repeat(500_000)}x,${'a'.repeat(500_000)},1`,
    'open quote': 'Cookie,Purpose,Duration\nsid,Signs in.,1 day\nx,"never closed,1 day\n',
    tags: `<script>var k = {services: [{name: 'n', cookies: ['x']}]}</script>${'<div>'.repeat(500_000)}<script>`,
    pattern: `{"services":[{"name":"n","cookies":["/${'(a|b)'.repeat(50)}/","/${'('.repeat(200)}/","/(((((a+)+)+)+)+)b/"]}]}`,
  };
  const counts = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const from = performance.now();
      const source = readExport(text);
      assert.ok(performance.now() - from < 8_000, `${name} took ${performance.now() - from} ms`);
      return [name, source && [source.cookies.length, source.remarks.length > 0]];
    }),
  );
  assert.equal(({} as { polluted?: unknown }).polluted ?? ({} as { x?: unknown }).x, undefined);
  assert.deepEqual(counts['keys of prototypes'], [1, false]);
  assert.deepEqual(counts['huge list'], [1, true]);
  assert.deepEqual(counts['open quote'], [1, true]);
  assert.deepEqual(counts.tags, [1, false]);
  assert.deepEqual(counts.pattern, [3, true]);
  assert.deepEqual(counts['nested JSON'], [1, true]);
});

test('whatever is read, reading ends without an unforeseen error', () => {
  const pieces = Object.keys(formOf).map(fixture);
  fc.assert(
    fc.property(
      fc.constantFrom(...pieces),
      fc.nat(),
      fc.nat(200),
      fc.string({ maxLength: 8, unit: 'grapheme' }),
      (text, at, length, put) => {
        const start = at % text.length;
        const source = readExport(text.slice(0, start) + put + text.slice(start + length));
        for (const { name, at } of source?.cookies ?? []) assert.ok(name && at);
        for (const { message, at } of source?.remarks ?? []) assert.ok(message && at);
      },
    ),
    { numRuns: 1_000 },
  );
});
