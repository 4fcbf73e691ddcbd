/** Settings of the page: what is wrong with them is said, the best valid one is used, and the record is written as they say. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/browsers.js';
import { startHosts } from '../audit/hosts.js';
import { selectors } from '../harness.js';
import { loader, manifest, settled, visit } from './support.js';

/** Collects the console's warnings. */
function collectWarnings(page: Page): string[] {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  return warnings;
}

/** Returns what `inspect()` prints, one line each. */
const inspect = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const lines: string[] = [];
    console.info = (...what: unknown[]) => void lines.push(what.join(' '));
    await cookieManifest.inspect();
    return lines;
  });

const meta = (content: string) => `<meta name="cookie-manifest" content="${content}">`;

for (const [content, words] of [
  ['days=500', 'the setting days="500" cannot be used: it must be a whole number from 1 to 400.'],
  ['days=', 'the setting days="" cannot be used'],
  ['domain=exa mple.com', 'the setting domain="exa mple.com" cannot be used: it must be a host'],
  ['cookie=my cookie', 'the setting cookie="my cookie" cannot be used: it must be letters'],
  ['revision=2026/11/01', 'the setting revision="2026/11/01" cannot be used: it must be 1 to 64 letters'],
  ['path=shop', 'the setting path="shop" cannot be used: it must be a path that begins with "/"'],
  ['samesite=loose', 'the setting sameSite="loose" cannot be used: it must be "lax", "strict" or "none".'],
  ['partitioned=1', 'the setting partitioned="1" cannot be used: it must be true or false.'],
  ['day=90', 'the setting day="90" is unknown. Did you mean "days"?'],
  ['max-age=90', 'the setting max-age="90" is unknown.'],
])
  test(`the setting "${content}" is named in the console and by inspect(), and OK holds`, async (t) => {
    const { page, ok, notice, reload } = await visit(t, { head: meta(content!), script: '' });
    const warnings = collectWarnings(page);
    const warned = page.waitForEvent('console', (message) => message.type() === 'warning');
    await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
    await ok.click();
    await notice.waitFor({ state: 'hidden' });
    await warned;
    assert.equal(warnings.length, 1, warnings.join('\n'));
    assert.ok(warnings[0]!.startsWith(`cookie-manifest: ${words}`), warnings[0]);
    assert.ok(
      (await inspect(page)).some((line) => line.startsWith(words!)),
      'inspect() says it too',
    );
    await page.route('**/visit-*/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('</head>', `${loader}</head>`) });
    });
    await reload();
    assert.equal(await notice.count(), 0);
  });

test('settings that come too late, contradict or repeat earlier ones are told of by what they are', async (t) => {
  const { page } = await visit(t, { head: meta('cookie=prefs; days=90'), tag: '<p>No element.</p>' });
  await settled(page);
  const warnings = collectWarnings(page);
  await page.evaluate(() => {
    cookieManifest.configure({ cookie: 'prefs', days: 90 });
    cookieManifest.configure({ cookie: 'other' });
    cookieManifest.allows('statistics');
    cookieManifest.configure({ domain: 'localhost' });
    cookieManifest.configure({ domain: 'localhost' });
  });
  await page.waitForFunction(() => cookieManifest.inspect().then(() => true));
  assert.deepEqual(warnings, [
    'cookie-manifest: the setting cookie="other" comes after cookie="prefs", which stays.',
    'cookie-manifest: the setting domain="localhost" comes too late: the page has asked for preferences before. Give it in <meta name="cookie-manifest">, or call configure() first.',
  ]);
});

test('a tag’s revision that was mended is no longer told of by inspect()', async (t) => {
  const { page, element, notice } = await visit(t, { attributes: 'revision="1/2"' });
  await notice.waitFor();
  const says = async () => (await inspect(page)).filter((line) => line.includes('revision="1/2"')).length;
  assert.equal(await says(), 1);
  await element.evaluate((tag) => tag.setAttribute('revision', '2026-11-01'));
  assert.equal(await says(), 0);
});

/** Answers the notice of a page with settings, and returns the cookies that it set. */
async function answerWith(t: TestContext, content: string) {
  const visited = await visit(t, { head: meta(content), attributes: 'revision="2026-11-01"' });
  await visited.ok.click();
  await visited.notice.waitFor({ state: 'hidden' });
  const { pathname } = new URL(visited.url);
  return { ...visited, pathname, cookies: await visited.context.cookies(visited.url) };
}

test('by default the cookie counts on the whole host, and is not sent with other sites’ requests', async (t) => {
  const { cookies } = await answerWith(t, '');
  assert.deepEqual(
    cookies.map(({ path, sameSite, secure }) => ({ path, sameSite, secure })),
    [{ path: '/', sameSite: 'Lax', secure: false }],
  );
});

test('"path" and "samesite" are what the cookie is written with', async (t) => {
  const { context, url } = await visit(t, { script: '' });
  const { pathname } = new URL(url);
  const folder = pathname.replace(/\d+\/$/, (number) => `${Number.parseInt(number, 10) + 1}`);
  const { cookies, page, notice, reload } = await answerWith(t, `path=${folder}; samesite=strict`);
  assert.deepEqual(
    cookies.map(({ path, sameSite }) => ({ path, sameSite })),
    [{ path: folder, sameSite: 'Strict' }],
  );
  await reload();
  assert.equal(await notice.count(), 0);
  await page.evaluate(() => cookieManifest.reset());
  assert.deepEqual(await page.context().cookies(), []);
  await context.close();
});

