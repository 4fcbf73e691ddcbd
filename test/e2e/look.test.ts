/** How notice, details and policy page are laid out: on phones, with many cookies, in writing from right to left, and with a site's own styles. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { renderPolicyHtml } from '../../src/entries/policy.node.js';
import { selectors } from '../harness.js';
import { manifest, visit } from './support.js';

const demo = JSON.parse(readFileSync(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;
const phone = { viewport: { width: 390, height: 780 } };
const hundred = manifest({
  cookies: Array.from({ length: 100 }, (_, index) => ({
    name: `item_${index}`,
    purpose: `Purpose ${index % 10}`,
    duration: 'session',
    provider: 'Example',
  })),
});
const foreign = manifest({
  cookies: [
    { name: 'own', purpose: 'Signs you in', duration: 'session' },
    {
      name: '_cf',
      purpose: 'Guards',
      duration: '1 day',
      provider: 'Cloudflare, Inc.',
      party: 'third',
      domain: '*.cdn.test',
    },
  ],
});

const body = 'cookie-manifest [part=body]';
const rows = `${selectors.row}:visible`;

/** Returns whether an element lies in what can be seen of the details. */
const isInView = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const view = element.closest('[part=body]')!.getBoundingClientRect();
      const { top, bottom, height } = element.getBoundingClientRect();
      return height > 0 && top >= view.top && bottom <= view.bottom;
    });

test('on a phone each button has the notice’s width, and is at least 44 px high', async (t) => {
  for (const html of ['lang="en"', 'lang="de"', 'lang="ar" dir="rtl"']) {
    const { notice, page } = await visit(t, { manifest: demo, html, context: phone });
    await notice.waitFor();
    const { width } = (await page.locator('cookie-manifest [part=message]').boundingBox())!;
    for (const button of await notice.getByRole('button').all()) {
      const box = (await button.boundingBox())!;
      assert.ok(box.height >= 44, `${html}: ${box.height} px high`);
      assert.ok(Math.abs(box.width - width) < 1, `${html}: ${box.width} of ${width} px wide`);
    }
  }
});

for (const viewport of [phone.viewport, { width: 1280, height: 800 }])
  test(`the first cookie is in view when the details open: ${viewport.width} px`, async (t) => {
    for (const value of [demo, hundred]) {
      const { page, openDetails } = await visit(t, { manifest: value, context: { viewport } });
      await openDetails.click();
      await page.locator(rows).first().waitFor();
      assert.equal(await isInView(page, rows), true);
    }
  });

test('the title and the heads of the columns stay while the list scrolls, and nothing lies over them', async (t) => {
  const { page, openDetails, dialog } = await visit(t, { manifest: demo });
  await openDetails.click();
  await page.locator(rows).nth(16).waitFor();
  const heads = page.locator('cookie-manifest [part=heads]').first();
  const top = (await page.locator(body).boundingBox())!.y;
  await page.locator(body).evaluate((scrolled) => scrolled.scrollTo(0, 350));
  assert.equal(await isInView(page, rows), false);
  assert.ok(Math.abs((await heads.boundingBox())!.y - top) < 1);
  await dialog.getByRole('heading', { level: 2 }).click({ trial: true });
  await heads.locator('span').nth(1).click({ trial: true });
});

test('a long list is folded up by purpose, and a press or the filter unfolds it', async (t) => {
  const { page, openDetails, dialog } = await visit(t, { manifest: hundred });
  await openDetails.click();
  const purposes = dialog.locator('summary');
  await purposes.nth(10).waitFor();
  assert.deepEqual(
    (await purposes.allTextContents()).slice(0, 2).map((text) => text.replace(/\s+/g, ' ').trim()),
    ['Purpose 0 10', 'Purpose 1 10'],
  );
  assert.equal(await page.locator(rows).count(), 10);
  await purposes.nth(1).click();
  assert.equal(await page.locator(rows).count(), 20);
  await page.locator(selectors.filter).fill('item_9');
  await dialog.getByText('11 of 101 shown').waitFor();
  assert.equal(await page.locator(rows).count(), 11);
});

test('a list that is folded up is whole on paper', async (t) => {
  const { page, openDetails } = await visit(t, { manifest: hundred });
  await openDetails.click();
  await page.locator(selectors.row).nth(100).waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator(rows).count(), 101);
});

test('a short list is not folded up', async (t) => {
  const { page, openDetails } = await visit(t, { manifest: demo });
  await openDetails.click();
  await page.locator(rows).nth(17).waitFor();
});

test('a logo stands beside the automatic sentence', async (t) => {
  const { page, notice } = await visit(t, {
    manifest: demo,
    tag: '<cookie-manifest src="manifestUrl"><svg slot="logo" width="32" height="32"><circle r="16" cx="16" cy="16"/></svg></cookie-manifest>',
  });
  await notice.getByText('Xiaomi only uses').waitFor();
  const logo = (await page.locator('svg').boundingBox())!;
  const text = (await page.locator(selectors.text).boundingBox())!;
  assert.ok(logo.x + logo.width <= text.x && logo.y < text.y + text.height);
});

