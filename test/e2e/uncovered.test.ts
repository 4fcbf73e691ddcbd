/** Nothing shifts and nothing stays covered, whatever the page's layout: pages that just fit, stops, frames of grids, anchors, safe areas. */
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { selectors } from '../harness.js';
import { hasScrollbars, manifest, painted, settled, visit, type VisitOptions } from './support.js';

const small = { viewport: { width: 600, height: 500 } };
const paragraphs = Array.from({ length: 60 }, (_, index) => `<p id="p${index}">Paragraph ${index}.</p>`).join('');

/** A visit with a page's own styles; the library comes when the page is painted, so that a shift is seen. */
async function layOut(t: TestContext, css: string, options: VisitOptions = {}) {
  const opened = await visit(t, {
    context: small,
    script: '',
    ...options,
    head: `<style>body { margin: 0 } ${css}</style>${options.head ?? ''}`,
  });
  await painted(opened.page);
  return {
    ...opened,
    async load() {
      await opened.page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
      await opened.notice.waitFor();
      await settled(opened.page);
    },
    async answer() {
      await opened.ok.click();
      await opened.notice.waitFor({ state: 'detached' });
      await painted(opened.page);
    },
  };
}

/** Where the page is, and what is in it: scrolling and the boxes of all its elements. */
const places = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    `scrolled to ${scrollX}, ${scrollY}`,
    ...[...document.querySelectorAll('body, body *:not(cookie-manifest, script)')].map((at) => {
      const { left, top, width, height } = at.getBoundingClientRect();
      return `${at.localName} ${[left, top, width, height].join(' ')}`;
    }),
  ]);

/** Whether the middle of an element is seen. */
const isOnTop = (at: Element): boolean => {
  const { left, top, width, height } = at.getBoundingClientRect();
  return (at.getRootNode() as Document).elementFromPoint(left + width / 2, top + height / 2) === at;
};

/** Asserts that nothing of an element is behind the notice or outside of the window. */
async function assertClear(page: Page, selector: string): Promise<void> {
  const found = await page.evaluate(
    ([one, other]) => {
      const box = document.querySelector(one)!.getBoundingClientRect();
      const notice = document
        .querySelector('cookie-manifest')!
        .shadowRoot!.querySelector(other)!
        .getBoundingClientRect();
      return {
        // Scrolling stops at whole pixels.
        inWindow: box.top > -1 && box.bottom < innerHeight + 1,
        clear: box.bottom < notice.top + 1 || box.top > notice.bottom - 1,
      };
    },
    [selector, 'section'] as const,
  );
  assert.deepEqual(found, { inWindow: true, clear: true });
}

test('scrollbars take their space where they should', async (t) => {
  const { page } = await layOut(t, 'main { height: 3000px }');
  const width = await page.evaluate(() => innerWidth - document.documentElement.clientWidth);
  assert.equal(width > 0, hasScrollbars);
});

for (const [what, css, attributes = ''] of [
  ['fits the window by its height', 'main { min-height: 100vh; display: flow-root; background: #def }'],
  [
    'fits the window with a footer',
    'body { min-height: 100vh; display: flex; flex-direction: column } main { flex: 1 }',
  ],
  ['fits the window as a grid', 'body { min-height: 100dvh; display: grid; place-items: center }', 'hidden'],
  [
    'fits the window as a column with gaps',
    'body { min-height: 100vh; display: flex; flex-flow: column; gap: 1em } main { flex: 1 }',
    'hidden',
  ],
  [
    'spreads its parts over the window',
    'body { height: 100vh; display: flex; flex-flow: column; justify-content: space-between }',
    'hidden',
  ],
  ['is a row of flexible boxes', 'body { display: flex } main { flex: 1 }'],
  [
    'is an application that scrolls inside',
    'html, body { height: 100%; overflow: hidden } main { height: 100%; overflow: auto }',
  ],
  ['is an application whose body is locked', 'body { height: 100vh; overflow: hidden } main { height: 200vh }'],
  ['has a scrollbar always', 'html { overflow-y: scroll }'],
  ['keeps a place for its scrollbar', 'html { scrollbar-gutter: stable } main { min-height: 100vh }'],
  ['is longer than the window', 'main { height: 2000px }'],
] as const)
  test(`nothing moves where the page ${what}`, async (t) => {
    const { page, load, answer } = await layOut(t, css, { attributes, body: '<p>Text</p><button>Button</button>' });
    const before = await places(page);
    await load();
    assert.deepEqual(await places(page), before);
    await answer();
    assert.deepEqual(await places(page), before);
  });

test('a page that fits the window has room at its end once it has grown', async (t) => {
  const { page, load } = await layOut(t, 'main { min-height: 100vh }');
  await load();
  await page.evaluate(() => {
    document
      .querySelector('main')!
      .insertAdjacentHTML('beforeend', '<div style="height: 900px"></div><p id="end">End</p>');
    scrollTo(0, 5_000);
  });
  await painted(page);
  await page.evaluate(() => scrollTo(0, 5_000));
  await painted(page);
  await assertClear(page, '#end');
});

for (const [what, css] of [
  ['in the middle', 'html { scroll-snap-type: y mandatory } section { height: 80vh; scroll-snap-align: center }'],
  ['at their ends', 'html { scroll-snap-type: y mandatory } section { height: 80vh; scroll-snap-align: end }'],
  ['where they are near', 'html { scroll-snap-type: y proximity } section { height: 80vh; scroll-snap-align: center }'],
] as const)
  test(`a page that scrolls from stop to stop, ${what}, stays where it is`, async (t) => {
    const { page, load, answer } = await layOut(t, css, { body: '<section>Stop</section>'.repeat(5) });
    await page.evaluate(() => document.querySelectorAll('section')[2]!.scrollIntoView({ block: 'center' }));
    await painted(page);
    const before = await places(page);
    await load();
    assert.deepEqual(await places(page), before);
    await answer();
    assert.deepEqual(await places(page), before);
  });

