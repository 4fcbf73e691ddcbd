/** axe, best practices included, finds nothing in any state; and what axe cannot see. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { selectors } from '../harness.js';
import { findings } from './axe.js';
import { manifest, visit, type Visit, type VisitOptions } from './support.js';

const seed = JSON.parse(await readFile(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;

const notice = async (opened: Visit) => {
  await opened.notice.waitFor();
};
const details = async (opened: Visit) => {
  await opened.openDetails.click();
  await opened.dialog.waitFor();
  await opened.page.locator(selectors.row).first().waitFor();
};
const failed = async (opened: Visit) => {
  await opened.openDetails.click();
  await opened.dialog.getByRole('button', { name: 'Try again' }).waitFor();
};
const loading = async (opened: Visit) => {
  await opened.page.evaluate(() => void cookieManifest.showDetails());
  await opened.dialog.waitFor();
};
const filtered = async (opened: Visit) => {
  await details(opened);
  await opened.page.locator(selectors.filter).fill('nothing like it');
};

const narrow = { viewport: { width: 320, height: 568 } };
const dark = { colorScheme: 'dark' } as const;
const forced = { forcedColors: 'active' } as const;
const more = { contrast: 'more' } as const;
const never: VisitOptions = { attributes: 'notice="manual"', answer: { when: new Promise(() => {}) } };
const broken = manifest({
  cookies: [
    { name: 'sid', duration: 'a while' },
    42,
    { name: 'x', purpose: 'X.', duration: 'session', category: 'nowhere', storage: 'indexedDB', party: 'third' },
  ],
});

const states: readonly (readonly [state: string, options: VisitOptions, reach: (opened: Visit) => Promise<void>])[] = [
  ['the notice', { manifest: seed }, notice],
  ['the details', { manifest: seed }, details],
  ['the details, filtered to nothing', { manifest: seed }, filtered],
  ['the notice after a failed load', { answer: { status: 404 } }, notice],
  ['the details after a failed load', { answer: { status: 404 } }, failed],
  ['the details while they load', never, loading],
  ['the details with invalid entries', { manifest: broken }, details],
  ['an inline notice', { manifest: seed, attributes: 'placement="inline"' }, notice],
  ['the notice at the top', { manifest: seed, attributes: 'placement="top"' }, notice],
  ['the notice in a corner', { manifest: seed, attributes: 'placement="bottom-end"' }, notice],
  [
    'the notice in the dark',
    { manifest: seed, context: dark, head: '<meta name="color-scheme" content="light dark">' },
    notice,
  ],
  [
    'the details in the dark',
    { manifest: seed, context: dark, head: '<meta name="color-scheme" content="light dark">' },
    details,
  ],
  ['the notice in forced colours', { manifest: seed, context: forced }, notice],
  ['the details in forced colours', { manifest: seed, context: forced }, details],
  ['the details with more contrast', { manifest: seed, context: more }, details],
  ['the notice at 320 px', { manifest: seed, context: narrow }, notice],
  ['the details at 320 px', { manifest: seed, context: narrow }, details],
  ['the notice in German', { manifest: seed, html: 'lang="de"' }, notice],
  ['the details in German', { manifest: seed, html: 'lang="de"' }, details],
  ['the notice in Arabic', { manifest: seed, html: 'lang="ar" dir="rtl"' }, notice],
  ['the details in Arabic', { manifest: seed, html: 'lang="ar" dir="rtl"' }, details],
];

for (const [state, options, reach] of states)
  test(`axe finds nothing in ${state}`, async (t) => {
    const opened = await visit(t, options);
    await reach(opened);
    assert.deepEqual(await findings(opened.page), []);
  });

test('the notice is a region with a name, and its buttons say what they do', async (t) => {
  const { page } = await visit(t, { manifest: seed });
  const region = page.getByRole('region', { name: 'Cookies on Xiaomi' });
  await region.waitFor();
  assert.deepEqual(await region.getByRole('button').allTextContents(), ['OK', 'Cookie details']);
  assert.equal(await region.getByRole('link').textContent(), 'Cookie policy');
});

test('the details are a dialog with a name, tables with headers, and a button called Close', async (t) => {
  const { page, openDetails } = await visit(t, { manifest: seed });
  await openDetails.click();
  const dialog = page.getByRole('dialog', { name: /Cookies on Xiaomi/ });
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Close' }).waitFor();
  const table = dialog.getByRole('table').first();
  assert.deepEqual(
    (await table.getByRole('columnheader').allTextContents()).map((text) => text.trim()),
    ['Name', 'Duration', 'Provider'],
  );
  await table.getByRole('rowheader', { name: 'userName' }).waitFor();
});

test('no label speaks of accepting, agreeing or refusing', async (t) => {
  for (const language of ['en', 'de', 'ar']) {
    const { openDetails, page } = await visit(t, { manifest: seed, html: `lang="${language}"` });
    await openDetails.click();
    await page.locator(selectors.close).waitFor();
    const labels = await page.locator('cookie-manifest button').allTextContents();
    assert.ok(labels.length >= 3);
    for (const label of labels)
      assert.doesNotMatch(label, /accept|agree|allow|only|reject|akzept|zustimm|ablehn|nur|قبول|موافق|رفض|فقط/i);
  }
});

for (const [what, context] of [
  ['320 px', narrow],
  ['a low window', { viewport: { width: 640, height: 320 } }],
] as const)
  test(`at ${what} the notice takes at most half of the window, nothing overflows, and buttons are large enough`, async (t) => {
    const { page, notice, openDetails, dialog } = await visit(t, { manifest: seed, context });
    await notice.waitFor();
    const { width, height } = context.viewport;
    const box = (await notice.boundingBox())!;
    assert.ok(box.height <= height / 2 + 1, `${box.height} of ${height}`);
    assert.ok(box.x >= 0 && box.x + box.width <= width);
    for (const button of await notice.getByRole('button').all()) {
      const { width, height } = (await button.boundingBox())!;
      assert.ok(width >= 24 && height >= 24);
    }
    await openDetails.click();
    await dialog.waitFor();
    await page.locator(selectors.row).first().waitFor();
    assert.ok(
      await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth),
      'the details scroll sideways',
    );
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      'the page scrolls sideways',
    );
  });

test("the notice's text grows with the page's", async (t) => {
  const size = async (head: string) => {
    const { notice, page } = await visit(t, { manifest: seed, head });
    await notice.waitFor();
    return page.locator(selectors.text).evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  };
  const usual = await size('');
  assert.equal(await size('<style>html { font-size: 200% }</style>'), usual * 2);
});

test('nothing moves where visitors want no motion', async (t) => {
  const { page, openDetails, dialog } = await visit(t, { manifest: seed, context: { reducedMotion: 'reduce' } });
  await openDetails.click();
  await dialog.waitFor();
  const moving = await page.evaluate(
    () =>
      document.getAnimations().length +
      (document.querySelector('cookie-manifest')?.shadowRoot?.getAnimations().length ?? 0),
  );
  assert.equal(moving, 0);
});
