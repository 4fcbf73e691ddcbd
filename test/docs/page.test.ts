import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/browsers.js';
import { declareCookies, selectors } from '../harness.js';
import { startServer, type TestServer } from '../server.js';
import { elementClass } from '../../scripts/docs/elements.js';
import { root } from '../../scripts/docs/program.js';
import { examples, examplesIn, findDocument } from '../../scripts/docs/documents.js';
import { hashScripts } from '../../scripts/docs/integrity.js';

/** Gets the README's tags for a CDN, with the hash of what is built: that in the README may lag until a release. */
function tagsForCdn(): string {
  const [written] = examplesIn(findDocument('README.md'), 'html').filter((code) => code.includes('integrity'));
  assert.match(written!, /sha384-[\w+/]{64}"/);
  return written!.replace(/sha384-[\w+/]{64}/, hashScripts()['cookie-manifest.js']!);
}

let browser: Browser;
let server: TestServer;

before(async () => {
  [browser, server] = await Promise.all([launchChromium(), startServer()]);
  // A site as the README describes it: the two lines in a page, the manifest and the built files at the root.
  server.on('/', {
    body: `<!doctype html><html lang="en"><title>Example</title><main>Example</main>${examples('html')[0]}`,
  });
  server.on('/cookies.json', { body: examples('json')[0]! });
  for (const file of ['cookie-manifest.js', ...readdirSync(`${root}dist/chunks`).map((name) => `chunks/${name}`)])
    server.on(`/${file}`, { body: readFileSync(`${root}dist/${file}`, 'utf8') });
});

after(async () => {
  await browser.close();
  await server.close();
});

test('the two lines show the notice, and the details list the cookies of the manifest', async () => {
  const page = await browser.newPage();
  await page.goto(server.origin);
  await page.locator(selectors.notice).waitFor();
  assert.match(await page.locator(selectors.text).innerText(), /Example/);
  await page.locator(selectors.openDetails).click();
  await page.locator(selectors.row).first().waitFor();
  assert.deepEqual(await page.locator(`${selectors.row} code`).allInnerTexts(), ['sid', 'lang', 'cookie_preferences']);
  await page.close();
});

test('the tags for a CDN show the notice, and a script that was changed does not run', async () => {
  const cdn = '**/npm/cookie-manifest@*/dist/**';
  const page = await browser.newPage();
  const sendFile = (change = '') =>
    page.route(cdn, (route) => {
      const path = new URL(route.request().url()).pathname.replace(/^.*\/dist\//, '');
      return route.fulfill({
        contentType: 'text/javascript',
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: readFileSync(`${root}dist/${path}`, 'utf8') + change,
      });
    });
  server.on('/cdn', { body: `<!doctype html><html lang="en"><title>Example</title>${tagsForCdn()}` });
  await sendFile();
  await page.goto(`${server.origin}/cdn`);
  await page.locator(selectors.notice).waitFor();
  await page.unroute(cdn);
  await sendFile('\nglobalThis.changed = true;');
  const refused = page.waitForEvent('console', (message) => /integrity/.test(message.text()));
  await page.reload();
  await refused;
  assert.equal(await page.evaluate(() => customElements.get('cookie-manifest')), undefined);
  await page.close();
});

test('parts and slots are those that are documented', async () => {
  const page = await browser.newPage();
  const [manifest] = examples('json').map((text) => JSON.parse(text) as { cookies: object[] });
  // More cookies, so that the list has its filter.
  const body = JSON.stringify({ ...manifest, cookies: [...manifest!.cookies, ...declareCookies(12)] });
  await page.route('**/cookies.json', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.goto(server.origin);
  await page.locator(selectors.openDetails).click();
  await page.locator(selectors.row).first().waitFor();
  const rendered = await page.locator(selectors.element).evaluate((element) => {
    const all = [...element.shadowRoot!.querySelectorAll('*')];
    return {
      parts: all.flatMap((at) => [...at.part]),
      slots: all.flatMap((at) => (at instanceof HTMLSlotElement ? [at.name] : [])),
    };
  });
  const sorted = (names: readonly string[]) => [...new Set(names)].sort();
  const { cssParts, slots } = elementClass();
  assert.deepEqual(sorted(rendered.parts), sorted(cssParts.map(({ name }) => name)));
  assert.deepEqual(sorted(rendered.slots), sorted(slots.map(({ name }) => name)));
  await page.close();
});
