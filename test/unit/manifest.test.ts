import { expect } from '@open-wc/testing';
import { ManifestError, parseManifest, type Manifest, type Problem } from '../../src/entries/index.js';

const good = { name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' };
const parse = (more: object): Manifest => parseManifest({ cookies: [good], ...more });
const parseCookie = (fields: object): Manifest => parseManifest({ cookies: [{ ...good, ...fields }] });
const paths = ({ problems }: Manifest): string[] => problems.map(({ path }) => path);

const withJson = (json: string): Manifest => parseManifest(JSON.parse(json));

function only({ problems }: Manifest): Problem {
  expect(problems).to.have.length(1);
  return problems[0]!;
}

/** Each field: values that may stand there, and values that may not. */
const cookieFields: {
  readonly [field: string]: { readonly good: readonly unknown[]; readonly bad: readonly unknown[] };
} = {
  name: {
    good: ['a', 'device_*', '*_id', 'a*b', 'ümläut', '__proto__'],
    bad: ['', ' ', '*', '**', 7, null, ['a'], { en: 'a' }, true],
  },
  purpose: {
    good: ['Why.', { en: 'Why.' }, { en: 'Why.', 'de-AT': 'Warum.' }, '<b>Why</b>'],
    bad: ['', '  ', 7, null, [], ['Why.'], false, {}],
  },
  duration: {
    good: [
      'session',
      '1 second',
      '30 minutes',
      '1 hour',
      '7 days',
      '2 weeks',
      '13 months',
      '3 years',
      'PT1S',
      'PT30M',
      'PT2H',
      'P7D',
      'P2W',
      'P13M',
      'P3Y',
      '999999 days',
    ],
    bad: [
      '',
      'Session',
      'persistent',
      'forever',
      '7',
      'days',
      '0 days',
      '-7 days',
      '1.5 days',
      '7  days',
      ' 7 days',
      '7 Days',
      'P1Y2M',
      'P0D',
      'P',
      'PT',
      'p7d',
      7,
      null,
      {},
      '1000000 days',
    ],
  },
  provider: {
    good: ['Example', { en: 'Example' }, { name: 'Example' }, { name: { en: 'Example' }, url: 'https://example.com/' }],
    bad: [
      '',
      7,
      null,
      [],
      {},
      { url: 'https://example.com/' },
      { name: 7 },
      { name: 'Example', url: 'javascript:alert(1)' },
    ],
  },
  category: {
    good: ['essential'],
    bad: ['Essential', 'statistics', '', 7, null, '1st', 'a'.repeat(33), 'constructor', '__proto__'],
  },
  party: { good: ['first', 'third'], bad: ['First', 'second', '', 1, null, 'toString'] },
  storage: {
    good: ['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage', 'beacon'],
    bad: ['cookies', 'localstorage', '', 7, null, ['cookie'], 'constructor'],
  },
  domain: {
    good: ['example.com', '*.example.com', 'localhost', 'münchen.example'],
    bad: ['', '*', '.example.com', 'https://example.com', 'example.com/', 'a b', 7, null],
  },
  path: { good: ['/', '/shop', '/a/b.html'], bad: ['', 'shop', 'https://example.com/', '/a b', '/a;b', 7, null] },
  httpOnly: { good: [true, false], bad: ['true', '', 1, 0, null, []] },
  exemption: {
    good: ['user-input', 'authentication', 'security', 'media-player', 'load-balancing', 'preference'],
    bad: ['Security', 'analytics', '', 7, null, 'valueOf'],
  },
};

const badUrls = [
  'http://[',
  'https://example.com:port/',
  '//[',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'mailto:a@b.c',
  '',
  'a b',
  7,
  null,
];
const goodUrls = [
  '/cookies',
  'cookies.html',
  '?page=cookies',
  '#cookies',
  '//example.com/',
  'https://example.com/a?b=c#d',
  'HTTP://EXAMPLE.COM/',
];

const topFields: typeof cookieFields = {
  $schema: { good: ['./manifest.schema.json'], bad: ['', 7, null] },
  revision: {
    good: ['1', '2026-11-01', 'v1.0_b', 'a'.repeat(64)],
    bad: ['', 'a b', 'a'.repeat(65), 'ä', 'a&b', 1, null, {}],
  },
  language: { good: ['en', 'de-AT', 'zh-Hant-TW'], bad: ['', 'e', 'en_GB', 'english please', 7, null] },
  site: { good: [{}, { name: 'Example' }], bad: ['Example', 7, null, []] },
  defaults: { good: [{}, { party: 'third', storage: 'localStorage' }], bad: ['', 7, null, []] },
  categories: {
    good: [
      { statistics: { label: 'Statistics' } },
      { statistics: { label: { en: 'S', de: 'S' }, description: 'Counts.' } },
    ],
    bad: ['', 7, null, [], {}],
  },
};

const siteFields: typeof cookieFields = {
  name: { good: ['Example', { en: 'Example' }], bad: ['', 7, null, []] },
  policyUrl: { good: goodUrls, bad: badUrls },
  privacyUrl: { good: goodUrls, bad: badUrls },
  contacts: { good: [[], [{ name: 'A' }]], bad: ['', 7, null, {}] },
};

const contactFields: typeof cookieFields = {
  label: { good: ['Visitors', { en: 'Visitors' }], bad: ['', 7, null] },
  name: { good: ['A', { en: 'A' }], bad: ['', 7, null] },
  address: { good: [[], ['Street 1', 'Town']], bad: ['Street 1', 7, null, {}] },
  email: { good: ['privacy@example.com'], bad: ['privacy', 'a b@c.d', 'a@b?cc=c@d.e', '', 7, null] },
  url: { good: goodUrls, bad: badUrls },
};

/** One test for each field's good values, and one for its bad ones. */
function table(fields: typeof cookieFields, at: string, parsed: (fields: object) => Manifest): void {
  for (const [field, { good, bad }] of Object.entries(fields)) {
    it(`${at}${field}: finds nothing wrong with good values`, () => {
      for (const value of good) expect(parsed({ [field]: value }).problems, JSON.stringify(value)).to.deep.equal([]);
    });
    it(`${at}${field}: reports bad values with path, value and message`, () => {
      for (const value of bad) {
        const { problems } = parsed({ [field]: value });
        expect(problems.length, JSON.stringify(value)).to.be.greaterThan(0);
        for (const { path, message } of problems) {
          expect(path.startsWith(`${at}${field}`), `${path} for ${JSON.stringify(value)}`).to.be.true;
          expect(message).to.match(/^[A-Z].*[.?]$/);
        }
        const named = problems.find(({ path }) => path === `${at}${field}`);
        if (named) expect(named.value).to.deep.equal(value);
      }
    });
  }
}

describe('parseManifest: the fields', () => {
  describe('of a cookie', () => table(cookieFields, 'cookies[0].', parseCookie));
  describe('of the manifest', () => table(topFields, '', parse));
  describe('of the site', () =>
    table(siteFields, 'site.', (fields) => parse({ site: { name: 'Example', ...fields } })));
  describe('of a contact', () =>
    table(contactFields, 'site.contacts[0].', (fields) => parse({ site: { contacts: [{ name: 'A', ...fields }] } })));

  it('may have any cookie field but the first three as defaults', () => {
    const defaults = {
      provider: 'P',
      category: 'essential',
      party: 'third',
      storage: 'beacon',
      domain: 'example.com',
      path: '/p',
      httpOnly: true,
      exemption: 'security',
    };
    expect(parse({ defaults }).problems).to.deep.equal([]);
    expect(paths(parse({ defaults: { ...defaults, name: 'a', purpose: 'b', duration: 'session' } }))).to.have.members([
      'defaults.name',
      'defaults.purpose',
      'defaults.duration',
    ]);
    expect(paths(parse({ defaults: { party: 'second' } }))).to.contain('defaults.party');
  });

  for (const field of ['name', 'purpose', 'duration'])
    it(`requires a cookie's ${field}`, () => {
      const { [field]: _, ...rest } = good as Record<string, string>;
      const problem = only(parseManifest({ cookies: [rest] }));
      expect(problem.path).to.equal(`cookies[0].${field}`);
      expect(problem.message).to.match(/missing/i);
      expect(problem.value).to.equal(undefined);
    });

  it('requires a label of a category and a name of a contact', () => {
    expect(paths(parse({ categories: { statistics: {} } }))).to.deep.equal(['categories.statistics.label']);
    expect(paths(parse({ site: { contacts: [{ email: 'a@b.c' }] } }))).to.deep.equal(['site.contacts[0].name']);
  });

  it('names the entry of a map of texts', () => {
    expect(only(parseCookie({ purpose: { en: 'Why.', de: 7 } }))).to.include({
      path: 'cookies[0].purpose.de',
      value: 7,
    });
    expect(only(parseCookie({ purpose: { 'not a tag': 'Why.' } })).path).to.equal('cookies[0].purpose.not a tag');
    expect(only(parse({ categories: { 'Not an id': { label: 'L' } } })).path).to.equal('categories.Not an id');
  });

  it('keeps unknown keys, and reports them', () => {
    const manifest = parseManifest({ cookies: [{ ...good, note: 'mine' }], 'x-owner': 'me' });
    expect(paths(manifest)).to.have.members(['cookies[0].note', 'x-owner']);
    expect(manifest.cookies[0]).to.have.property('note', 'mine');
    expect(manifest).to.have.property('x-owner', 'me');
  });
});

describe('parseManifest: "did you mean"', () => {
  const asks: [what: string, manifest: Manifest, word: string][] = [
    ['a key', parseCookie({ purpos: 'x' }), 'purpose'],
    ['a key in another case', parseCookie({ HttpOnly: true }), 'httpOnly'],
    ['a key of the manifest', parse({ langauge: 'en' }), 'language'],
    ['a key of the site', parse({ site: { policyURL: '/policy' } }), 'policyUrl'],
    [
      'a category',
      parse({ categories: { statistics: { label: 'S' } }, cookies: [{ ...good, category: 'statistic' }] }),
      'statistics',
    ],
    ['essential', parseCookie({ category: 'esential' }), 'essential'],
    ['a storage', parseCookie({ storage: 'localstorage' }), 'localStorage'],
    ['a party', parseCookie({ party: 'frist' }), 'first'],
    ['a unit', parseCookie({ duration: '3 yaers' }), '3 years'],
    ['a short unit', parseCookie({ duration: '30 min' }), '30 minutes'],
    ['a unit without a space', parseCookie({ duration: '7days' }), '7 days'],
    ['a single unit', parseCookie({ duration: '1 Day' }), '1 day'],
    ['a word for a duration', parseCookie({ duration: 'Session' }), 'session'],
  ];
  for (const [what, manifest, word] of asks)
    it(`is asked of ${what}`, () => expect(only(manifest).message).to.contain(`Did you mean "${word}"?`));

  it('is not asked where nothing is near', () => {
    for (const manifest of [
      parseCookie({ zzz: 1 }),
      parseCookie({ storage: 'a carrier pigeon' }),
      parseCookie({ duration: 'as long as we like' }),
    ])
      expect(only(manifest).message).not.to.contain('Did you mean');
  });
});

describe('parseManifest: relations', () => {
  it('reports the later of two of one name in one storage and domain', () => {
    const problem = only(parseManifest({ cookies: [good, { ...good, purpose: 'Again.' }] }));
    expect(problem).to.include({ path: 'cookies[1].name', value: 'sid' });
  });

  it('lets a name stand in several storages and domains', () => {
    const cookies = [
      good,
      { ...good, storage: 'localStorage' },
      { ...good, domain: 'a.example' },
      { ...good, domain: 'b.example' },
    ];
    expect(parseManifest({ cookies }).problems).to.deep.equal([]);
  });

  it('counts storage and domain of the defaults', () => {
    const cookies = [good, { ...good, storage: 'localStorage' }];
    expect(paths(parseManifest({ defaults: { storage: 'localStorage' }, cookies }))).to.deep.equal(['cookies[1].name']);
  });

  it('knows the declared categories', () => {
    const manifest = parse({
      categories: { statistics: { label: 'S' } },
      cookies: [
        { ...good, category: 'statistics' },
        { ...good, name: 'b', category: 'ads' },
      ],
    });
    expect(only(manifest)).to.include({ path: 'cookies[1].category', value: 'ads' });
  });

  it('lets only what is no cookie be persistent', () => {
    expect(only(parseCookie({ duration: 'persistent' }))).to.include({
      path: 'cookies[0].duration',
      value: 'persistent',
    });
    expect(parseCookie({ duration: 'persistent', storage: 'localStorage' }).problems).to.deep.equal([]);
  });
});

describe('parseManifest: what it gives', () => {
  it('fills in every default', () => {
    const { revision, language, site, categories, cookies, problems } = parseManifest({
      cookies: [good],
      site: { name: 'Example' },
    });
    expect({ revision, language, categories, problems }).to.deep.equal({
      revision: null,
      language: 'en',
      categories: {},
      problems: [],
    });
    expect(site.name).to.equal('Example');
    expect(site.contacts).to.deep.equal([]);
    expect(cookies).to.deep.equal([
      {
        ...good,
        duration: { kind: 'session' },
        provider: { name: 'Example' },
        category: 'essential',
        party: 'first',
        storage: 'cookie',
        path: '/',
      },
    ]);
  });

  it('takes the manifest’s defaults before the general ones, and the cookie’s own before both', () => {
    const defaults = {
      provider: 'D',
      party: 'third',
      exemption: 'security',
      path: '/d',
      domain: 'example.com',
      httpOnly: true,
    };
    const [first, second] = parseManifest({
      defaults,
      site: { name: 'S' },
      cookies: [good, { ...good, name: 'b', provider: 'C', party: 'first', httpOnly: false }],
    }).cookies;
    expect(first).to.deep.include({
      provider: { name: 'D' },
      party: 'third',
      exemption: 'security',
      path: '/d',
      domain: 'example.com',
      httpOnly: true,
    });
    expect(second).to.deep.include({ provider: { name: 'C' }, party: 'first', httpOnly: false, path: '/d' });
  });

  it('keeps localised text as it was written', () => {
    const purpose = { en: 'Why.', 'de-AT': 'Warum.' };
    expect(parseCookie({ purpose }).cookies[0]!.purpose).to.deep.equal(purpose);
  });

  it('lists a cookie with problems as it was written', () => {
    const [cookie] = parseCookie({ duration: 'for ever and a day', party: 'second', category: 'nonsense' }).cookies;
    expect(cookie).to.deep.include({
      name: 'sid',
      duration: { kind: 'unknown', text: 'for ever and a day' },
      party: 'second',
      category: 'nonsense',
    });
  });

  it('lists what is no cookie at all, so that nothing is lost', () => {
    const manifest = parseManifest({ cookies: ['just_a_name', null, 7, [], {}] });
    expect(manifest.cookies).to.have.length(5);
    expect(manifest.cookies[0]!.name).to.equal('just_a_name');
    for (const index of [0, 1, 2, 3]) expect(paths(manifest)).to.contain(`cookies[${index}]`);
    expect(paths(manifest)).to.include.members(['cookies[4].name', 'cookies[4].purpose', 'cookies[4].duration']);
    for (const { name, purpose, duration } of manifest.cookies) {
      expect(name).to.be.a('string');
      expect(purpose).to.be.a('string');
      expect(duration.kind).to.equal('unknown');
    }
  });

  it('gives no revision and no language that cannot be used', () => {
    const manifest = parse({ revision: 'a b', language: 'no tag' });
    expect(manifest).to.include({ revision: null, language: 'en' });
  });

  it('is frozen all the way down', () => {
    const manifest = parse({
      site: { name: { en: 'E' }, contacts: [{ name: 'A', address: ['1'] }] },
      categories: { s: { label: { en: 'S' } } },
      x: [{ y: [{}] }],
    });
    const frozen = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      expect(Object.isFrozen(value), JSON.stringify(value)).to.be.true;
      Object.values(value).forEach(frozen);
    };
    frozen(manifest);
  });

  it('neither changes nor freezes its input', () => {
    const input = { cookies: [{ ...good, purpose: { en: 'Why.' } }], site: { name: 'S', contacts: [{ name: 'A' }] } };
    const before = structuredClone(input);
    parseManifest(input);
    expect(input).to.deep.equal(before);
    for (const part of [
      input,
      input.cookies,
      input.cookies[0],
      input.cookies[0]!.purpose,
      input.site,
      input.site.contacts[0],
    ])
      expect(Object.isFrozen(part)).to.be.false;
  });

  it('does not change with its input afterwards', () => {
    const input = { cookies: [{ ...good }] };
    const manifest = parseManifest(input);
    input.cookies[0]!.name = 'other';
    expect(manifest.cookies[0]!.name).to.equal('sid');
  });

  it('gives a parsed manifest back as it is', () => {
    const manifest = parse({});
    expect(parseManifest(manifest)).to.equal(manifest);
  });

  it('reads 1,000 cookies', () => {
    const cookies = Array.from({ length: 1000 }, (_, index) => ({ ...good, name: `c${index}` }));
    const manifest = parseManifest({ cookies });
    expect(manifest.cookies.map(({ name }) => name)).to.deep.equal(cookies.map(({ name }) => name));
    expect(manifest.problems).to.deep.equal([]);
  });

  it('reads texts of 100,000 characters', () => {
    const text = 'x'.repeat(100_000);
    const manifest = parseManifest({
      revision: text,
      cookies: [{ name: text, purpose: text, duration: text, [text]: text }],
    });
    expect(manifest.cookies[0]).to.include({ name: text, purpose: text });
    expect(paths(manifest)).to.include.members(['revision', 'cookies[0].duration']);
  });
});

