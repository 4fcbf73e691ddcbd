/** `data-cookie-manifest` on any element of a page. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { selectors } from '../harness.js';
import { settled, site, visit } from './support.js';

const body = `<button id="show" data-cookie-manifest="show">Show</button>
  <button id="details" data-cookie-manifest="details"><b id="inside">Details</b></button>
  <button id="acknowledge" data-cookie-manifest="acknowledge">Seen</button>
  <button id="reset" data-cookie-manifest="reset">Forget</button>
  <button id="unknown" data-cookie-manifest="constructor">Unknown</button>
  <a id="link" href="/policy" data-cookie-manifest="details">Cookies</a>`;

site.on('/policy', { body: '<!doctype html><title>Policy</title>' });

test('show, acknowledge and reset act', async (t) => {
  const { page, notice, stored, errors } = await visit(t, { body, attributes: 'notice="manual"' });
  await settled(page);
  await page.locator('#show').click();
  await notice.waitFor();
  await page.locator('#acknowledge').click();
  await notice.waitFor({ state: 'hidden' });
  assert.match((await stored()) ?? '', /^v=1&status=acknowledged&/);
  await page.locator('#reset').click();
  await notice.waitFor();
  assert.equal(await stored(), null);
  assert.deepEqual(errors, []);
});

test('details acts from inside a button, and a link does not lead away', async (t) => {
  const { page, url, dialog } = await visit(t, { body, attributes: 'notice="manual"' });
  await settled(page);
  for (const opener of ['#inside', '#link']) {
    await page.locator(opener).click();
    await dialog.waitFor();
    await page.locator(selectors.close).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  assert.equal(page.url(), url);
});

test('an action inside nested shadow roots acts', async (t) => {
  const { page, dialog } = await visit(t, { attributes: 'notice="manual"', body: '<div id="outer"></div>' });
  await settled(page);
  await page.evaluate(() => {
    const outer = document.querySelector('#outer')!.attachShadow({ mode: 'open' });
    const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const button = inner.appendChild(document.createElement('button'));
    button.dataset['cookieManifest'] = 'details';
    button.textContent = 'Deep';
  });
  await page.getByRole('button', { name: 'Deep' }).click();
  await dialog.waitFor();
});

for (const modifier of ['Control', 'Shift'] as const)
  test(`a click with ${modifier} on a link is left alone`, async (t) => {
    const { context, page, dialog } = await visit(t, { body, attributes: 'notice="manual"' });
    await settled(page);
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.locator('#link').click({ modifiers: [modifier] }),
    ]);
    await opened.waitForURL('**/policy');
    assert.equal(await dialog.count(), 0);
  });

test('a word that is no action does nothing', async (t) => {
  const { page, notice, errors } = await visit(t, { body, attributes: 'notice="manual"' });
  await settled(page);
  await page.locator('#unknown').click();
  await settled(page);
  assert.equal(await notice.count(), 0);
  assert.deepEqual(errors, []);
});

test('actions work where the page has no element', async (t) => {
  const { page, notice, errors } = await visit(t, { body, tag: '' });
  await settled(page);
  await page.locator('#show').click();
  await notice.waitFor();
  assert.deepEqual(errors, []);
});
