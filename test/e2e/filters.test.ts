/**
 * Visitors who subscribe to a list such as EasyList Cookie hide what has the usual names. The policy page, and details that they ask
 * for, must be whole all the same. The rules are those that hide or block on every site, as read in November 2026.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { renderPolicyHtml } from '../../src/entries/policy.node.js';
import { rowsOf, selectors } from '../harness.js';
import { browser } from './support.js';
import { start } from '../../demo/server.js';

const demo = JSON.parse(readFileSync(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;

const tags =
  'cookie-notice cookie-policy cookie-banner cookie-bar cookie-consent cookie-info cookie-modal cookie-popup cookie-warning cookie-alert cookie-notification cookie-permission cookie-wrap cookies-policy cookies-consent cookies-notification cookies-popup app-cookie-policy gdpr-consent policy-consent consent'.split(
    ' ',
  );
const attributes = [
  '[data-cookie-name]',
  '[data-cookie-validity-days]',
  '[data-cookie-number]',
  '[data-module="cookies"]',
  '[data-include="cookies"]',
  'div[data-cookie-notification]',
  'div[data-cookie-path]',
  'div[data-cookiebanner]',
  '[data-testid="cookie-policy"]',
  '[aria-label="Consent Banner"]',
  '[name="cookie-info"]',
];
const names = [
  ...tags,
  'cookies',
  'cookie',
  'cookie-details',
  'cookie-disclosure',
  'cookie-content',
  'cookie-message',
  'privacy-notice',
];
const hidden = [
  ...tags,
  ...attributes,
  ...names.flatMap((name) => [`.${name}`, `#${name}`, `[id*="${name}-"]`, `[class^="${name}-"]`]),
  '#cookies > form',
  'section > .cookie',
];

const blocked =
  /\/cookie-notice[.-]|\/cookie-policy-|\/cookie-policy\.js|\/cookie-policy\/|\/cookie-consent|\/cookie-info\.|\/cookie-manager\.|\/cookie\.json|\/cookies\/cookie-|\/cookies\/cookies\.|\/scripts\/cookie-|\/js-cookie-|\/privacy-policy\.js|\/privacy-manager\.js|\/gdpr|\/consent-manager\./;

/** The demo as such a visitor sees it. */
async function filtered(t: TestContext, path: string, javaScriptEnabled = true) {
  const { server, url } = await start();
  const context = await browser.newContext({ javaScriptEnabled, bypassCSP: true });
  t.after(async () => {
    await context.close();
    server.closeAllConnections();
    server.close();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  const aborted: string[] = [];
  await context.addInitScript('globalThis.__name = (named) => named'); // what tsx names functions with is not there in the page
  await page.route(blocked, (route) => {
    aborted.push(route.request().url());
    return route.abort();
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.route(url + path, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({
      response,
      body: html.replace('</head>', `<style>${hidden.join(',')} { display: none !important }</style></head>`),
    });
  });
  await page.goto(url + path);
  return { page, errors, aborted };
}

test('the rules hide what they are for', async (t) => {
  const { page } = await filtered(t, 'policy');
  await page.evaluate(() => {
    for (const name of ['cookie-notice', 'cookie-policy'])
      document.body.append(Object.assign(document.createElement(name), { textContent: `A ${name}` }));
    document.body.append(
      Object.assign(document.createElement('div'), { className: 'cookie-details', textContent: 'A class' }),
    );
  });
  for (const text of ['A cookie-notice', 'A cookie-policy', 'A class'])
    assert.equal(await page.getByText(text).isVisible(), false);
});

test('the policy page is whole', async (t) => {
  const { page, errors, aborted } = await filtered(t, 'policy');
  await page.waitForFunction(() =>
    document.querySelector('cookie-manifest-policy')?.shadowRoot?.querySelector('tbody tr'),
  );
  assert.equal(await page.locator('cookie-manifest-policy tbody tr:visible').count(), 18);
  for (const heading of await page.locator('cookie-manifest-policy').getByRole('heading').all())
    assert.ok(await heading.isVisible());
  assert.deepEqual(errors, []);
  assert.deepEqual(aborted, []);
});

test('its static HTML is whole without scripts', async (t) => {
  const { page } = await filtered(t, 'policy', false);
  assert.equal(await page.locator('article tbody tr:visible').count(), 18);
  assert.equal(await page.locator('article address:visible').count(), 2);
  assert.equal(await page.locator('article > *').count(), await page.locator('article > *:visible').count());
  assert.equal(
    (await page.locator('article').innerText()).includes('Why this site uses cookies'),
    renderPolicyHtml(demo).includes('Why this site uses cookies'),
  );
});

test('the details open by their link, with every row', async (t) => {
  const { page, errors, aborted } = await filtered(t, '');
  await page.locator('footer [data-cookie-manifest=details]').click();
  await page.locator(selectors.dialog).waitFor();
  await page.locator(selectors.row).first().waitFor();
  assert.equal(await page.locator(`${selectors.row}:visible`).count(), 18);
  assert.equal((await page.locator(selectors.element).evaluate(rowsOf)).length, 18);
  assert.deepEqual(errors, []);
  assert.deepEqual(aborted, []);
});

test('no file that is built has a name that is blocked', () => {
  const files = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { name: string };
  for (const file of [
    'cookie-manifest.js',
    'cookie-manifest.classic.js',
    'chunks/page-0.1.0.js',
    'chunks/notice-0.1.0.js',
    'chunks/answer-0.1.0.js',
    'chunks/plain-0.1.0.js',
    'chunks/policy-0.1.0.js',
    'chunks/policy-de-0.1.0.js',
    'manifest.schema.json',
  ])
    assert.doesNotMatch(`/node_modules/${files.name}/dist/${file}`, blocked);
  assert.match('/scripts/cookie-manifest.js', blocked); // which the README warns of
});