test('two applications on one host with a path each remember their own answers', async (t) => {
  const [first, second] = [await visit(t, { script: '' }), await visit(t, { script: '' })];
  const { page } = first;
  const open = async ({ url }: { url: string }) => {
    await page.goto(url);
    await page.evaluate(
      (path) => {
        const tag = document.createElement('meta');
        tag.name = 'cookie-manifest';
        tag.content = `path=${path}`;
        document.head.append(tag);
      },
      new URL(url).pathname.replace(/\/$/, ''),
    );
    await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
    await settled(page);
    return page.evaluate(() => cookieManifest.due);
  };
  assert.equal(await open(first), true);
  await first.ok.click();
  await first.notice.waitFor({ state: 'hidden' });
  assert.equal(await open(second), true);
  assert.equal(await open(first), false);
});

for (const [content, reason] of [
  ['path=/elsewhere', 'The setting "path" must be a folder of this page'],
  ['cookie=__Host-preferences; path=/visit', 'needs https'],
])
  test(`an answer that is refused for "${content}" is told of with its path and the reason`, async (t) => {
    const { page, ok } = await visit(t, { head: meta(content!) });
    const warned = page.waitForEvent('console', (message) => message.text().includes('was not stored'));
    await ok.click();
    const warning = (await warned).text();
    assert.ok(warning.includes(`path ${/path=(\S+)/.exec(content!)![1]})`), warning);
    assert.ok(warning.includes(reason!), warning);
  });

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Hosts over https: an application that pages of another site frame. */
async function startSites(t: TestContext, content: string): Promise<{ context: BrowserContext; page: Page }> {
  const hosts = await startHosts();
  t.after(() => hosts.close());
  const files = ['cookie-manifest.js', ...readdirSync(`${root}dist/chunks`).map((name) => `chunks/${name}`)];
  for (const name of files)
    hosts.on({
      [`app.test/${name}`]: { type: 'text/javascript', body: readFileSync(`${root}dist/${name}`) },
    });
  const page = (head: string, body: string) =>
    `<!doctype html><html lang="en"><title>Example</title><link rel="icon" href="data:,">${head}<body>${body}`;
  hosts.on({
    'app.test/': {
      body: page(
        `${meta(content)}<script type="module" src="/cookie-manifest.js"></script>`,
        '<cookie-manifest src="/cookies.json" revision="2026-11-01"></cookie-manifest>',
      ),
    },
    'app.test/cookies.json': { type: 'application/json', body: JSON.stringify(manifest()) },
    'other.test/': {
      body: page('', '<iframe title="App" src="https://app.test/" width="600" height="500"></iframe>'),
    },
  });
  const browser = await launchChromium(hosts.browserArgs);
  t.after(() => browser.close());
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  return { context, page: await context.newPage() };
}

/** Opens the other site, and returns the application's frame in it once that has decided. */
async function openFrame(page: Page): Promise<Frame> {
  await page.goto('https://other.test/', { waitUntil: 'networkidle' });
  const frame = page.frames().find((each) => each.url() === 'https://app.test/')!;
  await frame.waitForFunction(() => 'cookieManifest' in globalThis);
  return frame;
}

test('with "partitioned" a frame in another site remembers there, and its own site asks for itself', async (t) => {
  const { context, page } = await startSites(t, 'partitioned');
  const frame = await openFrame(page);
  await frame.locator(selectors.ok).click();
  await frame.locator(selectors.notice).waitFor({ state: 'hidden' });
  const [cookie] = await context.cookies();
  assert.deepEqual(
    { sameSite: cookie!.sameSite, secure: cookie!.secure, partitioned: Boolean(cookie!.partitionKey) },
    { sameSite: 'None', secure: true, partitioned: true },
  );
  assert.equal(await (await openFrame(page)).evaluate(() => cookieManifest.due), false);
  await page.goto('https://app.test/', { waitUntil: 'networkidle' });
  assert.equal(await page.evaluate(() => cookieManifest.due), true);
  const again = await openFrame(page);
  await again.evaluate(() => cookieManifest.reset());
  assert.deepEqual(await context.cookies(), []);
});

test('a cookie that was written before "partitioned" was set is forgotten with the other', async (t) => {
  const { context, page } = await startSites(t, 'partitioned');
  await page.goto('https://app.test/', { waitUntil: 'networkidle' });
  const { value, ...older } = {
    name: 'cookie_preferences',
    value: 'v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=2026-11-24',
    domain: 'app.test',
    path: '/',
    secure: true,
  };
  await context.addCookies([{ ...older, value }]);
  await page.reload({ waitUntil: 'networkidle' });
  assert.equal(await page.evaluate(() => cookieManifest.due), false);
  await page.evaluate(() => cookieManifest.acknowledge());
  assert.equal((await context.cookies()).length, 2);
  await page.evaluate(() => cookieManifest.reset());
  assert.deepEqual(await context.cookies(), []);
});

test('a frame in another site whose answer is refused says which settings it needs', async (t) => {
  const { page } = await startSites(t, 'samesite=lax');
  const frame = await openFrame(page);
  const warned = page.waitForEvent('console', (message) => message.text().includes('was not stored'));
  await frame.locator(selectors.ok).click();
  assert.match((await warned).text(), /"sameSite=none" and "partitioned"/);
});
