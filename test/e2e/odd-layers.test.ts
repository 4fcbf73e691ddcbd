/** What else is on the page: dialogs, popovers, full screen, inert and hidden trees, scripts that take the element away. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { flaws, open, readDetails, wholeWay, type Opened } from './odd.js';
import { painted, settled, site } from './support.js';

const show = (id: string) => `<script>document.querySelector('${id}').showModal()</script>`;
const gate =
  '<dialog id="gate">Of the page <button id="yes" onclick="this.closest(\'dialog\').close()">Yes</button></dialog>';
const room = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement.scrollHeight, getComputedStyle(document.documentElement).scrollPaddingBottom].join(),
  );
const top = (page: Page) => page.evaluate(() => document.querySelector('h1')!.getBoundingClientRect().top);

/** A notice that is not there yet, though all that it needs is. */
async function waiting({ page, notice }: Opened): Promise<void> {
  await page.waitForFunction(() => window.cookieManifest?.manifest);
  await settled(page);
  assert.equal(await notice.count(), 0);
}

for (const [what, end] of [
  ['closed', async (page: Page) => page.locator('#yes').click()],
  ['closed by Escape', async (page: Page) => page.keyboard.press('Escape')],
  ['removed', async (page: Page) => page.locator('#gate').evaluate((dialog) => dialog.remove())],
] as const)
  test(`a notice that is due while a modal dialog of the page is open comes when that is ${what}`, async () => {
    const opened = await open({ body: gate + show('#gate') });
    await waiting(opened);
    await end(opened.page);
    await opened.notice.waitFor();
    assert.deepEqual(await opened.ok.evaluate(flaws), []);
    await readDetails(opened);
    await opened.ok.click();
    await opened.notice.waitFor({ state: 'detached' });
    assert.deepEqual(opened.complaints, []);
  });

test('a notice that was answered elsewhere while a modal dialog was open does not come after it', async () => {
  const opened = await open({ body: gate + show('#gate') });
  await waiting(opened);
  await opened.page.evaluate(() => cookieManifest.acknowledge());
  await opened.page.locator('#yes').click();
  await opened.page.evaluate(() => new Promise((later) => setTimeout(later, 200))); // set after the notice's own, and as long: it ends after it
  assert.equal(await opened.notice.count(), 0);
});

test('a modal dialog that opens later lies above the notice, which answers again when it has closed', async () => {
  const opened = await open({ body: gate });
  await opened.notice.waitFor();
  await opened.page.locator('#gate').evaluate((dialog: HTMLDialogElement) => dialog.showModal());
  assert.match((await opened.ok.evaluate(flaws)).join(), /has something above it/);
  await opened.page.locator('#yes').click();
  assert.deepEqual(await opened.ok.evaluate(flaws), []);
  await opened.ok.click();
  await opened.notice.waitFor({ state: 'detached' });
});

test('the details open above a modal dialog of the page, and closed leave it open', async () => {
  const opened = await open({
    body:
      gate.replace('<button', '<button id="cookies" data-cookie-manifest="details">Cookies</button><button') +
      show('#gate'),
  });
  await waiting(opened);
  await opened.page.locator('#cookies').click();
  await opened.dialog.waitFor();
  assert.deepEqual(await opened.close.evaluate(flaws), []);
  await opened.close.click();
  await opened.dialog.waitFor({ state: 'hidden' });
  assert.equal(await opened.page.locator('#gate').isVisible(), true);
  assert.equal(await opened.page.evaluate(() => document.activeElement?.id), 'cookies');
});

test('a notice in an inert tree comes when that is no longer inert', async () => {
  const opened = await open({ around: '<div id="app" inert>element</div>' });
  await waiting(opened);
  await opened.page.locator('#app').evaluate((app) => app.removeAttribute('inert'));
  await wholeWayFrom(opened);
});

test('a notice in an inert body comes when that is no longer inert', async () => {
  const opened = await open({ on: 'inert' });
  await waiting(opened);
  await opened.page.evaluate(() => document.body.removeAttribute('inert'));
  await wholeWayFrom(opened);
});

test('a notice whose tree becomes inert cannot be pressed until that ends', async () => {
  const opened = await open({ around: '<div id="app">element</div>' });
  await opened.notice.waitFor();
  const inert = (on: boolean) =>
    opened.page.locator('#app').evaluate((app, is) => app.toggleAttribute('inert', is), on);
  await inert(true);
  assert.match((await opened.ok.evaluate(flaws)).join(), /has something above it/);
  await inert(false);
  await wholeWayFrom(opened);
});

