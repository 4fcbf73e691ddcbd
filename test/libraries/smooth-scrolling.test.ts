/** Smooth-scrolling libraries, which take the wheel for the whole page: over the details it scrolls their list all the same. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { manifest, settled, site, visit } from '../e2e/support.js';
import { bundle } from './bundle.js';

/** Scripts that make the page's scrolling smooth; `position()` says how far it is scrolled, in pixels. */
const libraries = {
  lenis: `
    import Lenis from 'lenis';
    const lenis = new Lenis({ autoRaf: true });
    globalThis.position = () => lenis.scroll;`,
  'locomotive-scroll': `
    import LocomotiveScroll from 'locomotive-scroll';
    const scroll = new LocomotiveScroll({ el: document.querySelector('#scrolled'), smooth: true });
    globalThis.position = () => scroll.scroll.instance.scroll.y;`,
  'smooth-scrollbar': `
    import Scrollbar from 'smooth-scrollbar';
    const scrollbar = Scrollbar.init(document.querySelector('#scrolled'));
    globalThis.position = () => scrollbar.offset.y;`,
};

const head = `<style>
  main { margin: 0 } .box { height: 100vh; overflow: hidden } .lenis { height: auto; overflow: visible }
</style>`;
const cookies = Array.from({ length: 40 }, (_, index) => ({ name: `c${index}`, purpose: 'p', duration: 'session' }));

const readPosition = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { position(): number }).position());

/** Turns the wheel until the page has scrolled: a library may need a moment before it listens. */
async function scrollPage(page: Page): Promise<void> {
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() => (globalThis as unknown as { position(): number }).position() > 10);
}

/** Waits until the page has stood still for twenty frames. */
const rest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { position } = globalThis as unknown as { position(): number };
    for (let frames = 0, last = -1; frames < 20; frames++) {
      if (position() !== last) frames = 0;
      last = position();
      await new Promise(requestAnimationFrame);
    }
  });

for (const [name, source] of Object.entries(libraries)) {
  site.on(`/libraries/${name}.js`, { body: await bundle(source) });

  test(`with ${name}, a wheel over the details scrolls their list and not the page`, async (t) => {
    const { page, openDetails, dialog, errors } = await visit(t, {
      manifest: manifest({ cookies }),
      head,
      body: `<div class="box ${name}"><div id="scrolled" data-scroll-container style="height: ${name === 'smooth-scrollbar' ? '100vh' : 'auto'}">
        <div style="height: 5000px">A long page.</div></div></div><script defer src="/libraries/${name}.js"></script>`,
    });
    await page.waitForFunction(() => 'position' in globalThis);
    await openDetails.click();
    const list = dialog.locator('[part=body]');
    await dialog.locator('tbody').first().waitFor();
    await settled(page);
    await list.hover();
    const before = await readPosition(page);
    for (const distance of [300, 5000, 300]) await page.mouse.wheel(0, distance);
    await page.waitForFunction(
      () => document.querySelector('cookie-manifest')!.shadowRoot!.querySelector('[part=body]')!.scrollTop > 0,
    );
    await settled(page);
    assert.equal(await readPosition(page), before);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await readPosition(page), before);
    await scrollPage(page);
    assert.deepEqual(errors, []);
  });

  test(`with ${name}, answering the notice leaves the page where it is`, async (t) => {
    const { page, ok, notice } = await visit(t, {
      head,
      body: `<div class="box ${name}"><div id="scrolled" data-scroll-container style="height: ${name === 'smooth-scrollbar' ? '100vh' : 'auto'}">
        <input aria-label="Search" autofocus><div style="height: 5000px">A long page.</div></div></div><script defer src="/libraries/${name}.js"></script>`,
    });
    await page.waitForFunction(() => 'position' in globalThis);
    await notice.waitFor();
    await scrollPage(page);
    await rest(page);
    const before = await readPosition(page);
    await ok.click();
    await notice.waitFor({ state: 'detached' });
    await settled(page);
    assert.equal(await readPosition(page), before);
  });
}
