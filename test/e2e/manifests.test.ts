/** Bad manifests and bad conditions: each ends with a visible notice, a problem that has a name, and no error that nobody caught. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { isNoticeShown, rowsOf } from '../harness.js';
import type { Answer } from '../server.js';
import { manifest, openPage, settled, site, visit, type VisitOptions } from './support.js';

/** A manifest that uses every field. */
const full = () => ({
  revision: '2026-11-01',
  language: 'en',
  site: {
    name: 'Example',
    policyUrl: '/policy',
    privacyUrl: '/privacy',
    contacts: [
      { label: 'Anyone', name: 'Example B.V.', address: ['Street 1'], email: 'privacy@example.com', url: '/contact' },
    ],
  },
  defaults: {
    provider: 'Example',
    category: 'essential',
    party: 'first',
    storage: 'cookie',
    domain: 'localhost',
    path: '/',
    httpOnly: false,
    exemption: 'security',
  },
  categories: { statistics: { label: 'Statistics', description: 'Counting.' } },
  cookies: [
    {
      name: 'sid',
      purpose: { en: 'Keeps you signed in.', de: 'Hält Sie angemeldet.' },
      duration: 'session',
      provider: { name: 'Example', url: 'https://example.com' },
      category: 'essential',
      party: 'first',
      storage: 'cookie',
      domain: 'localhost',
      path: '/',
      httpOnly: false,
      exemption: 'security',
    },
    { name: 'device', purpose: 'Recognises this device.', duration: '3 years' },
  ],
});

type Tree = Record<string, unknown>;

/** Every path of a tree but `cookies`, which makes it no manifest at all: `cookies[0].purpose.de`. */
function paths(tree: unknown, at = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = Array.isArray(tree) ? `${at}[${key}]` : at ? `${at}.${key}` : key;
    return [...(path === 'cookies' ? [] : [path]), ...paths(value, path)];
  });
}

function replaced(path: string, value: unknown): object {
  const tree: Tree = full();
  const keys = path.match(/[^.[\]]+/g) ?? [];
  const last = keys.pop() ?? '';
  let at = tree;
  for (const key of keys) at = at[key] as Tree;
  at[last] = value;
  return tree;
}

interface Case {
  readonly what: string;
  readonly visit: VisitOptions;
  /** The path of a problem that must be reported, or a pattern of the error. */
  readonly expect: string | RegExp;
}

