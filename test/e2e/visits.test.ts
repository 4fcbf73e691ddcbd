import assert from 'node:assert/strict';
import test from 'node:test';
import { makeAcknowledgedCookie } from '../../dist/entries/index.js';
import { manifest, openPage, revision, settled, site, visit } from './support.js';

const today = () => new Date().toISOString().slice(0, 10);
const record = (of = revision) => `v=1&status=acknowledged&revision=${of}&granted=essential&denied=&at=${today()}`;
const path = (url: string) => new URL(url).pathname;

test('a first visit shows the notice, and stores nothing', async (t) => {
  const { page, notice, context, errors, until, told } = await visit(t);
  await notice.waitFor();
  await until('show');
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  assert.equal(await page.evaluate(() => cookieManifest.due), true);
  assert.deepEqual(
    (await told()).map(({ type }) => type),
    ['load', 'show'],
  );
  assert.deepEqual(errors, []);
});

test('nothing is stored by opening and closing the details, nor by hide()', async (t) => {
  const { page, openDetails, dialog, context, notice } = await visit(t);
  await openDetails.click();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.evaluate(() => cookieManifest.hide());
  await notice.waitFor({ state: 'hidden' });
  assert.deepEqual(await context.cookies(), []);
});

test('OK stores exactly one cookie, in the documented form', async (t) => {
  const { page, ok, notice, context, url, until } = await visit(t, { attributes: `revision="${revision}"` });
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  await until('change');
  const cookies = await context.cookies(url);
  assert.equal(cookies.length, 1);
  const [{ name, value, path, sameSite, secure, httpOnly, expires }] = cookies as [(typeof cookies)[0]];
  assert.deepEqual(
    { name, value, path, sameSite, secure, httpOnly },
    { name: 'cookie_preferences', value: record(), path: '/', sameSite: 'Lax', secure: false, httpOnly: false },
  );
  assert.equal(Math.round((expires - Date.now() / 1000) / 86_400), 182);
  assert.deepEqual(await page.evaluate(() => cookieManifest.preferences), {
    status: 'acknowledged',
    granted: ['essential'],
    denied: [],
    revision,
    updatedAt: today(),
  });
  assert.equal(await page.evaluate(() => cookieManifest.due), false);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
});

test('with a revision, a return shows nothing and fetches only the one script', async (t) => {
  const { ok, notice, reload, requests, element, told, errors, stored } = await visit(t, {
    attributes: `revision="${revision}"`,
  });
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  const before = await stored();
  await reload();
  assert.deepEqual(
    requests.slice(1).map((request) => path(request.url())),
    ['/dist/cookie-manifest.js'],
  );
  assert.deepEqual(await told('show'), []);
  assert.equal(await element.evaluate((host) => host.shadowRoot), null);
  assert.equal(await element.isVisible(), false);
  assert.equal(await stored(), before);
  assert.deepEqual(errors, []);
});

test('without a revision, a return loads the one script, looks at the manifest when idle, and shows nothing', async (t) => {
  const { ok, notice, reload, requests, element, told, manifestUrl, until } = await visit(t);
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  await reload();
  await until('load');
  const paths = requests.slice(1).map((request) => path(request.url()));
  assert.equal(paths[0], '/dist/cookie-manifest.js');
  assert.equal(paths.filter((at) => at === manifestUrl).length, 1);
  assert.deepEqual(await told('show'), []);
  assert.equal(await element.evaluate((host) => host.shadowRoot), null);
});

test('a new revision in the manifest shows the notice again, and OK stores it', async (t) => {
  const { ok, notice, reload, sendManifest, stored } = await visit(t);
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await stored(), record());
  sendManifest(manifest({ revision: '2026-12-01' }));
  await reload();
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await stored(), record('2026-12-01'));
});

test('a new revision in the tag shows the notice again', async (t) => {
  const { ok, notice, stored } = await visit(t, {
    attributes: 'revision="2026-12-01"',
    stored: record(),
    manifest: manifest({ revision: '2026-12-01' }),
  });
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await stored(), record('2026-12-01'));
});

test("a tag's revision that lags behind is what is stored, is reported, and does not nag", async (t) => {
  const { page, ok, notice, reload, stored, requests, told } = await visit(t, { attributes: 'revision="2026-10-01"' });
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.reload();
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await stored(), record('2026-10-01'));
  assert.ok(
    warnings.some((text) => text.includes('2026-10-01') && text.includes(revision)),
    `no warning names both revisions: ${warnings.join(' | ')}`,
  );
  for (let again = 0; again < 3; again++) {
    await reload();
    assert.deepEqual(await told('show'), []);
    assert.equal(requests.length, 2);
  }
});

