/** The demo's gallery: looks by CSS alone are as readable and as whole as the plain one. */
import assert from 'node:assert/strict';
import test, { after, type TestContext } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { start } from '../../demo/server.js';
import { selectors } from '../harness.js';
import { findings } from './axe.js';
import { browser } from './support.js';

const { server, url } = await start(0);
after(() => {
  server.closeAllConnections();
  server.close();
});

const looks = ['plain', 'brand', 'government', 'dense', 'bootstrap', 'tailwind'] as const;

async function open(t: TestContext, look: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(5_000);
  t.after(() => context.close());
  const page = await context.newPage();
  page.on('console', (message) => assert.notEqual(message.type(), 'error', message.text()));
  await page.goto(`${url}themes/${look}`);
  return page;
}

async function details(page: Page): Promise<void> {
  await page.locator(selectors.openDetails).click();
  await page.locator(selectors.row).nth(16).waitFor();
}

for (const look of looks)
  for (const [scheme, context] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const)
    test(`${look}, ${scheme}: axe finds nothing in notice, details and policy page`, async (t) => {
      const page = await open(t, look, context);
      // Of what a page's own colours are forced to, axe knows nothing.
      const found = async () =>
        (await findings(page)).filter(
          (finding) => scheme !== 'forced colours' || finding.includes('[["cookie-manifest'),
        );
      await page.locator(selectors.notice).waitFor();
      assert.deepEqual(await found(), []);
      await details(page);
      assert.deepEqual(await found(), []);
      await page.goto(`${url}themes/${look}?policy`);
      await page.locator('cookie-manifest-policy table').first().waitFor();
      assert.deepEqual(await found(), []);
    });

/** What of a page lies beyond its window's edges, where one would have to scroll sideways. */
const beyond = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const inside = [...document.querySelectorAll('cookie-manifest, cookie-manifest-policy')].flatMap(
      ({ shadowRoot }) => [
        ...(shadowRoot?.querySelectorAll('section, dialog, button, input, p, h1, h2, td, th') ?? []),
      ],
    );
    return [document.documentElement, ...inside]
      .filter((element) => !element.closest('[part=scroll]')) // a box of its own, which scrolls
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .map(
        (element) =>
          `${element.localName} ${element.textContent.slice(0, 30)}: ${element.scrollWidth} in ${element.clientWidth}`,
      );
  });

for (const look of looks)
  for (const [name, viewport] of [
    ['at 320 px', { width: 320, height: 640 }],
    ['at 400 % zoom of 1280 × 1024', { width: 320, height: 256 }],
  ] as const)
    test(`${look}, ${name}: nothing is cut off, and both buttons can be pressed`, async (t) => {
      const page = await open(t, look, { viewport });
      await page.locator(selectors.notice).waitFor();
      assert.deepEqual(await beyond(page), []);
      await details(page);
      assert.deepEqual(await beyond(page), []);
      await page.locator(selectors.close).click();
      await page.locator(selectors.ok).click();
      await page.locator(selectors.notice).waitFor({ state: 'hidden' });
      await page.goto(`${url}themes/${look}?policy`);
      await page.locator('cookie-manifest-policy table').first().waitFor();
      assert.deepEqual(await beyond(page), []);
    });

for (const look of looks)
  test(`${look}: nothing moves where motion is unwelcome, and the notice is not printed`, async (t) => {
    const page = await open(t, look, { reducedMotion: 'reduce' });
    await page.locator(selectors.notice).waitFor();
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator(selectors.notice).isVisible(), false);
  });

test('every look answers for itself, and the gallery shows all of them', async (t) => {
  const page = await open(t, '');
  for (const look of looks) {
    const frame = page.frameLocator(`iframe[src="/themes/${look}"]`);
    await page.locator(`iframe[src="/themes/${look}"]`).scrollIntoViewIfNeeded();
    await frame.locator(selectors.ok).click();
    await frame.locator(selectors.notice).waitFor({ state: 'hidden' });
  }
  const names = (await page.context().cookies()).map(({ name }) => name);
  assert.deepEqual(
    looks.filter((look) => !names.includes(`look_${look}`)),
    [],
  );
});
