/** What a visitor sees and does, in whichever engine: the first visit, the answer, the details, the keyboard, and what goes wrong. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { isNoticeShown, noticeText, rowsOf } from '../harness.js';
import { engine, lacks, manifest, revision, until, visit, type Visitor } from './support.js';

const demo = JSON.parse(readFileSync(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;
const today = () => new Date().toISOString().slice(0, 10);
const record = (of = revision) => `v=1&status=acknowledged&revision=${of}&granted=essential&denied=&at=${today()}`;
const field = '<label>Name <input id="field"></label> <button id="after">After</button>';
const notices = (page: Visitor) =>
  page.evaluate(() => globalThis.noted.events.filter((event) => event === 'show').length);

test('a first visit shows the notice, with the focus where it was, and stores nothing', async () => {
  const page = await visit({ body: field });
  await page.noticeShown();
  assert.match((await page.look(noticeText))!, /^Example only uses essential cookies/);
  assert.equal(await page.focused(), 'body');
  assert.deepEqual(await page.tab.cookies(), []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  await page.fine();
});

test('OK stores one cookie, in the documented form, for 182 days', async () => {
  const page = await visit({ attributes: `revision="${revision}"` });
  await page.click('OK');
  await page.noticeGone();
  const [cookie, ...others] = await page.tab.cookies();
  assert.deepEqual(others, []);
  const { name, value, path, httpOnly, secure, expires } = cookie!;
  assert.deepEqual(
    { name, value, path, httpOnly, secure },
    { name: 'cookie_preferences', value: record(), path: '/', httpOnly: false, secure: false },
  );
  assert.equal(Math.round((expires! - Date.now() / 1000) / 86_400), 182);
  assert.equal(await page.evaluate(() => cookieManifest.preferences.status), 'acknowledged');
  await page.fine();
});

test('after OK a return shows nothing, and loads the one script', async () => {
  const page = await visit({ attributes: `revision="${revision}"` });
  await page.click('OK');
  await page.noticeGone();
  // Leaves the page first: what it still asks for when idle is not the return's.
  await page.tab.goto(new URL('/privacy', page.url).href);
  page.takeRequests();
  await page.tab.goto(page.url);
  await until(() => page.evaluate(() => 'cookieManifest' in globalThis), 'the library is there');
  await page.painted();
  assert.deepEqual(page.takeRequests().slice(1), ['/note.js', '/dist/cookie-manifest.js']);
  assert.equal(await page.look((element) => element.shadowRoot), null);
  assert.equal(await notices(page), 0);
});

test('a new revision shows the notice again', async () => {
  const page = await visit();
  await page.click('OK');
  await page.noticeGone();
  page.sendManifest(manifest({ revision: '2026-12-01' }));
  await page.reload();
  await page.noticeShown();
  await page.click('OK');
  await page.noticeGone();
  assert.equal(await page.stored(), record('2026-12-01'));
});

test('the link leads to the policy, and back', async () => {
  const page = await visit();
  await page.click('Cookie policy');
  await until(() => page.evaluate(() => location.pathname === '/policy'), 'the policy is there');
  await page.back();
  await page.noticeShown();
});

test('the details list every cookie, and Close closes them', async () => {
  const page = await visit({ manifest: demo });
  await page.click('Cookie details');
  await page.detailsShown();
  await until(async () => (await page.look(rowsOf)).length === 18, 'all rows are there');
  const rows = await page.look(rowsOf);
  assert.deepEqual(
    rows.slice(0, 3).map(({ name, duration }) => [name, duration]),
    [
      ['userId', 'Session'],
      ['userName', 'Session'],
      ['pass_ua', '3 years'],
    ],
  );
  await page.click('Close');
  await page.detailsGone();
  await page.noticeShown();
  assert.equal(await page.stored(), null);
  await page.fine();
});

test('whether a cookie is here is told: seen, not seen, hidden from scripts', async () => {
  const page = await visit({
    headers: { 'Set-Cookie': ['seen=1; Path=/', 'secret=1; Path=/; HttpOnly'] },
    manifest: manifest({
      cookies: [
        { name: 'seen', purpose: 'One.', duration: 'session' },
        { name: 'absent', purpose: 'Two.', duration: 'session', httpOnly: false },
        { name: 'secret', purpose: 'Three.', duration: 'session', httpOnly: true },
        { name: 'kept', purpose: 'Four.', duration: 'persistent', storage: 'localStorage' },
      ],
    }),
  });
  await page.evaluate(() => localStorage.setItem('kept', '1'));
  await page.click('Cookie details');
  const here = async () =>
    (await page.look(rowsOf))
      .slice(0, 4)
      .map(({ name, here }) => `${name}: ${here}`)
      .join();
  await until(async () => (await here()) === 'seen: Yes,absent: No,secret: Unknown,kept: Yes', 'each row says so');
});

test('lifetimes that the browser cuts short are said to be, by the limits of this one', async () => {
  const page = await visit({
    manifest: manifest({
      cookies: [
        { name: 'years', purpose: 'One.', duration: '3 years', httpOnly: true },
        { name: 'month', purpose: 'Two.', duration: '30 days' },
        { name: 'kept', purpose: 'Three.', duration: '3 years', storage: 'localStorage' },
      ],
    }),
  });
  await page.click('Cookie details');
  await page.detailsShown();
  const notes = () =>
    page.look((element) =>
      [...element.shadowRoot!.querySelectorAll('th[scope=row]')].map(
        (cell) =>
          `${cell.querySelector('code')!.textContent}: ${/\d+ days/.exec(cell.querySelector('small')?.textContent ?? '')?.[0] ?? ''}`,
      ),
    );
  await until(async () => (await notes()).length === 4, 'all rows are there');
  const byScript = { chromium: '', firefox: '', webkit: '7 days' }[engine.name];
  assert.deepEqual(await notes(), [
    'years: 400 days',
    `month: ${byScript}`,
    'kept: ',
    `cookie_preferences: ${byScript}`,
  ]);
});

test('the filter narrows the list as one types', async () => {
  const page = await visit({ manifest: demo });
  await page.click('Cookie details');
  await page.detailsShown();
  await until(async () => (await page.look(rowsOf)).length === 18, 'all rows are there');
  await page.focus('input[type=search]');
  await page.tab.type('pass_');
  await until(async () => (await page.look(rowsOf)).length === 3, 'three are left');
  assert.deepEqual(
    (await page.look(rowsOf)).map(({ name }) => name),
    ['pass_ua', 'pass_trace', 'pass_ptd'],
  );
});

test('a thousand cookies are all listed', async () => {
  const cookies = Array.from({ length: 1_000 }, (_, index) => ({
    name: `cookie_${index}`,
    purpose: `Purpose ${index % 40}.`,
    duration: `${1 + (index % 30)} days`,
  }));
  const page = await visit({ manifest: manifest({ cookies }) });
  await page.click('Cookie details');
  await until(
    () => page.look((element) => element.shadowRoot?.querySelectorAll('dialog tbody th[scope=row]').length === 1_001),
    'all rows are there',
  );
});

// By keyboard.

test('what is typed while the notice comes stays where it was typed', async () => {
  const page = await visit({ body: field, script: '' });
  await page.focus('#field');
  await page.tab.type('A');
  await page.addScript('/dist/cookie-manifest.js');
  await page.noticeShown();
  await page.tab.type('da');
  assert.equal(await page.focused(), 'input#field');
  assert.equal(await page.evaluate(() => document.querySelector('input')!.value), 'Ada');
});

test('Tab goes through the notice, and Shift+Tab back', async () => {
  const page = await visit({ body: field });
  await page.noticeShown();
  await page.focus('#after');
  const seen: string[] = [];
  for (const held of [undefined, undefined, undefined, 'Shift', 'Shift'] as const) {
    await page.press('Tab', held);
    seen.push(await page.focused());
  }
  assert.deepEqual(seen, ['a[link]', 'button[ok]', 'button[open-details]', 'button[ok]', 'a[link]']);
});

for (const [what, key] of [
  ['Enter', 'Enter'],
  ['the space bar', ' '],
] as const)
  test(`${what} on OK answers, and the focus is where it was before`, async () => {
    const page = await visit({ body: field });
    await page.noticeShown();
    await page.focus('#field');
    await page.focus('button[part=ok]');
    await page.press(key);
    await page.noticeGone();
    assert.equal(await page.focused(), 'input#field');
    assert.equal(await page.stored(), record());
  });

test('Escape inside the notice equals OK; outside it does nothing', async () => {
  const page = await visit({ body: field });
  await page.noticeShown();
  await page.focus('#field');
  await page.press('Escape');
  await page.painted();
  assert.equal(await page.look(isNoticeShown), true);
  assert.equal(await page.stored(), null);
  await page.focus('button[part=ok]');
  await page.press('Escape');
  await page.noticeGone();
  assert.equal(await page.stored(), record());
});

test('the details keep the focus inside, and Escape gives it back to their opener', async () => {
  const page = await visit({ body: field });
  await page.noticeShown();
  await page.focus('button[part=open-details]');
  await page.press('Enter');
  await page.detailsShown();
  for (let step = 0; step < 8; step++) {
    await page.press('Tab');
    assert.doesNotMatch(await page.focused(), /#field|#after|\[ok\]/);
  }
  await page.press('Escape');
  await page.detailsGone();
  await page.painted();
  assert.equal(await page.focused(), 'button[open-details]');
  assert.equal(await page.stored(), null);
});

test("a page's own button opens the details, and has the focus after them", async () => {
  const page = await visit({
    body: '<button id="mine" data-cookie-manifest="details">Our cookies</button>',
    attributes: 'notice="manual"',
  });
  await page.settled();
  await page.focus('#mine');
  await page.press('Enter');
  await page.detailsShown();
  await page.press('Escape');
  await page.detailsGone();
  await page.painted();
  assert.equal(await page.focused(), 'button#mine');
});

test("a page's own button forgets the answer, and the notice is due at once", async () => {
  const page = await visit({
    body: '<button data-cookie-manifest="reset">Ask again</button>',
    attributes: `revision="${revision}"`,
  });
  await page.click('OK');
  await page.noticeGone();
  await page.click('Ask again');
  await page.noticeShown();
  assert.equal(await page.stored(), null);
});

// Languages.

for (const [lang, dir, text] of [
  ['de', 'ltr', 'verwendet nur notwendige'],
  ['ar', 'rtl', 'الضرورية'],
  ['ja', 'ltr', '必須のCookie'],
] as const)
  test(`notice and details in ${lang}`, async () => {
    const page = await visit({ manifest: demo, html: `lang="${lang}" dir="${dir}"` });
    await page.says(text);
    await page.evaluate(() => cookieManifest.showDetails());
    await page.detailsShown();
    const dialog = () => page.look((element) => element.shadowRoot!.querySelector('dialog')!.lang);
    await until(async () => (await dialog()) === lang, 'the details have the language');
    assert.equal(
      await page.look((element) => getComputedStyle(element.shadowRoot!.querySelector('dialog')!).direction),
      dir,
    );
    await page.fine();
  });

test('a page that names no language is read in the browser’s, whatever that calls itself', async () => {
  const page = await visit({ html: '' });
  await page.noticeShown();
  await page.click('Cookie details');
  await page.detailsShown();
  await until(async () => (await page.look(rowsOf))[1]?.duration === '3 years', 'durations are told');
  await page.fine();
});

test('a language that changes while notice and details are open changes both', async () => {
  const page = await visit();
  await page.click('Cookie details');
  await page.detailsShown();
  await page.evaluate(() => {
    document.documentElement.lang = 'fr';
  });
  await until(
    () => page.look((element) => element.shadowRoot!.querySelector('dialog [part=close]')?.textContent === 'Fermer'),
    'the details are French',
  );
  await page.says('cookies');
  await page.click('Fermer');
  await page.detailsGone();
});

// The policy page.

test('the policy page has every cookie and section, begins with the reader’s own browser, and shows no notice', async () => {
  const page = await visit({
    manifest: demo,
    tag: '<cookie-manifest src="manifestUrl"></cookie-manifest><cookie-manifest-policy></cookie-manifest-policy>',
  });
  await until(
    () =>
      page.look((element) => element.shadowRoot?.querySelectorAll('tbody tr').length === 18, 'cookie-manifest-policy'),
    'the table is there',
  );
  assert.equal(
    await page.look((element) => element.shadowRoot!.querySelector('h1')!.textContent, 'cookie-manifest-policy'),
    'Cookie policy',
  );
  const own = { chromium: 'Google Chrome', firefox: 'Mozilla Firefox', webkit: 'Safari' }[engine.name];
  assert.match(
    (
      await page.look((element) => element.shadowRoot!.querySelector('li')!.textContent, 'cookie-manifest-policy')
    ).trim(),
    new RegExp(`^${own}`),
  );
  assert.equal(await notices(page), 0);
  await page.fine();
});

test('the policy page keeps what stands inside it where the manifest cannot be loaded', async () => {
  const page = await visit({
    answer: { status: 500 },
    tag: '<cookie-manifest-policy src="manifestUrl"><p>By hand.</p></cookie-manifest-policy>',
  });
  await page.told('error');
  await page.painted();
  assert.ok(
    await page.look(
      (element) => element.querySelector('p')!.getBoundingClientRect().height > 0,
      'cookie-manifest-policy',
    ),
  );
});

// Strict pages.

const strict = "default-src 'self'; require-trusted-types-for 'script'";
for (const [what, policy, refused] of [
  ['a strict policy with Trusted Types', strict, []],
  // Nothing tells beforehand that the page refuses policies: Lit asks for its own once, and tries a template once.
  ["trusted-types 'none'", `${strict}; trusted-types 'none'`, ['trusted-types', 'require-trusted-types-for']],
] as const)
  test(`the visitor is served under ${what}: notice, details, another language, OK`, async () => {
    const page = await visit({ headers: { 'Content-Security-Policy': policy } });
    assert.equal(await page.evaluate(() => 'trustedTypes' in globalThis), true);
    await page.click('Cookie details');
    await page.detailsShown();
    await page.click('Close');
    await page.detailsGone();
    await page.look((element) => element.setAttribute('lang', 'de'));
    await page.says('notwendige');
    await page.click('OK');
    await page.noticeGone();
    assert.equal(await page.stored(), record());
    await page.fine(refused);
  });

test('the classic loader does the same', async () => {
  const page = await visit({ script: '<script src="/dist/cookie-manifest.classic.js"></script>' });
  await page.click('OK');
  await page.noticeGone();
  assert.equal(await page.stored(), record());
});

test('nothing global is left but the API and its symbol', async () => {
  const names = () => [
    ...Object.getOwnPropertyNames(globalThis),
    ...Object.getOwnPropertySymbols(globalThis).map(String),
  ];
  const page = await visit({ script: '' });
  const before = await page.evaluate(names);
  await page.addScript('/dist/cookie-manifest.js');
  await page.noticeShown();
  const added = (await page.evaluate(names)).filter(
    (name) => !before.includes(name) && !/^(lit|reactive).*(Versions|Metadata)$/.test(name),
  );
  assert.deepEqual(added, ['cookieManifest', 'Symbol(cookie-manifest)']);
});

// What goes wrong.

for (const [what, answer] of [
  ['a manifest that is not there', { status: 404, body: 'Not found' }],
  ['a page in its place', { body: '<!doctype html><title>Shop</title>', headers: { 'Content-Type': 'text/html' } }],
  ['half a manifest', { body: JSON.stringify(manifest()).slice(0, -20) }],
  ['a manifest that is none', { body: '{"cookies": 7}' }],
] as const)
  test(`${what}: the notice informs all the same, and the details can be tried again`, async () => {
    const page = await visit({ answer });
    await page.noticeShown();
    assert.match((await page.look(noticeText))!, /cookies/);
    await page.told('error');
    await page.click('Cookie details');
    await page.detailsShown();
    page.sendManifest(manifest());
    await page.click('Try again');
    await until(async () => (await page.look(rowsOf)).length === 3, 'the list is there');
    await page.fine();
  });

test('a manifest with wrong entries: they are listed as they stand', async () => {
  const page = await visit({
    manifest: manifest({
      cookies: [
        { name: 'a', duration: 'a while', purpose: 'p' },
        { name: 'b', purpose: 7, duration: [] },
      ],
    }),
  });
  await page.noticeShown();
  await page.told('error');
  await page.click('Cookie details');
  await until(async () => (await page.look(rowsOf)).length === 3, 'the list is there');
  assert.equal((await page.look(rowsOf))[0]!.duration, 'a while');
  await page.fine();
});

test('addresses that run scripts are no links', async () => {
  const page = await visit({
    manifest: manifest({
      site: { name: 'Example', policyUrl: 'java\nscript:globalThis.ran=1', privacyUrl: ' javascript:globalThis.ran=1' },
    }),
  });
  await page.noticeShown();
  assert.equal(await page.look((element) => element.shadowRoot!.querySelectorAll('a[href]').length), 0);
  assert.equal(
    await page.look((element) => element.shadowRoot!.querySelector<HTMLElement>('a[part=link]')?.hidden ?? true),
    true,
  );
});

test('where cookies cannot be written, OK holds for the life of the page', async () => {
  const page = await visit({
    init: () => Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} }),
  });
  await page.click('OK');
  await page.noticeGone();
  assert.deepEqual(await page.evaluate(() => [cookieManifest.preferences.status, cookieManifest.due]), [
    'acknowledged',
    false,
  ]);
  assert.deepEqual(await page.tab.cookies(), []);
  await page.fine();
});

test('where every storage throws, notice and details are the same', async () => {
  const page = await visit({
    init: () => {
      const refuse = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, { get: refuse });
      Object.defineProperty(globalThis, 'BroadcastChannel', { value: refuse });
    },
  });
  await page.click('Cookie details');
  await until(async () => (await page.look(rowsOf)).length === 3, 'the list is there');
  await page.click('Close');
  await page.detailsGone();
  await page.click('OK');
  await page.noticeGone();
  await page.fine();
});

test('in a sandboxed frame, where the browser itself denies cookies, the notice shows and is answered', async () => {
  const page = await visit({
    script: '',
    tag: `<iframe title="Framed" sandbox="allow-scripts" width="600" height="400" srcdoc='<!doctype html><html lang="en"><script>
      for (const type of ["show", "hide", "error"]) document.addEventListener("cookie-manifest-" + type, () => parent.postMessage(type, "*"));
      document.addEventListener("cookie-manifest-show", () => cookieManifest.acknowledge().then(() => parent.postMessage(cookieManifest.preferences.status, "*")));
      </script><script type="module" src="/dist/cookie-manifest.js"></script><cookie-manifest><script type="application/json">${JSON.stringify(manifest()).replaceAll("'", '')}</script></cookie-manifest>'></iframe>`,
    init: () => addEventListener('message', ({ data }) => globalThis.noted.events.push(String(data))),
  });
  await page.told('acknowledged');
  await page.told('hide');
  assert.deepEqual((await page.evaluate(() => globalThis.noted.events)).toSorted(), ['acknowledged', 'hide', 'show']);
  assert.deepEqual(await page.tab.cookies(), []);
});

// Beside other pages.

test('other tabs follow', async () => {
  const page = await visit();
  await page.noticeShown();
  const other = await page.inAnotherTab();
  await other.noticeShown();
  await other.click('OK');
  await other.noticeGone();
  await other.tab.close();
  await page.noticeGone();
  assert.equal(await page.evaluate(() => cookieManifest.preferences.status), 'acknowledged');
});

test('a page that one comes back to knows what was answered since', async () => {
  const page = await visit({ attributes: `revision="${revision}"` });
  await page.noticeShown();
  await page.tab.goto(`${page.url}?next`);
  await page.click('OK');
  await page.noticeGone();
  await page.back();
  await until(() => page.evaluate(() => !location.search), 'the first page is back');
  await page.noticeGone();
  assert.equal(await page.evaluate(() => cookieManifest.due), false);
});

// Looks.

for (const [placement, edge] of [
  ['bottom', 'bottom'],
  ['top', 'top'],
] as const)
  test(`the notice lies on top of the page at its ${edge}, whatever the page puts there`, async () => {
    const page = await visit({
      attributes: `placement="${placement}"`,
      head: '<style>.cover { position: fixed; inset: 0; z-index: 2147483647; background: #fff; transform: scale(1); overflow: hidden }</style>',
      body: '<div class="cover">Cover</div>',
    });
    await page.noticeShown();
    const [toTop, toBottom] = await page.look((element) => {
      const { top, bottom } = element.shadowRoot!.querySelector('section')!.getBoundingClientRect();
      return [top, innerHeight - bottom] as const;
    });
    assert.equal(toTop < toBottom ? 'top' : 'bottom', edge);
  });

test('in a window of 320 px nothing is cut off and nothing scrolls sideways', async (t) => {
  if (lacks(t, 'setViewport')) return;
  const page = await visit({ manifest: demo });
  await page.tab.setViewport(320, 640);
  t.after(() => page.tab.setViewport(800, 600));
  await page.noticeShown();
  assert.ok(
    await page.look((element) => element.shadowRoot!.querySelector('section')!.getBoundingClientRect().height <= 321),
  );
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.click('Cookie details');
  await until(async () => (await page.look(rowsOf)).length === 18, 'all rows are there');
  assert.ok(
    await page.look(
      (element) =>
        element.shadowRoot!.querySelector('dialog')!.scrollWidth <=
        element.shadowRoot!.querySelector('dialog')!.clientWidth,
    ),
  );
});

test('in the dark the notice is dark where the page is', async (t) => {
  if (lacks(t, 'emulateMedia')) return;
  const page = await visit({ head: '<meta name="color-scheme" content="light dark">' });
  const ground = () =>
    page.look((element) => getComputedStyle(element.shadowRoot!.querySelector('section')!).backgroundColor);
  await page.noticeShown();
  const light = await ground();
  await page.tab.emulateMedia('prefers-color-scheme', 'dark');
  t.after(() => page.tab.emulateMedia('prefers-color-scheme', 'light'));
  await until(async () => (await ground()) !== light, 'the notice is dark');
});