for (const placement of ['bottom', 'top', 'bottom-end'] as const)
  for (const [what, css] of [
    ['', ''],
    [' below a head of the page', 'html { scroll-padding-top: 20% }'],
  ] as const) {
    test(`a link in the page leads to what the notice at the ${placement} does not cover${what}`, async (t) => {
      const { page, load } = await layOut(t, css, {
        attributes: `placement="${placement}"`,
        body: `<a id="link" style="position: fixed; top: 50%" href="#p30">Thirty</a>${paragraphs}`,
      });
      await load();
      await page.locator('#link').click();
      await painted(page);
      await assertClear(page, '#p30');
      assert.ok((await page.evaluate(() => scrollY)) > 0);
    });

    for (const block of ['start', 'end', 'nearest'] as const)
      test(`what a script scrolls to (${block}) is not behind the notice at the ${placement}${what}`, async (t) => {
        const { page, load } = await layOut(t, css, { attributes: `placement="${placement}"`, body: paragraphs });
        await load();
        for (const id of ['#p40', '#p20', '#p59']) {
          await page.evaluate(
            ([selector, position]) => document.querySelector(selector)!.scrollIntoView({ block: position }),
            [id, block] as const,
          );
          await painted(page);
          await assertClear(page, id);
        }
      });
  }

test("the page's own padding stays where it is larger than the notice", async (t) => {
  const { page, load } = await layOut(t, 'html { scroll-padding-bottom: 300px }', { body: paragraphs });
  await load();
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollPaddingBottom), '300px');
});

for (const [placement, edges] of [
  ['bottom', { left: 60, right: 50, bottom: 40 }],
  ['bottom-start', { left: 60, bottom: 40 }],
  ['bottom-end', { right: 50, bottom: 40 }],
  ['top', { left: 60, right: 50, top: 30 }],
] as const)
  test(`on a screen that is not rectangular the notice and the details keep to the safe area: ${placement}`, async (t) => {
    const { page, context, notice, openDetails, dialog } = await visit(t, {
      context: { viewport: { width: 400, height: 500 } },
      attributes: `placement="${placement}"`,
      head: '<meta name="viewport" content="width=device-width, viewport-fit=cover">',
    });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets: { top: 30, right: 50, bottom: 40, left: 60 } });
    await notice.waitFor();
    const box = (await notice.boundingBox())!;
    const gaps = { left: box.x, right: 400 - box.x - box.width, top: box.y, bottom: 500 - box.y - box.height };
    for (const [edge, inset] of Object.entries(edges)) assert.equal(gaps[edge as keyof typeof gaps], inset, edge);
    await openDetails.click();
    await dialog.waitFor();
    assert.deepEqual(await dialog.boundingBox(), { x: 60, y: 30, width: 290, height: 430 });
  });

test('a keyboard that leaves little of the window covers neither the field nor is the notice in its way', async (t) => {
  const { page, notice, load } = await layOut(t, '', {
    context: { viewport: { width: 390, height: 700 } },
    body: `${paragraphs}<input id="field">`,
  });
  await load();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.locator('#field').click();
  await page.setViewportSize({ width: 390, height: 300 });
  await page.locator('#field').pressSequentially('typed');
  await painted(page);
  assert.equal(await page.locator('#field').evaluate(isOnTop), true);
  const box = (await notice.boundingBox())!;
  assert.ok(box.y >= 0 && box.y + box.height <= 300 && box.height <= 150, JSON.stringify(box));
});

test('above a keyboard the filter of the details is seen while it is typed in', async (t) => {
  const cookies = Array.from({ length: 40 }, (_, index) => ({ name: `c${index}`, purpose: 'p', duration: 'session' }));
  const { page, openDetails, dialog } = await visit(t, {
    context: { viewport: { width: 390, height: 700 } },
    manifest: manifest({ cookies }),
  });
  await openDetails.click();
  const filter = dialog.locator('input');
  await filter.click();
  await page.setViewportSize({ width: 390, height: 300 });
  await filter.pressSequentially('c1');
  await painted(page);
  assert.equal(await filter.evaluate(isOnTop), true);
});

const chat = (style: string) =>
  `<button id="chat" style="position: fixed; ${style}; width: 56px; height: 56px; z-index: 9999">Chat</button>`;
for (const [placement, style] of [
  ['bottom', 'bottom: 16px; right: 16px'],
  ['bottom-end', 'bottom: 16px; right: 16px'],
  ['bottom-start', 'bottom: 16px; left: 16px'],
  ['top', 'top: 16px; right: 16px'],
] as const)
  test(`with an offset the notice leaves a chat button free: ${placement}`, async (t) => {
    const { page, load } = await layOut(t, 'cookie-manifest { --cookie-manifest-offset: 88px }', {
      attributes: `placement="${placement}"`,
      body: chat(style),
    });
    await load();
    await assertClear(page, '#chat');
    const box = (await page.locator(selectors.notice).boundingBox())!;
    assert.equal(placement === 'top' ? box.y : 500 - box.y - box.height, 88);
  });

test('a head of the page stays free when the notice gives way to a field', async (t) => {
  const { page, load } = await layOut(t, 'cookie-manifest { --cookie-manifest-offset: 60px }', {
    body: '<header id="head" style="position: fixed; top: 0; height: 60px">Head</header><input id="field" style="position: fixed; bottom: 90px; left: 45%">',
  });
  await load();
  await page.locator('#field').focus();
  await painted(page);
  await assertClear(page, '#field');
  await assertClear(page, '#head');
});
