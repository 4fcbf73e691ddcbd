/** The page "Where the tag goes": each of its examples is run, and does what the page says of it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/browsers.js';
import { root } from '../../scripts/docs/program.js';
import { startHosts } from '../audit/hosts.js';
import { selectors } from '../harness.js';
import { manifest } from '../manifest.js';

const text = readFileSync(`${root}docs/guide/where-the-tag-goes.md`, 'utf8');
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const examples = [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, , code]) =>
  code!.replaceAll('VERSION', version),
);
const taken = new Set<string>();

/** Takes the one example that holds a text. */
function takeExample(words: string): string {
  const found = examples.filter((example) => example.includes(words));
  assert.equal(found.length, 1, `one example with ${words}`);
  taken.add(found[0]!);
  return found[0]!;
}

const hosts = await startHosts();
const browser = await launchChromium(hosts.browserArgs);
after(async () => {
  await browser.close();
  await hosts.close();
});
const built = ['cookie-manifest.js', 'cookie-manifest.classic.js'].concat(
  readdirSync(`${root}dist/chunks`).map((name) => `chunks/${name}`),
);
for (const host of ['shop.test', 'www.shop.test', 'other.test']) {
  for (const name of built)
    hosts.on({ [`${host}/${name}`]: { type: 'text/javascript', body: readFileSync(`${root}dist/${name}`) } });
  hosts.on({ [`${host}/cookies.json`]: { type: 'application/json', body: JSON.stringify(manifest()) } });
}

const loader = '<script type="module" src="/cookie-manifest.js"></script>';
const tag = '<cookie-manifest src="/cookies.json" revision="2026-11-01"></cookie-manifest>';

/** Puts a page on a host. */
const putPage = (address: string, body: string) =>
  hosts.on({
    [address]: { body: `<!doctype html><html lang="en"><title>Example</title><link rel="icon" href="data:,">${body}` },
  });

async function openContext(t: TestContext): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  t.after(() => context.close());
  return { context, page: await context.newPage() };
}

/** Goes to a page and answers its notice. */
async function answer(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(selectors.ok).click();
  await page.locator(selectors.notice).waitFor({ state: 'detached' });
}

/** Goes to a page, and returns whether its notice is due. */
async function isDue(page: Page, url: string): Promise<boolean> {
  await page.goto(url, { waitUntil: 'networkidle' });
  return page.evaluate(() => cookieManifest.due);
}

test('first in the body, the notice is the first that Tab reaches', async (t) => {
  putPage('shop.test/', takeExample('href="/contact"'));
  const { page } = await openContext(t);
  await page.goto('https://shop.test/');
  await page.locator(selectors.notice).waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'cookie-manifest');
});

test('with its files preloaded and the manifest in the page, the notice asks for nothing more', async (t) => {
  putPage('shop.test/', takeExample('modulepreload'));
  const { page } = await openContext(t);
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  await page.goto('https://shop.test/');
  await page.locator(selectors.notice).waitFor();
  const [entry, ...files] = await page.evaluate(() => {
    const timings = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return ['/cookie-manifest.js', '/notice-', '/page-'].map((part) =>
      timings
        .filter(({ name }) => name.includes(part))
        .map(({ startTime, responseEnd }) => ({ startTime, responseEnd })),
    );
  });
  for (const loads of files) {
    assert.equal(loads.length, 1, 'each is loaded once');
    assert.ok(loads[0]!.startTime < entry![0]!.responseEnd, 'and before the script could ask for it');
  }
  assert.deepEqual(warnings, []);
});

test('a script in the page finds its files by data-cookie-manifest-base', async (t) => {
  const script = readFileSync(`${root}dist/cookie-manifest.classic.js`, 'utf8');
  putPage('shop.test/deep/', `${takeExample('data-cookie-manifest-base')}<script>${script}</script>`);
  const { page } = await openContext(t);
  await page.goto('https://shop.test/deep/');
  await page.locator(selectors.notice).waitFor();
});

test('a frame in another site remembers there, and not on its own', async (t) => {
  putPage('shop.test/', `${takeExample('"partitioned"')}${loader}${tag}`);
  putPage('other.test/', '<iframe title="Shop" src="https://shop.test/" width="600" height="500"></iframe>');
  const { page, context } = await openContext(t);
  const frame = page.frameLocator('iframe');
  await page.goto('https://other.test/');
  await frame.locator(selectors.ok).click();
  await frame.locator(selectors.notice).waitFor({ state: 'detached' });
  const [cookie] = await context.cookies();
  assert.deepEqual([cookie!.sameSite, cookie!.secure, Boolean(cookie!.partitionKey)], ['None', true, true]);
  assert.equal(await isDue(page, 'https://shop.test/'), true);
});

test('with a cookie of its own, an application does not answer for another on its host', async (t) => {
  putPage('shop.test/shop', `${takeExample('cookie=shop_cookies')}${loader}${tag}`);
  putPage('shop.test/blog', `${loader}${tag}`);
  const { page, context } = await openContext(t);
  await answer(page, 'https://shop.test/shop');
  assert.deepEqual(
    (await context.cookies()).map(({ name }) => name),
    ['shop_cookies'],
  );
  assert.equal(await isDue(page, 'https://shop.test/blog'), true);
  assert.equal(await isDue(page, 'https://shop.test/shop'), false);
});

test('with a path of its own, an application does not answer for the rest of its host', async (t) => {
  putPage('shop.test/shop/', `${takeExample('path=/shop')}${loader}${tag}`);
  putPage('shop.test/blog', `${loader}${tag}`);
  const { page } = await openContext(t);
  await answer(page, 'https://shop.test/shop/');
  assert.equal(await isDue(page, 'https://shop.test/blog'), true);
  assert.equal(await isDue(page, 'https://shop.test/shop/'), false);
});

test('with the domain above them, hosts share the answer', async (t) => {
  const page = `${takeExample('domain=shop.test')}${loader}${tag}`;
  putPage('shop.test/', page);
  putPage('www.shop.test/', page);
  const opened = await openContext(t);
  await answer(opened.page, 'https://www.shop.test/');
  assert.equal(await isDue(opened.page, 'https://shop.test/'), false);
  const [cookie] = await opened.context.cookies();
  const days = (cookie!.expires * 1000 - Date.now()) / 86_400_000;
  assert.ok(days > 89 && days <= 90, `${days} days`);
});

test('the notice stays away from the edge by the offset', async (t) => {
  putPage('shop.test/', `<style>${takeExample('--cookie-manifest-offset')}</style>${loader}${tag}`);
  const { page } = await openContext(t);
  await page.goto('https://shop.test/');
  await page.locator(selectors.notice).waitFor();
  const box = (await page.locator(selectors.notice).boundingBox())!;
  assert.equal(Math.round(page.viewportSize()!.height - box.y - box.height), 88);
});

test('a visitor who has acknowledged sees no notice', async (t) => {
  putPage('shop.test/', `${loader}${tag}`);
  const { page, context } = await openContext(t);
  const [imports, example] = takeExample('makeAcknowledgedCookie').split('\n\n');
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/cookie-manifest'));
  const file = join(folder, 'example.mjs');
  const statement = example!.replace('http://localhost:3000', 'https://shop.test/');
  writeFileSync(file, `${imports}\nexport async function prepare(context) { ${statement} }`);
  const { prepare } = (await import(file)) as { prepare(context: BrowserContext): Promise<void> };
  await prepare(context);
  assert.equal(await isDue(page, 'https://shop.test/'), false);
  assert.equal(await page.locator(selectors.notice).count(), 0);
});

test('every example of the page is run', () => assert.equal(taken.size, examples.length));