describe('parseManifest: what is no manifest', () => {
  const nothings: [what: string, value: unknown][] = [
    ['undefined', undefined],
    ['null', null],
    ['a text', '{"cookies":[]}'],
    ['a number', 7],
    ['a list', []],
    ['an object without cookies', { revision: '1' }],
    ['cookies that are an object', { cookies: {} }],
    ['cookies that are null', { cookies: null }],
    ['a function', () => ({ cookies: [] })],
    ['a BigInt', { cookies: [{ ...good, name: 7n }] }],
    [
      'a getter that throws',
      {
        get cookies() {
          throw new Error('no');
        },
      },
    ],
  ];
  for (const [what, value] of nothings)
    it(`throws a ManifestError for ${what}`, () => expect(() => parseManifest(value)).to.throw(ManifestError));

  it('throws a ManifestError for a circle', () => {
    const circle: Record<string, unknown> = { cookies: [] };
    circle['self'] = circle;
    expect(() => parseManifest(circle)).to.throw(ManifestError);
  });

  it('has a name, and a cause where there is one', () => {
    const error = new ManifestError('Why', { cause: 'because' });
    expect(error).to.include({ name: 'ManifestError', message: 'Why', cause: 'because' });
    expect(error).to.be.instanceOf(Error);
  });
});

