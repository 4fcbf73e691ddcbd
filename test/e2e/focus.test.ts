/** Where the focus is: never stolen, never lost, never behind the notice. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { selectors } from '../harness.js';
import { focusedIn, painted, settled, visit } from './support.js';

const field = '<label>Name <input id="field"></label> <button id="after">After</button>';

test('the notice takes no focus, and what is typed stays where it was typed', async (t) => {
  const { page, notice } = await visit(t, { body: field, script: '' });
  await page.locator('#field').focus();
  await page.keyboard.type('A');
  await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await notice.waitFor();
  await settled(page);
  await page.keyboard.type('da');
  assert.equal(await focusedIn(page), 'input#field');
  assert.equal(await page.locator('#field').inputValue(), 'Ada');
});

test('without a focus before, none after', async (t) => {
  const { page, notice } = await visit(t, { body: field });
  await notice.waitFor();
  await settled(page);
  assert.equal(await focusedIn(page), 'body');
});

test('after OK the focus is where it was before', async (t) => {
  const { page, ok, notice } = await visit(t, { body: field });
  await notice.waitFor();
  await page.locator('#field').focus();
  await ok.focus();
  await page.keyboard.press('Enter');
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await focusedIn(page), 'input#field');
});

test("after OK with nothing before, the next Tab goes on in the document's order", async (t) => {
  const { page, ok, notice } = await visit(t, { body: field });
  await ok.focus();
  await page.keyboard.press('Enter');
  await notice.waitFor({ state: 'hidden' });
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focusedIn(page), 'button#after');
});

test('Tab goes through the notice and out of it', async (t) => {
  const { page, notice } = await visit(t, { body: field });
  await notice.waitFor();
  await page.locator('#after').focus();
  const seen: string[] = [];
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('Tab');
    seen.push(await focusedIn(page));
  }
  assert.deepEqual(seen, ['a[link]', 'button[ok]', 'button[open-details]']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focusedIn(page), 'button[ok]');
});

test('Escape inside the notice equals OK; outside it does nothing', async (t) => {
  const { page, ok, notice, stored } = await visit(t, { body: field });
  await notice.waitFor();
  await page.locator('#field').focus();
  await page.keyboard.press('Escape');
  await painted(page);
  assert.equal(await notice.isVisible(), true);
  assert.equal(await stored(), null);
  await ok.focus();
  await page.keyboard.press('Escape');
  await notice.waitFor({ state: 'hidden' });
  assert.match((await stored()) ?? '', /^v=1&/);
  assert.equal(await focusedIn(page), 'input#field');
});

for (const how of ['its button', 'Escape'] as const)
  test(`the details keep the focus inside, and ${how} gives it back to their opener`, async (t) => {
    const { page, openDetails, dialog } = await visit(t, { body: field });
    await openDetails.focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    assert.equal(await dialog.evaluate((box) => box.matches(':modal')), true);
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      assert.doesNotMatch(await focusedIn(page), /#field|#after|\[ok\]/);
    }
    if (how === 'Escape') await page.keyboard.press('Escape');
    else await page.locator(selectors.close).click();
    await dialog.waitFor({ state: 'hidden' });
    await painted(page);
    assert.equal(await focusedIn(page), 'button[open-details]');
  });

test("the details give the focus back to a page's own opener", async (t) => {
  const { page, dialog } = await visit(t, {
    body: '<button id="mine" data-cookie-manifest="details">Cookies</button>',
    attributes: 'notice="manual"',
  });
  await page.locator('#mine').click();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await painted(page);
  assert.equal(await focusedIn(page), 'button#mine');
});

/** How much of what has the focus is behind the notice, from 0 to 1. */
const covered = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const at = document.activeElement?.getBoundingClientRect();
    const notice = document
      .querySelector('cookie-manifest')
      ?.shadowRoot?.querySelector('section')
      ?.getBoundingClientRect();
    if (!at || !notice) throw new Error('There is nothing to compare.');
    const width = Math.min(at.right, notice.right) - Math.max(at.left, notice.left);
    const height = Math.min(at.bottom, notice.bottom) - Math.max(at.top, notice.top);
    return width > 0 && height > 0 ? (width * height) / (at.width * at.height) : 0;
  });

const links = Array.from(
  { length: 40 },
  (_, index) => `<p><a id="link-${index}" href="#x">A link in a long page, number ${index}</a></p>`,
).join('');

for (const placement of ['bottom', 'top', 'bottom-start', 'bottom-end'])
  for (const key of ['Tab', 'Shift+Tab'])
    test(`no control of a long page has the focus behind the notice: ${placement}, ${key}`, async (t) => {
      const { page, notice } = await visit(t, {
        body: links,
        attributes: `placement="${placement}"`,
        context: { viewport: { width: 500, height: 500 } },
      });
      await notice.waitFor();
      await page.locator(key === 'Tab' ? '#link-0' : '#link-39').focus();
      const seen = new Set<string>();
      for (let step = 0; step < 39; step++) {
        await painted(page);
        seen.add(await focusedIn(page));
        assert.ok((await covered(page)) < 1, `${await focusedIn(page)} is hidden behind the notice`);
        await page.keyboard.press(key);
      }
      assert.ok(seen.size >= 39, 'the focus went through the page');
    });

test('the room made for the focus goes with the notice', async (t) => {
  const { page, ok, notice } = await visit(t, { body: links, script: '' });
  const state = () =>
    page.evaluate(() => [
      getComputedStyle(document.documentElement).scrollPaddingBottom,
      document.documentElement.scrollHeight,
      document.adoptedStyleSheets.length,
    ]);
  const before = await state();
  await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await notice.waitFor();
  await painted(page);
  assert.notDeepEqual(await state(), before);
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.deepEqual(await state(), before);
});
