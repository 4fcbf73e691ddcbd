/** What a visit costs the page: shifts, elements, leaks, bytes. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { budgets } from '../../scripts/size/measure.js';
import { isNoticeShown, renderedIn, selectors } from '../harness.js';
import { manifest, painted, revision, settled, visit } from './support.js';

const seed = JSON.parse(await readFile(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;
const text = Array.from(
  { length: 60 },
  (_, index) => `<p>Paragraph ${index} of a page that is longer than its window.</p>`,
).join('');

/** The sum of all layout shifts since the page began, in shadow roots too. */
const shifts = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() =>
          setTimeout(() => {
            add(observer.takeRecords());
            resolve(sum);
          }),
        );
      }),
  );

for (const placement of ['bottom', 'top', 'bottom-start', 'bottom-end'])
  test(`nothing shifts when the notice comes and goes: ${placement}`, async (t) => {
    const { page, notice, ok, element } = await visit(t, {
      manifest: seed,
      body: text,
      attributes: `placement="${placement}"`,
    });
    await notice.waitFor();
    await painted(page);
    assert.equal(await element.evaluate(isNoticeShown), true);
    await ok.click();
    await notice.waitFor({ state: 'hidden' });
    await painted(page);
    assert.equal(await shifts(page), 0);
  });

test('the measure of shifts can fail', async (t) => {
  const { page, notice } = await visit(t, { manifest: seed, body: text });
  await notice.waitFor();
  await painted(page);
  await page.evaluate(() => {
    const block = document.createElement('div');
    block.style.height = '300px';
    document.querySelector('main')?.prepend(block);
  });
  await painted(page);
  assert.ok((await shifts(page)) > 0);
});

test('nothing shifts while a slow manifest is waited for', async (t) => {
  let answer!: (value?: unknown) => void;
  const { page, notice } = await visit(t, {
    body: text,
    answer: { body: JSON.stringify(seed), when: new Promise((resolve) => (answer = resolve)) },
  });
  await page.waitForFunction(() => !!customElements.get('cookie-manifest'));
  await painted(page);
  answer();
  await notice.waitFor();
  await painted(page);
  assert.equal(await shifts(page), 0);
});

test('at most 15 elements are rendered before the details open, and none for a returning visitor', async (t) => {
  const first = await visit(t, { manifest: seed, attributes: `revision="${revision}"` });
  await first.notice.waitFor();
  assert.ok((await first.element.evaluate(renderedIn)) <= 15);
  await first.ok.click();
  await first.notice.waitFor({ state: 'hidden' });
  await first.reload();
  assert.equal(await first.element.evaluate(renderedIn), 0);
});

test('an ancestor with a transform, a filter or a stacking context does not trap the notice', async (t) => {
  const { page, notice, element } = await visit(t, {
    head: '<style>.trap { transform: scale(.5); filter: blur(0); overflow: hidden; height: 10px; position: relative; z-index: 0 } .over { position: fixed; inset: 0; z-index: 2147483647; background: #eee }</style>',
    tag: '<div class="trap"><cookie-manifest src="manifestUrl"></cookie-manifest></div><div class="over"></div>',
  });
  await notice.waitFor();
  const box = (await notice.boundingBox())!;
  assert.equal(await element.evaluate(isNoticeShown), true);
  assert.ok(box.y + box.height <= page.viewportSize()!.height && box.y > page.viewportSize()!.height / 2);
});

test('the details lie above a dialog of the page that is opened later', async (t) => {
  const { page, openDetails, dialog } = await visit(t, { body: '<dialog id="page">Of the page</dialog>' });
  await openDetails.click();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#page')?.showModal());
  await page.evaluate(() => void cookieManifest.showDetails());
  await dialog.waitFor();
  assert.equal(
    await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.localName),
    'cookie-manifest',
  );
});

interface Counters {
  readonly nodes: number;
  readonly jsEventListeners: number;
}

/** Nodes and listeners that are still held after the rubbish was collected. */
async function held(session: CDPSession): Promise<Counters> {
  for (let again = 0; again < 3; again++) await session.send('HeapProfiler.collectGarbage');
  return session.send('Memory.getDOMCounters');
}

