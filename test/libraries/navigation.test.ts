/** Libraries that change pages without loading them: what was answered stays away, and what arrives is seen. */
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { selectors } from '../harness.js';
import { loader, manifest, openPage, settled, site } from '../e2e/support.js';
import { bundle } from './bundle.js';

/** Scripts that take over the links of the page. */
const libraries = {
  turbo: `import '@hotwired/turbo';`,
  htmx: `import htmx from 'htmx.org'; globalThis.htmx = htmx;`,
  swup: `import Swup from 'swup'; new Swup({ animationSelector: false });`,
};

const tag = '<cookie-manifest src="/cookies.json" revision="2026-11-01"></cookie-manifest>';
site.on('/cookies.json', { body: JSON.stringify(manifest()) });

/** Makes the pages of a site with such a library: in two of them the notice, in the third the policy. */
async function makeSite(name: keyof typeof libraries): Promise<string> {
  const folder = `/${name}`;
  site.on(`${folder}/library.js`, { body: await bundle(libraries[name]) });
  for (const [page, body] of [
    ['one', tag],
    ['two', tag],
    ['policy', '<cookie-manifest-policy src="/cookies.json"></cookie-manifest-policy>'],
  ])
    site.on(`${folder}/${page}`, {
      body: `<!doctype html><html lang="en"><head><title>${page}</title><script defer src="${folder}/library.js"></script>${loader}</head>
        <body hx-boost="true"><nav>${['one', 'two', 'policy'].map((to) => `<a id="${to}" href="${folder}/${to}">${to}</a> `).join('')}</nav>
        <div id="swup"><h1>${page}</h1>${body}</div></body></html>`,
    });
  return `${site.origin}${folder}`;
}

/** Opens the first page of such a site, and notes on it that it was never loaded again. */
async function openSite(t: TestContext, origin: string): Promise<Page> {
  const page = await openPage();
  t.after(() => page.context().close());
  await page.goto(`${origin}/one`);
  await page.waitForFunction(() => window.cookieManifest?.manifest);
  await settled(page);
  await page.evaluate(() => Object.assign(globalThis, { isFirstDocument: true }));
  return page;
}

/** Waits until a page of the site is there. */
async function arrive(page: Page, title: string): Promise<void> {
  await page.locator('#swup > h1', { hasText: title }).waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => 'isFirstDocument' in globalThis), true, 'the document was not loaded anew');
}

/** Counts what lies in the top layer. */
const countTopLayer = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const roots = [...document.querySelectorAll('cookie-manifest')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    return [document, ...roots].reduce((sum, root) => sum + root.querySelectorAll(':modal, :popover-open').length, 0);
  });

for (const name of Object.keys(libraries) as (keyof typeof libraries)[]) {
  const origin = await makeSite(name);

  test(`with ${name}, an answered notice stays away on the way forward and back`, async (t) => {
    const page = await openSite(t, origin);
    await page.locator(selectors.ok).click();
    await page.locator('#two').click();
    await arrive(page, 'two');
    assert.equal(await page.locator(selectors.notice).count(), 0);
    await page.goBack();
    await arrive(page, 'one');
    assert.equal(await page.locator(selectors.notice).count(), 0);
    await page.goForward();
    await arrive(page, 'two');
    assert.equal(await page.locator(selectors.notice).count(), 0);
    assert.equal(await countTopLayer(page), 0);
  });

  test(`with ${name}, a notice that was not answered is there on the next page`, async (t) => {
    const page = await openSite(t, origin);
    await page.locator('#two').click();
    await arrive(page, 'two');
    await page.locator(selectors.ok).click();
    await page.locator(selectors.notice).waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => cookieManifest.due), false);
  });

  test(`with ${name}, a policy page that one comes to renders by the script tag alone`, async (t) => {
    const page = await openSite(t, origin);
    await page.locator(selectors.ok).click();
    await page.locator('#policy').click();
    await arrive(page, 'policy');
    await page.locator('cookie-manifest-policy').getByText('sid', { exact: true }).first().waitFor();
  });

  test(`with ${name}, leaving while the details are open leaves nothing above the page`, async (t) => {
    const page = await openSite(t, origin);
    await page.locator('#two').click();
    await arrive(page, 'two');
    await page.locator(selectors.ok).click();
    await page.evaluate(() => cookieManifest.showDetails());
    await page.locator(selectors.dialog).waitFor();
    await page.goBack();
    await arrive(page, 'one');
    assert.equal(await countTopLayer(page), 0);
    await page.locator('#two').click();
    await arrive(page, 'two');
    assert.equal(await countTopLayer(page), 0);
  });
}