test('a manifest without a revision is asked once, and the answer holds', async (t) => {
  const { page, ok, notice, stored, reload, told, until } = await visit(t, {
    manifest: manifest({ revision: undefined }),
  });
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await stored(), record('0'));
  await reload();
  await until('load');
  await settled(page);
  assert.deepEqual(await told('show'), []);
});

test('a return tells of no change, as nothing changed', async (t) => {
  const { page, told } = await visit(t, { attributes: `revision="${revision}"`, stored: record() });
  await settled(page);
  assert.equal(await page.evaluate(() => cookieManifest.preferences.status), 'acknowledged');
  assert.deepEqual(await told('change'), []);
});

test('reset forgets, and shows the notice at once', async (t) => {
  const { page, notice, stored, told } = await visit(t, { attributes: `revision="${revision}"`, stored: record() });
  await settled(page);
  assert.deepEqual(await told('show'), []);
  await page.evaluate(() => cookieManifest.reset());
  await notice.waitFor();
  assert.equal(await stored(), null);
  assert.equal(await page.evaluate(() => cookieManifest.preferences.status), 'unset');
});

test('settings in <meta> name, share and limit the cookie', async (t) => {
  const head = '<meta name="cookie-manifest" content="cookie=site_prefs; days=90">';
  const { ok, notice, context, reload, told, openDetails, dialog } = await visit(t, {
    head,
    attributes: `revision="${revision}"`,
  });
  await openDetails.click();
  await dialog.getByText('site_prefs').waitFor();
  await dialog.press('Escape');
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  const [cookie, ...others] = await context.cookies();
  assert.deepEqual(others, []);
  assert.equal(cookie?.name, 'site_prefs');
  assert.equal(Math.round((cookie.expires - Date.now() / 1000) / 86_400), 90);
  await reload();
  assert.deepEqual(await told('show'), []);
});

test('notice="manual" shows nothing until it is asked to', async (t) => {
  const { page, notice, told } = await visit(t, { attributes: 'notice="manual"' });
  await settled(page);
  assert.deepEqual(
    (await told()).filter(({ type }) => type === 'show'),
    [],
  );
  await page.evaluate(() => cookieManifest.show());
  await notice.waitFor();
});

test('other tabs follow', async (t) => {
  const { context, url, ok, notice } = await visit(t);
  await notice.waitFor();
  const other = await context.newPage();
  await other.goto(url);
  const there = other.locator('cookie-manifest section[part=notice]');
  await there.waitFor();
  await ok.click();
  await there.waitFor({ state: 'hidden' });
  assert.equal(await other.evaluate(() => cookieManifest.preferences.status), 'acknowledged');
});

test('the manifest is fetched once, with same-origin credentials, and nothing else is asked for', async (t) => {
  const { context, page, url, notice, openDetails, dialog, manifestUrl, requests } = await visit(t);
  await notice.waitFor();
  await context.addCookies([{ name: 'sid', value: '1', url }]);
  await page.reload();
  await openDetails.click();
  await dialog.waitFor();
  await settled(page);
  const asked = site.requests.filter((request) => request.path === manifestUrl);
  assert.equal(asked.at(-1)?.headers.cookie, 'sid=1');
  const others = requests
    .filter((request) => !path(request.url()).startsWith('/dist/'))
    .map((request) => path(request.url()));
  assert.deepEqual(others, [path(url), manifestUrl]);
});

for (const [what, options] of Object.entries({
  'the revision of the tag': { attributes: `revision="${revision}"` },
  'the revision of the manifest': {},
  'a cookie of another name': {
    cookie: 'site_prefs',
    head: '<meta name="cookie-manifest" content="cookie=site_prefs">',
  },
})) {
  const { cookie = 'cookie_preferences', ...page } = { cookie: undefined, ...options };

  test(`a test's visitor who is marked as having answered sees no notice: ${what}`, async (t) => {
    const marked = await openPage();
    t.after(() => marked.context().close());
    await marked.context().addCookies([{ ...makeAcknowledgedCookie(revision, { cookie }), url: site.origin }]);
    const { notice, errors } = await visit(t, { ...page, page: marked });
    await settled(marked);
    assert.equal(await marked.evaluate(() => cookieManifest.due), false);
    assert.equal(await notice.count(), 0);
    assert.deepEqual(errors, []);
  });

  test(`a test's visitor who is not marked sees the notice: ${what}`, async (t) => {
    const { notice } = await visit(t, page);
    await notice.waitFor();
  });
}