test('an inline notice does not wait for a modal dialog, as it covers nothing', async () => {
  const { notice } = await open({ attributes: 'placement="inline"', body: gate + show('#gate') });
  await notice.waitFor();
});

/** Read, details, OK; without a new load. */
async function wholeWayFrom(opened: Opened): Promise<void> {
  await opened.notice.waitFor();
  assert.deepEqual(await opened.ok.evaluate(flaws), []);
  await readDetails(opened);
  await opened.ok.click();
  await opened.notice.waitFor({ state: 'detached' });
  assert.match((await opened.stored()) ?? 'nothing', /^v=1&status=acknowledged&/);
  assert.deepEqual(opened.complaints, []);
}

test('a popover of the page stays open when the notice comes, and closes as it always does when the visitor presses elsewhere', async () => {
  const opened = await open({ script: '', body: '<div id="menu" popover>Of the page</div>' });
  await opened.page.locator('#menu').evaluate((menu: HTMLElement) => menu.showPopover());
  await opened.page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await opened.notice.waitFor();
  assert.equal(await opened.page.locator('#menu').isVisible(), true);
  await wholeWayFrom(opened);
  assert.equal(await opened.page.locator('#menu').isVisible(), false);
});

test('what is in full screen covers the notice, which is there again afterwards', async () => {
  const opened = await open({ body: '<div id="film" style="background: #eef">Film</div>' });
  await opened.notice.waitFor();
  await opened.page.locator('#film').evaluate((film) => film.requestFullscreen());
  await opened.page.waitForFunction(() => document.fullscreenElement);
  assert.match((await opened.ok.evaluate(flaws)).join(), /has something above it/);
  await opened.page.evaluate(() => document.exitFullscreen());
  await opened.page.waitForFunction(() => !document.fullscreenElement);
  await painted(opened.page);
  await wholeWayFrom(opened);
});

test('a notice that is due in full screen, where nothing beside it can be pressed, comes afterwards', async () => {
  const opened = await open({ script: '', body: '<div id="film" style="background: #eef">Film</div>' });
  await opened.page.locator('#film').evaluate((film) => film.requestFullscreen());
  await opened.page.waitForFunction(() => document.fullscreenElement);
  await opened.page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await waiting(opened);
  await opened.page.evaluate(() => document.exitFullscreen());
  await wholeWayFrom(opened);
});

for (const [what, selector] of [
  ['whole page', 'html'],
  ['part of the page that the notice is in', '#app'],
] as const)
  test(`a notice that is due while the ${what} is in full screen lies above it, and can be answered`, async () => {
    const opened = await open({ script: '', around: '<div id="app" style="background: #eef">element</div>' });
    await opened.page.locator(selector).evaluate((at) => at.requestFullscreen());
    await opened.page.waitForFunction(() => document.fullscreenElement);
    await opened.page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
    await wholeWayFrom(opened);
    await opened.page.evaluate(() => document.exitFullscreen());
  });

for (const hidden of ['display: none', 'content-visibility: hidden'])
  test(`in a tree with ${hidden} nothing is seen and no room is made; the details fall back to the policy page, and the notice is there once the tree is`, async () => {
    const opened = await open({ around: `<div id="app" style="${hidden}">element</div>` });
    const before = await room(opened.page);
    await opened.notice.waitFor({ state: 'attached' });
    await painted(opened.page);
    assert.equal(await opened.notice.isVisible(), false);
    assert.equal(await room(opened.page), before);
    await opened.page.locator('#app').evaluate((app) => app.removeAttribute('style'));
    await wholeWayFrom(opened);

    site.on('/policy', { body: '<!doctype html><title>Policy</title>' });
    const again = await open({
      around: `<div style="${hidden}">element</div>`,
      body: '<button id="more" data-cookie-manifest="details">Cookies</button>',
    });
    await again.notice.waitFor({ state: 'attached' });
    await again.page.locator('#more').click();
    await again.page.waitForURL('**/policy');
  });