test(
  '200 times adding and removing the element leaves no nodes and no listeners behind',
  { timeout: 120_000 },
  async (t) => {
    const { page, context, notice, manifestUrl, errors } = await visit(t);
    await notice.waitFor();
    const session = await context.newCDPSession(page);
    const cycles = (count: number) =>
      page.evaluate(
        async ([times, src]) => {
          for (let cycle = 0; cycle < times; cycle++) {
            document.querySelector('cookie-manifest')?.remove();
            await new Promise(requestAnimationFrame);
            const element = document.createElement('cookie-manifest');
            element.setAttribute('src', src);
            document.body.append(element);
            await cookieManifest.show();
            if (cycle % 4 === 0) {
              await cookieManifest.showDetails();
              await cookieManifest.hide();
            }
          }
        },
        [count, manifestUrl] as const,
      );
    await cycles(20);
    const early = await held(session);
    await cycles(200);
    const late = await held(session);
    // What one cycle leaves would be there two hundred times.
    assert.ok(late.nodes - early.nodes < 100, `${late.nodes - early.nodes} nodes were left behind`);
    assert.ok(
      late.jsEventListeners - early.jsEventListeners < 20,
      `${late.jsEventListeners - early.jsEventListeners} listeners were left behind`,
    );
    assert.deepEqual(errors, []);
  },
);

/** Notes when the notice is shown: what is asked for after that does not keep anybody waiting. */
const init = () => addEventListener('cookie-manifest-show', () => performance.mark('shown'));

/** Lists the addresses that were asked for before the notice was shown; all of them where it was not. */
const listUntilShown = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = performance.getEntriesByName('shown')[0]?.startTime ?? Infinity;
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < shown)
      .map(({ name }) => name);
  });

/** The bodies of scripts as they came over the network, and how many. */
async function scripts(
  page: Page,
  session: CDPSession,
  act: () => Promise<unknown>,
  list?: (page: Page) => Promise<string[]>,
): Promise<{ requests: number; bytes: number }> {
  const found = new Map<string, number>();
  const addresses = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.startsWith('/dist/')) found.set(requestId, 0);
    addresses.set(requestId, response.url);
    assert.ok(
      !response.url.includes('/dist/') || response.headers['Content-Encoding'] === 'br',
      'the built files come in brotli',
    );
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (found.has(requestId)) found.set(requestId, found.get(requestId)! + encodedDataLength);
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await act();
  await settled(page);
  const counted = await list?.(page);
  const sizes = [...found].filter(([id]) => !counted || counted.includes(addresses.get(id)!)).map(([, size]) => size);
  return { requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

const right = `v=1&status=acknowledged&revision=${revision}&granted=essential&denied=&at=2026-11-24`;

for (const [what, options, limit] of [
  [
    'a returning visit',
    { attributes: `revision="${revision}"`, stored: right },
    { requests: 1, bytes: budgets.returning },
  ],
  ['a first visit, until the notice is painted', {}, { requests: 3, bytes: budgets.painted }],
  ['a first visit in German', { html: 'lang="de"' }, { requests: 4, bytes: budgets.painted + budgets.language }],
] as const)
  test(`${what} takes at most ${limit.bytes} bytes in ${limit.requests} requests`, async (t) => {
    const { page, context } = await visit(t, { manifest: seed, init, ...options });
    await settled(page);
    const session = await context.newCDPSession(page);
    const { requests, bytes } = await scripts(page, session, () => page.reload(), listUntilShown);
    t.diagnostic(`${bytes} bytes in ${requests} requests`);
    assert.ok(requests >= 1 && bytes > 500, 'nothing was measured');
    assert.ok(requests <= limit.requests, `${requests} requests`);
    assert.ok(bytes <= limit.bytes, `${bytes} bytes`);
  });

test(`a first visit with the details opened takes at most ${budgets.details} bytes`, async (t) => {
  const { page, context, openDetails } = await visit(t, { manifest: seed });
  await settled(page);
  const { requests, bytes } = await scripts(page, await context.newCDPSession(page), async () => {
    await page.reload();
    await openDetails.click();
    await page.locator(selectors.row).first().waitFor();
  });
  t.diagnostic(`${bytes} bytes in ${requests} requests`);
  assert.ok(requests >= 2 && bytes > 5_000, 'nothing was measured');
  assert.ok(bytes <= budgets.details, `${bytes} bytes`);
});

test('the notice says nothing to search engines, and is not hidden from automated browsers', async (t) => {
  const { notice, page } = await visit(t, { manifest: manifest() });
  await notice.waitFor();
  assert.equal(await notice.getAttribute('data-nosnippet'), '');
  assert.equal(await page.evaluate(() => navigator.webdriver), true);
});
