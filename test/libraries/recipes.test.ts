/** The recipes for libraries that change pages without loading them, followed to the letter. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test, { after } from 'node:test';
import { examplesIn, findDocument } from '../../scripts/docs/documents.js';
import { root } from '../../scripts/docs/program.js';
import { selectors } from '../harness.js';
import { manifest, openPage, settled } from '../e2e/support.js';
import { startServer } from '../server.js';
import { bundle } from './bundle.js';

const libraries = {
  turbo: `import '@hotwired/turbo';`,
  htmx: `import htmx from 'htmx.org'; globalThis.htmx = htmx;`,
};

for (const [name, source] of Object.entries(libraries)) {
  const [head, body, policy] = examplesIn(findDocument(`docs/recipes/${name}.md`), 'html');
  const site = await startServer();
  after(() => site.close());
  const toPage = (title: string, content: string) =>
    `<!doctype html><html lang="en">${head!.replace('<head>', `<head><title>${title}</title>`)}${content}</html>`;
  site.on('/', { body: toPage('Home', body!) });
  site.on('/policy', { body: toPage('Policy', policy!) });
  site.on('/cookies.json', { body: JSON.stringify(manifest()) });
  site.on(`/${name}.js`, { body: await bundle(source) });
  for (const file of ['cookie-manifest.js', ...readdirSync(`${root}dist/chunks`).map((chunk) => `chunks/${chunk}`)])
    site.on(`/${file}`, { body: readFileSync(`${root}dist/${file}`, 'utf8') });

  test(`${name}: the notice, the link to the details, and the policy page`, async (t) => {
    const page = await openPage();
    t.after(() => page.context().close());
    await page.goto(`${site.origin}/`);
    await page.locator(selectors.ok).click();
    await page.getByRole('link', { name: 'Cookie details' }).click();
    await page.locator(selectors.dialog).waitFor();
    await settled(page);
    assert.equal(new URL(page.url()).pathname, '/');
    await page.keyboard.press('Escape');
    await page.locator(selectors.dialog).waitFor({ state: 'hidden' });

    await page.evaluate(() => Object.assign(globalThis, { isFirstDocument: true }));
    await page.getByRole('link', { name: 'Cookie policy' }).click();
    await page.locator('cookie-manifest-policy').getByText('sid', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('link', { name: 'Cookie policy' }).waitFor();
    await settled(page);
    assert.equal(await page.locator(selectors.notice).count(), 0);
    assert.equal(await page.evaluate(() => 'isFirstDocument' in globalThis), true, 'the document was not loaded anew');
  });
}