const sent = (what: string, answer: Answer, expect: RegExp): Case => ({ what, visit: { answer }, expect });
const given = (what: string, value: unknown, expect: string | RegExp): Case => ({
  what,
  visit: { answer: { body: JSON.stringify(value) } },
  expect,
});
const cookie = (what: string, fields: object, expect: string): Case =>
  given(
    what,
    manifest({
      cookies: [
        { name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' },
        { name: 'x', purpose: 'X.', duration: 'session', ...fields },
      ],
    }),
    expect,
  );

const long = 'x'.repeat(100_000);

const cases: readonly Case[] = [
  sent('404', { status: 404, body: 'Not found' }, /ManifestError.*404/),
  sent('500', { status: 500, body: '{}' }, /ManifestError.*500/),
  sent('403 with a right body', { status: 403, body: JSON.stringify(manifest()) }, /ManifestError.*403/),
  sent(
    'HTML instead of JSON',
    { body: '<!doctype html><title>Shop</title>', headers: { 'Content-Type': 'text/html' } },
    /ManifestError.*JSON/,
  ),
  sent('truncated JSON', { body: JSON.stringify(manifest()).slice(0, -20) }, /ManifestError.*JSON/),
  sent('an empty answer', { body: '' }, /ManifestError/),
  sent('204', { status: 204 }, /ManifestError/),
  sent('JSON with comments', { body: '// cookies\n{ "cookies": [] }' }, /ManifestError.*JSON/),
  sent('a redirect to nowhere', { status: 302, headers: { Location: '/nowhere' } }, /ManifestError.*404/),
  sent('a redirect in a circle', { status: 302, headers: { Location: '/circle.json' } }, /ManifestError/),
  given('null', null, /ManifestError.*cookies/),
  given('a list', [manifest()], /ManifestError.*cookies/),
  given('a text', 'cookies', /ManifestError.*cookies/),
  given('a number', 17, /ManifestError.*cookies/),
  given('an object without cookies', { revision: '1' }, /ManifestError.*cookies/),
  given('cookies as an object', { cookies: { sid: {} } }, /ManifestError.*cookies/),
  given('cookies as a text', { cookies: 'sid' }, /ManifestError.*cookies/),
  { what: 'no source at all', visit: { tag: '<cookie-manifest></cookie-manifest>' }, expect: /ManifestError/ },
  {
    what: 'an address that cannot be one',
    visit: { tag: '<cookie-manifest src="http://[/cookies.json"></cookie-manifest>' },
    expect: /ManifestError/,
  },
  {
    what: 'broken JSON inside the element',
    visit: { tag: '<cookie-manifest><script type="application/json">{ "cookies": [</script></cookie-manifest>' },
    expect: /ManifestError.*JSON/,
  },
  {
    what: 'an inline manifest that is none',
    visit: { tag: '<cookie-manifest><script type="application/json">[]</script></cookie-manifest>' },
    expect: /ManifestError.*cookies/,
  },
  {
    what: 'CORS refusal',
    visit: { tag: `<cookie-manifest src="${site.otherOrigin}/refused.json"></cookie-manifest>` },
    expect: /ManifestError/,
  },
  {
    what: 'a port where nobody listens',
    visit: { tag: '<cookie-manifest src="http://localhost:9/cookies.json"></cookie-manifest>' },
    expect: /ManifestError/,
  },

  ...paths(full()).flatMap((path) => [
    given(`a number at ${path}`, replaced(path, 42), path),
    given(`a list in a list at ${path}`, replaced(path, [[]]), path),
  ]),

  cookie('a name that is missing', { name: undefined }, 'cookies[1].name'),
  cookie('a name of nothing but a wildcard', { name: '*' }, 'cookies[1].name'),
  cookie('a purpose that is missing', { purpose: undefined }, 'cookies[1].purpose'),
  cookie('a purpose in no language', { purpose: {} }, 'cookies[1].purpose'),
  cookie('a duration that is missing', { duration: undefined }, 'cookies[1].duration'),
  cookie('a duration nobody can read', { duration: 'a while' }, 'cookies[1].duration'),
  cookie('a duration of zero', { duration: '0 days' }, 'cookies[1].duration'),
  cookie('a duration below zero', { duration: '-3 days' }, 'cookies[1].duration'),
  cookie('a cookie without an end', { duration: 'persistent' }, 'cookies[1].duration'),
  cookie('a category that is not declared', { category: 'marketing' }, 'cookies[1].category'),
  cookie('a category called __proto__', { category: '__proto__' }, 'cookies[1].category'),
  cookie('a category called constructor', { category: 'constructor' }, 'cookies[1].category'),
  cookie('a duplicate name', { name: 'sid' }, 'cookies[1].name'),
  cookie('an unknown field', { purposes: 'X.' }, 'cookies[1].purposes'),
  cookie('a domain with a scheme', { domain: 'https://example.com' }, 'cookies[1].domain'),
  cookie('a path that is not one', { path: 'cart' }, 'cookies[1].path'),
  cookie('a name of 100,000 letters, declared twice', { name: long, party: long }, 'cookies[1].party'),
  cookie(
    'a purpose of 100,000 letters, and a duration of as many',
    { purpose: long, duration: long },
    'cookies[1].duration',
  ),
  cookie('a purpose of 100,000 spaces', { purpose: ' '.repeat(100_000) }, 'cookies[1].purpose'),
  given(
    'a site name of 100,000 letters, and a revision of as many',
    manifest({ revision: long, site: { name: long } }),
    'revision',
  ),
  given('null for every cookie', manifest({ cookies: [null, null] }), 'cookies[0]'),
  sent('a manifest nested 5,000 deep', { body: `{"cookies":[],"x":${'['.repeat(5_000)}${']'.repeat(5_000)}}` }, /x/),
];

/** What was reported: the errors, and the paths of problems. */
async function reported(opened: Awaited<ReturnType<typeof visit>>) {
  await opened.until('error');
  const told = await opened.told('error');
  return {
    errors: told.flatMap(({ error }) => error ?? []),
    paths: told.flatMap(({ problems }) => problems ?? []).map(({ path }) => path),
  };
}

site.on('/circle.json', { status: 302, headers: { Location: '/circle.json' } });
site.on('/refused.json', { body: JSON.stringify(manifest()) });

const shared = await openPage();

for (const { what, visit: options, expect } of cases)
  test(what, async (t) => {
    const opened = await visit(t, { ...options, page: shared });
    await opened.notice.waitFor();
    assert.equal(await opened.element.evaluate(isNoticeShown), true);
    const { errors, paths } = await reported(opened);
    const named =
      typeof expect === 'string'
        ? paths.some((path) => path === expect || path.startsWith(`${expect}[`) || path.startsWith(`${expect}.`))
        : [...errors, ...paths].some((text) => expect.test(text));
    assert.ok(named, `expected ${String(expect)} among ${JSON.stringify([...errors, ...paths])}`);
    await opened.openDetails.click();
    await opened.dialog.waitFor();
    assert.deepEqual(opened.errors, []);
  });

test('prototype keys anywhere are data', async (t) => {
  const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  const body = `{"__proto__":${evil},"site":${evil},"defaults":${evil},"categories":{"__proto__":{"label":"Evil"}},
    "cookies":[{"__proto__":${evil},"name":"__proto__","purpose":{"__proto__":"Evil."},"duration":"session"},{"name":"constructor","purpose":"Shares a name.","duration":"session"}]}`;
  const opened = await visit(t, { answer: { body } });
  await opened.openDetails.click();
  await opened.dialog.waitFor();
  const { paths } = await reported(opened);
  assert.ok(paths.includes('__proto__'), JSON.stringify(paths));
  assert.equal(await opened.page.evaluate(() => 'polluted' in Object.prototype), false);
  const rows = await opened.element.evaluate(rowsOf);
  assert.deepEqual(rows.map(({ name }) => name).slice(0, 2), ['__proto__', 'constructor']);
  assert.deepEqual(opened.errors, []);
});

test('markup in every text stays text', async (t) => {
  const markup = '"><img src=x onerror="globalThis.ran = 1"><script>globalThis.ran = 1</script>';
  const marked = (value: unknown): unknown =>
    typeof value === 'string'
      ? markup
      : Array.isArray(value)
        ? value.map(marked)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, marked(held)]))
          : value;
  const opened = await visit(t, { answer: { body: JSON.stringify(marked(full())) } });
  await opened.openDetails.click();
  await opened.dialog.waitFor();
  await settled(opened.page);
  assert.ok((await reported(opened)).paths.length > 10);
  const inside = await opened.element.evaluate((host) => host.shadowRoot?.querySelectorAll('img, script').length);
  assert.equal(inside, 0);
  assert.equal(await opened.page.evaluate(() => 'ran' in globalThis), false);
  const [row] = await opened.element.evaluate(rowsOf);
  assert.equal(row?.name, markup);
  assert.equal(row.purpose, markup);
  assert.deepEqual(opened.errors, []);
});

