/** Strict policies of the page, and other copies of what the library uses. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { renderedIn, selectors } from '../harness.js';
import { settled, visit, type Visit } from './support.js';

/** The whole way: notice, details, a language, OK. */
async function walk({ page, openDetails, dialog, ok, notice }: Visit): Promise<void> {
  await openDetails.click();
  await dialog.waitFor();
  await page.locator(selectors.row).first().waitFor();
  await page.locator(selectors.close).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.evaluate(() => cookieManifest.inspect());
  await page.locator('cookie-manifest').evaluate((host) => {
    host.setAttribute('lang', 'de');
  });
  await notice.getByText('notwendige').waitFor();
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
}

test("no violation under default-src 'self' and require-trusted-types-for 'script'", async (t) => {
  const opened = await visit(t, {
    headers: { 'Content-Security-Policy': "default-src 'self'; require-trusted-types-for 'script'" },
  });
  await walk(opened);
  assert.deepEqual(await opened.violations(), []);
  assert.deepEqual(opened.errors, []);
  assert.match((await opened.stored()) ?? '', /^v=1&/);
});

test('no violation where the policy lists the one name that is documented', async (t) => {
  const opened = await visit(t, {
    headers: {
      'Content-Security-Policy':
        "default-src 'self'; require-trusted-types-for 'script'; trusted-types cookie-manifest",
    },
  });
  await walk(opened);
  assert.deepEqual(await opened.violations(), []);
  assert.deepEqual(opened.errors, []);
});

test('no violation through the classic loader', async (t) => {
  const opened = await visit(t, {
    script: '<script src="/dist/cookie-manifest.classic.js"></script>',
    headers: { 'Content-Security-Policy': "default-src 'self'; require-trusted-types-for 'script'" },
  });
  await walk(opened);
  assert.deepEqual(await opened.violations(), []);
  assert.deepEqual(opened.errors, []);
});

test("under trusted-types 'none' a stand-in that needs no policy shows notice and details", async (t) => {
  const opened = await visit(t, {
    headers: {
      'Content-Security-Policy': "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  });
  await walk(opened);
  // Nothing tells beforehand that the page refuses policies: Lit asks for its own once, and tries a template once.
  assert.deepEqual(
    (await opened.violations()).map((violation) => violation.split(' ')[0]),
    ['trusted-types', 'require-trusted-types-for'],
  );
  assert.deepEqual(opened.errors, []);
});

test('a page whose own Lit came first, and took its name, has the whole notice', async (t) => {
  const opened = await visit(t, {
    head: '<script>trustedTypes.createPolicy("lit-html", { createHTML: (html) => html });</script>',
    headers: {
      'Content-Security-Policy':
        "default-src 'self'; script-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types lit-html cookie-manifest",
    },
  });
  await walk(opened);
  assert.deepEqual(await opened.violations(), []);
  assert.deepEqual(opened.errors, []);
});

test('beside a page that uses Lit itself, both work', async (t) => {
  const lit = '/node_modules/lit/index.js';
  const imports = {
    lit,
    '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
    'lit-html': '/node_modules/lit-html/lit-html.js',
    'lit-element/lit-element.js': '/node_modules/lit-element/lit-element.js',
    'lit-html/is-server.js': '/node_modules/lit-html/is-server.js',
  };
  const opened = await visit(t, {
    head: `<script type="importmap">${JSON.stringify({ imports })}</script>
      <script type="module">import { LitElement, html } from 'lit'; customElements.define('page-part', class extends LitElement { render() { return html\`<p>Of the page</p>\`; } });</script>`,
    body: '<page-part></page-part>',
  });
  await opened.page.getByText('Of the page').waitFor();
  await walk(opened);
  assert.deepEqual(opened.errors, []);
});

test('there are no style elements and no style attributes, in the page or in the shadow root', async (t) => {
  const { page, element, openDetails, dialog } = await visit(t);
  await openDetails.click();
  await dialog.waitFor();
  await settled(page);
  const inside = await element.evaluate((host) => [
    host.shadowRoot?.querySelectorAll('style, [style], link').length,
    host.getAttribute('style'),
  ]);
  assert.deepEqual(inside, [0, null]);
  assert.equal(await page.evaluate(() => document.querySelectorAll('style, [style], link').length), 0);
});

test("nothing global is left but the API, its symbol and Lit's lists", async (t) => {
  const names = () => [
    ...Object.getOwnPropertyNames(globalThis),
    ...Object.getOwnPropertySymbols(globalThis).map(String),
  ];
  const { page, openDetails, dialog } = await visit(t, { script: '' });
  const before = new Set(await page.evaluate(names));
  await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await openDetails.click();
  await dialog.waitFor();
  const added = (await page.evaluate(names)).filter((name) => !before.has(name));
  assert.deepEqual(
    added.filter((name) => !/^(lit|reactive).*(Versions|Metadata)$/.test(name)),
    ['cookieManifest', 'Symbol(cookie-manifest)'],
  );
});

test('a page that shows everything does not show a dismissed notice, nor more than 15 elements a first time', async (t) => {
  const sheet =
    '<style>* { display: block !important } [popover], dialog { display: block !important; opacity: 1 !important }</style>';
  const { ok, notice, element, reload } = await visit(t, { head: sheet, attributes: 'revision="2026-11-01"' });
  await notice.waitFor();
  assert.ok((await element.evaluate(renderedIn)) <= 15);
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await element.evaluate((host) => host.getBoundingClientRect().height), 0);
  await reload();
  assert.equal(await element.evaluate((host) => host.getBoundingClientRect().height), 0);
  assert.equal(await element.evaluate((host) => host.shadowRoot), null);
});