describe('parseManifest: prototype keys are data', () => {
  const clean = (): void => void expect(Object.keys(Object.prototype)).to.deep.equal([]);

  it('at the top', () => {
    const manifest = withJson('{"cookies":[],"__proto__":{"cookies":[],"polluted":true},"constructor":1}');
    expect(paths(manifest)).to.have.members(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    clean();
  });

  it('in a cookie, its defaults and its provider', () => {
    const manifest = withJson(
      '{"defaults":{"__proto__":{"party":"third"}},"cookies":[{"name":"a","purpose":"b","duration":"session","__proto__":{"party":"third"},"provider":{"name":"P","__proto__":{"url":"https://x.example"}}}]}',
    );
    expect(paths(manifest)).to.include.members([
      'defaults.__proto__',
      'cookies[0].__proto__',
      'cookies[0].provider.__proto__',
    ]);
    expect(manifest.cookies[0]!.party).to.equal('first');
    expect(manifest.cookies[0]!.provider.url).to.equal(undefined);
    clean();
  });

  it('as language, category and name', () => {
    const manifest = withJson(
      '{"categories":{"__proto__":{"label":"L"},"constructor":{"label":"C"}},"cookies":[{"name":"__proto__","purpose":{"__proto__":"P"},"duration":"session","category":"constructor"},{"name":"constructor","purpose":"b","duration":"session","category":"prototype"}]}',
    );
    expect(paths(manifest)).to.have.members([
      'categories.__proto__',
      'cookies[0].purpose.__proto__',
      'cookies[1].category',
    ]);
    expect(manifest.cookies.map(({ name }) => name)).to.deep.equal(['__proto__', 'constructor']);
    clean();
  });

  it('of a "required" field that only the prototype has', () => {
    expect(paths(withJson('{"cookies":[{"purpose":"b","duration":"session","__proto__":{"name":"a"}}]}'))).to.include(
      'cookies[0].name',
    );
  });
});