for (const address of [
  'javascript:globalThis.ran=1',
  'JavaScript:globalThis.ran=1',
  ' javascript:globalThis.ran=1',
  'java\nscript:globalThis.ran=1',
  '\u0001javascript:globalThis.ran=1',
  'data:text/html,<script>globalThis.ran=1</script>',
  'vbscript:ran',
])
  test(`no link is made of ${JSON.stringify(address)}`, async (t) => {
    const opened = await visit(t, {
      manifest: {
        site: {
          name: 'Example',
          policyUrl: address,
          privacyUrl: address,
          contacts: [{ name: 'Example', url: address }],
        },
        cookies: [
          {
            name: 'sid',
            purpose: 'Keeps you signed in.',
            duration: 'session',
            provider: { name: 'Other', url: address },
          },
        ],
      },
    });
    await opened.openDetails.click();
    await opened.dialog.waitFor();
    const links = await opened.element.evaluate((host) =>
      [...(host.shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [])].map(({ href }) => href),
    );
    assert.deepEqual(links, []);
    const { paths } = await reported(opened);
    for (const path of ['site.policyUrl', 'site.privacyUrl', 'site.contacts[0].url', 'cookies[0].provider.url'])
      assert.ok(paths.includes(path), path);
    assert.deepEqual(opened.errors, []);
  });

test('a stalled server: after ten seconds the notice informs all the same', { timeout: 30_000 }, async (t) => {
  const began = Date.now();
  const opened = await visit(t, { answer: { when: new Promise(() => {}) } });
  await opened.notice.waitFor({ timeout: 20_000 });
  assert.ok(Date.now() - began >= 9_500, 'it waited for the server');
  assert.match((await reported(opened)).errors.join(), /ManifestError/);
  assert.deepEqual(opened.errors, []);
});

test('an element that is removed while its manifest loads leaves nothing, and works when it comes back', async (t) => {
  let answer!: (value?: unknown) => void;
  const opened = await visit(t, {
    answer: { body: JSON.stringify(manifest()), when: new Promise((resolve) => (answer = resolve)) },
  });
  const { page, element, notice, errors, told } = opened;
  await page.waitForFunction(() => !!customElements.get('cookie-manifest'));
  const handle = await element.elementHandle();
  await handle?.evaluate((host) => {
    host.remove();
  });
  answer();
  await settled(page);
  assert.deepEqual(await told('error'), []);
  assert.deepEqual(await told('show'), []);
  await handle?.evaluate((host) => {
    document.body.append(host);
  });
  await notice.waitFor();
  assert.equal(await element.evaluate(isNoticeShown), true);
  assert.deepEqual(errors, []);
});

test('texts of a language that cannot be had stay English', async (t) => {
  const { page, notice, errors } = await visit(t, { html: 'lang="de"', script: '' });
  await page.route(/\/de[^/]*\.js$/, (route) => route.abort());
  await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await notice.getByRole('button', { name: 'Cookie details' }).waitFor();
  assert.deepEqual(errors, []);
});