for (const layout of [
  'display: grid; min-height: 100%; place-content: center',
  'display: grid; height: 100%; place-items: center',
  'display: flex; height: 100%; align-items: center',
  'display: block',
])
  test(`the room at the end of the page shifts nothing where the root is styled "${layout}"`, async () => {
    const { page, notice, ok } = await open({ head: `<style>html { ${layout} }</style>` });
    await notice.waitFor();
    await painted(page);
    const before = await top(page);
    await ok.click();
    await notice.waitFor({ state: 'detached' });
    await painted(page);
    assert.equal(await top(page), before);
  });

test('a page that makes all its content small makes the notice small too, which still works', async () => {
  const opened = await open({ head: '<style>body { zoom: .5 }</style>' });
  await opened.notice.waitFor();
  assert.match((await opened.ok.evaluate(flaws)).join(), /^ok is too small to press [^;]*$/);
  await opened.ok.click();
  await opened.notice.waitFor({ state: 'detached' });
});

test('printed, there is neither the notice nor the room made for it, and the details are whole', async () => {
  const opened = await open();
  const { page, notice, openDetails, dialog } = opened;
  await notice.waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await notice.isVisible(), false);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement, '::after').content), 'none');
  await page.emulateMedia({ media: null });
  await openDetails.click();
  await dialog.waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(
    await dialog.evaluate(
      (box) => box.scrollHeight <= box.clientHeight && getComputedStyle(box).overflow === 'visible',
    ),
    true,
  );
  await page.emulateMedia({ media: null });
});

test('a page that takes each unknown element away sees no error; its API answers, and shows the notice when asked', async () => {
  const opened = await open({
    head: `<script>new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach((node) => /-/.test(node.localName) && globalThis.strict !== false && node.remove()))).observe(document, { childList: true, subtree: true })</script>`,
  });
  await settled(opened.page);
  assert.equal(await opened.page.locator('cookie-manifest').count(), 0);
  assert.deepEqual(await opened.page.evaluate(() => [cookieManifest.due, cookieManifest.preferences.status]), [
    true,
    'unset',
  ]);
  assert.deepEqual(opened.complaints, []);
  await opened.page.evaluate((url) => {
    Object.assign(globalThis, { strict: false });
    return cookieManifest.load(url).then(() => cookieManifest.show());
  }, `${opened.url}cookies.json`);
  await wholeWayFrom(opened);
});

test('a page that renders its body anew has the notice again, until it is answered', async () => {
  const opened = await open();
  const render = () =>
    opened.page.evaluate(() => {
      const fresh = new DOMParser().parseFromString(document.body.outerHTML, 'text/html');
      fresh.querySelector('cookie-manifest')?.removeAttribute('open');
      document.body.replaceChildren(...fresh.body.childNodes);
    });
  await opened.notice.waitFor();
  await render();
  await wholeWayFrom(opened);
  await render();
  await settled(opened.page);
  assert.equal(await opened.notice.count(), 0);
});

test('a page that morphs attributes away hides the notice, which comes at the next visit', async () => {
  const { page, notice, stored } = await open();
  await notice.waitFor();
  await page.evaluate(() => document.querySelector('cookie-manifest')!.removeAttribute('open'));
  await notice.waitFor({ state: 'detached' });
  assert.equal(await stored(), null);
  await page.reload();
  await notice.waitFor();
});

test('a page that empties the shadow root has the notice again when it is asked for', async () => {
  const opened = await open();
  await opened.notice.waitFor();
  await opened.page.evaluate(() => document.querySelector('cookie-manifest')!.shadowRoot!.replaceChildren());
  await opened.page.evaluate(() => cookieManifest.hide().then(() => cookieManifest.show()));
  await wholeWayFrom(opened);
});

for (const [what, around] of [
  ['a label', '<label><input type="checkbox"/>element</label>'],
  ['a disabled fieldset of a form', '<form action="/elsewhere"><fieldset disabled="">element</fieldset></form>'],
  ['details that are open', '<details open=""><summary>More</summary>element</details>'],
  ['editable text', '<div contenteditable="true">element</div>'],
  ['an SVG image', '<svg width="1" height="1"><foreignObject width="1" height="1">element</foreignObject></svg>'],
  ['a table cell', '<table><tr><td style="width: 1px">element</td></tr></table>'],
  ["a closed popover's sibling", '<div popover="">Closed</div>element'],
] as const)
  test(`the visitor reads and answers the notice inside of ${what}`, async () => {
    await wholeWay(await open({ around }));
  });

test('in a page whose whole text is edited', async () => {
  await wholeWay(await open({ head: '<script>document.designMode = "on"</script>' }));
});
