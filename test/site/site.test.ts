/** The documentation site: it can be used by everyone, keeps to its own manifest, and leads to every page. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { sidebar } from '../../docs/.vitepress/sidebar.js';
import { launchChromium } from '../../scripts/browsers.js';
import { documents } from '../../scripts/docs/documents.js';
import { run } from '../command.js';
import { findings } from '../e2e/axe.js';
import { startSite, type Site } from './site.js';

let browser: Browser;
let site: Site;
before(async () => {
  site = await startSite();
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  site.close();
});

const everyPage = [
  'index.html',
  'cookies.html',
  ...sidebar.flatMap(({ items }) => items.map(({ link }) => `${link.slice(1)}.html`)),
];
/** One of each kind. */
const pages = ['index.html', 'guide/get-started.html', 'reference/manifest.html', 'cookies.html', 'playground.html'];

interface Visit {
  readonly page: Page;
  /** What the console said, beside plain logs, and what nobody caught. */
  readonly complaints: readonly string[];
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(site.url + path);
  if (path === 'playground.html') await page.frameLocator('iframe').getByText('Cookies on Example').waitFor();
  return { page, complaints };
}

for (const path of pages)
  describe(path, () => {
    test('nothing is wider than a window of 320 pixels', async () => {
      const { page } = await visit(path, { viewport: { width: 320, height: 700 } });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await page.context().close();
    });

    test('the console stays silent', async () => {
      const { page, complaints } = await visit(path);
      await page.evaluate(() => cookieManifest.load());
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  });

for (const path of everyPage)
  test(`axe finds nothing in ${path}, light and dark`, async () => {
    const { page } = await visit(path, { colorScheme: 'light' });
    const isPolicy = path === 'cookies.html';
    await page.getByText(isPolicy ? 'What cookies are' : 'Cookies on cookie-manifest').waitFor();
    assert.deepEqual(await findings(page), []);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html.dark').waitFor();
    assert.deepEqual(await findings(page), []);
    await page.context().close();
  });

test('axe finds nothing in the import’s dialog', async () => {
  const { page } = await visit('playground.html');
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await page.getByRole('button', { name: 'Import …' }).click();
  assert.deepEqual(await findings(page), []);
  await page.context().close();
});

test('the keyboard leads into the playground’s editor, and out of it', async () => {
  const { page } = await visit('playground.html');
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await page.getByRole('button', { name: 'Start over' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.type(' ');
  assert.match(await page.getByRole('textbox', { name: 'Manifest, as JSON' }).innerText(), /^ \{/);
  await page.keyboard.press('Tab');
  assert.equal(await page.getByRole('button', { name: 'Notice' }).evaluate((button) => button.matches(':focus')), true);
  await page.context().close();
});

test('the footer’s link opens the details, and the page stays', async () => {
  const { page } = await visit('guide/get-started.html');
  await page.getByRole('link', { name: 'Cookies on this site' }).click();
  await page.getByRole('dialog').getByText('vitepress-theme-appearance').waitFor();
  assert.match(page.url(), /get-started\.html$/);
  await page.context().close();
});

test('the site keeps what its manifest says', async () => {
  const { code, stdout, stderr } = await run([
    'audit',
    ...pages.map((path) => site.url + path),
    ...['--manifest', 'docs/public/cookies.json', '--fail-on', 'warning'],
  ]);
  assert.equal(code, 0, stdout + stderr);
});

test('the sidebar leads to every page, and to no other', () => {
  const listed = sidebar.flatMap(({ items }) => items.map(({ link }) => `docs${link}.md`));
  const ownWays = ['README.md', 'docs/index.md', 'docs/cookies.md'];
  const written = documents.map(({ path }) => path).filter((path) => !ownWays.includes(path));
  assert.deepEqual(listed.sort(), written.sort());
});