test('lines, the font of names, headings, cells and the filter take a site’s styles', async (t) => {
  const { page, openDetails } = await visit(t, {
    manifest: demo,
    head: `<style>
      cookie-manifest { --cookie-manifest-line: rgb(1, 2, 3); --cookie-manifest-code-font: serif }
      cookie-manifest::part(heading), cookie-manifest::part(title) { color: rgb(4, 5, 6) }
      cookie-manifest::part(cell) { color: rgb(7, 8, 9) }
      cookie-manifest::part(filter-input) { color: rgb(10, 11, 12) }
    </style>`,
  });
  await openDetails.click();
  await page.locator(rows).first().waitFor();
  const styleOf = (selector: string, property: string) =>
    page
      .locator(`cookie-manifest dialog ${selector}`)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  assert.equal(await styleOf('details', 'border-top-color'), 'rgb(1, 2, 3)');
  assert.equal(await styleOf('code', 'font-family'), 'serif');
  assert.equal(await styleOf('h2', 'color'), 'rgb(4, 5, 6)');
  assert.equal(await styleOf('h3', 'color'), 'rgb(4, 5, 6)');
  assert.equal(await styleOf('td', 'color'), 'rgb(7, 8, 9)');
  assert.equal(await styleOf('input', 'color'), 'rgb(10, 11, 12)');
});

/** Returns for each place where a name stands whether its full stop is shown at its end, as it is written. */
const endsOfNames = (page: Page, host: string) =>
  page.locator(host).evaluate((element) => {
    const found: boolean[] = [];
    const walker = document.createTreeWalker(element.shadowRoot ?? element, NodeFilter.SHOW_TEXT);
    const rectOf = (node: Node, at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf('Inc.');
      if (at < 0 || !text.parentElement!.checkVisibility()) continue;
      found.push(rectOf(text, at + 3).left >= rectOf(text, at + 2).right - 1);
    }
    return found;
  });

test('in writing from right to left, a name keeps its full stop at its end', async (t) => {
  const html = 'lang="ar" dir="rtl"';
  const details = await visit(t, { manifest: foreign, html });
  await details.openDetails.click();
  await details.page.locator(rows).nth(1).waitFor();
  assert.deepEqual(await endsOfNames(details.page, 'cookie-manifest'), [true]);

  const policy = await visit(t, {
    manifest: foreign,
    html,
    tag: '<cookie-manifest-policy src="manifestUrl"></cookie-manifest-policy>',
  });
  await policy.page.locator('cookie-manifest-policy table').first().waitFor();
  assert.deepEqual(await endsOfNames(policy.page, 'cookie-manifest-policy'), [true, true]);

  const still = await visit(t, {
    html,
    script: '',
    tag: `<div id="still">${renderPolicyHtml(foreign, { lang: 'ar' })}</div>`,
  });
  assert.deepEqual(await endsOfNames(still.page, '#still'), [true, true]);
});

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Returns how far each text of a selector ends from the right, in pixels. */
const listRightEdges = (page: Page, selector: string): Promise<number[]> =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return Math.round(range.getBoundingClientRect().right);
    }),
  );

test('on a phone, in writing from right to left, names of the other direction stand where the rest does', async (t) => {
  const { page, openDetails, dialog } = await visit(t, {
    html: 'lang="ar" dir="rtl"',
    manifest: foreign,
    context: phone,
  });
  await openDetails.click();
  await dialog.locator('tbody').first().waitFor();
  const edges = await listRightEdges(page, `${selectors.row} td:not([hidden]) bdi`);
  assert.ok(edges.length > 3);
  assert.equal(new Set(edges).size, 1, String(edges));

  const policy = await visit(t, {
    html: 'lang="ar" dir="rtl"',
    manifest: foreign,
    context: phone,
    tag: '<cookie-manifest-policy src="manifestUrl"></cookie-manifest-policy>',
  });
  await policy.page.locator('cookie-manifest-policy tbody').first().waitFor();
  // A purpose in another language than the page is a cell that is written in that direction as a whole.
  const cells = await listRightEdges(policy.page, 'cookie-manifest-policy tbody td:not([dir=ltr]):visible');
  assert.ok(cells.length > 3);
  assert.equal(new Set(cells).size, 1, String(cells));
});

test('on a phone the cookies of the policy page are cards, each with its purpose and provider', async (t) => {
  const { page } = await visit(t, {
    manifest: demo,
    context: phone,
    tag: '<cookie-manifest-policy src="manifestUrl"></cookie-manifest-policy>',
  });
  const cards = page.locator('cookie-manifest-policy tbody tr');
  await cards.first().waitFor();
  assert.equal(await overflow(page), 0);
  assert.equal(await page.locator('cookie-manifest-policy tbody td:visible').count(), 3 * (await cards.count()));
  const [name, purpose] = await Promise.all([
    cards.nth(1).locator('th').boundingBox(),
    cards.nth(1).locator('td').first().boundingBox(),
  ]);
  assert.ok(purpose!.y >= name!.y + name!.height);
});

test('on a wide page, the columns of all tables of the policy page align', async (t) => {
  const { page } = await visit(t, {
    manifest: demo,
    tag: '<cookie-manifest-policy src="manifestUrl"></cookie-manifest-policy>',
  });
  const tables = page.locator('cookie-manifest-policy table');
  await tables.first().waitFor();
  const columns = await tables.evaluateAll((all) =>
    all.map((table) => [...table.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect().left)),
  );
  assert.equal(columns.length, 2);
  assert.deepEqual(columns[0], columns[1]);
});

for (const viewport of [phone.viewport, { width: 1280, height: 800 }])
  test(`the policy page as static HTML has a stylesheet: ${viewport.width} px`, async (t) => {
    const { page } = await visit(t, {
      script: '',
      context: { viewport },
      head: '<link rel="stylesheet" href="/dist/policy.css">',
      tag: renderPolicyHtml(demo),
    });
    assert.equal(await overflow(page), 0);
    const columns = await page
      .locator('table')
      .evaluateAll((all) =>
        all.map((table) => [...table.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect().left)),
      );
    assert.deepEqual(columns[0], columns[1]);
    assert.equal(
      await page
        .locator('td')
        .first()
        .evaluate((cell) => getComputedStyle(cell).borderTopStyle),
      'solid',
    );
  });
