/** Pages that do not close our tags: all that follows becomes a child of the element, and has to stay on the page. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { ConsoleMessage } from 'playwright-core';
import { settled, visit, type VisitOptions } from './support.js';

const following =
  '<p id="hours">Open from 7 to 18.</p><footer id="imprint">Imprint <a href="/order">Order</a></footer>';
const stored = 'v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=2026-11-24';

/** Visits a page, and notes what the console was told. */
async function visitNoting(t: test.TestContext, options: VisitOptions) {
  const visited = await visit(t, options);
  const warnings: string[] = [];
  visited.page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await visited.page.reload();
  return { ...visited, warnings };
}

for (const [how, tag] of [
  ['self-closed', `<cookie-manifest src="manifestUrl" />${following}`],
  ['unclosed', `<cookie-manifest src="manifestUrl">${following}`],
  ['unclosed, in a box', `<main><cookie-manifest src="manifestUrl">${following}</main>`],
  ['unclosed and inline', `<cookie-manifest src="manifestUrl" placement="inline">${following}`],
] as const)
  test(`what follows the notice stays before and after OK, with one warning: ${how}`, async (t) => {
    const { page, notice, ok, warnings } = await visitNoting(t, { tag });
    await notice.waitFor();
    assert.equal(await page.locator('#imprint').isVisible(), true);
    assert.equal(await page.locator('#hours').isVisible(), true);
    await ok.click();
    await notice.waitFor({ state: 'hidden' });
    assert.equal(await page.locator('#imprint').isVisible(), true);
    await settled(page);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /<cookie-manifest> holds a <p>.*<cookie-manifest …><\/cookie-manifest>/);
  });

test('what follows an unclosed notice stays for a returning visitor, with the element defined', async (t) => {
  const { page, errors } = await visit(t, {
    tag: `<cookie-manifest src="manifestUrl" revision="2026-11-01" />${following}`,
    stored,
  });
  await page.evaluate(() => globalThis.cookieManifest.show());
  await page.evaluate(() => globalThis.cookieManifest.hide());
  await settled(page);
  assert.equal(await page.locator('#imprint').isVisible(), true);
  assert.deepEqual(errors, []);
});

test('what follows an unclosed notice stays where Lit cannot start', async (t) => {
  const { page, notice, ok } = await visit(t, {
    tag: `<cookie-manifest src="manifestUrl" />${following}`,
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  });
  await notice.waitFor();
  assert.equal(await page.locator('#imprint').isVisible(), true);
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await page.locator('#imprint').isVisible(), true);
});

test('what is inside a second, unclosed notice stays', async (t) => {
  const { page, notice } = await visit(t, {
    tag: `<cookie-manifest src="manifestUrl"></cookie-manifest><cookie-manifest src="manifestUrl" />${following}`,
  });
  await notice.first().waitFor();
  assert.equal(await page.locator('#imprint').isVisible(), true);
});

for (const [what, inside] of [
  ['a text for its slot', '<span slot="text">Only what is needed.</span>'],
  ['the manifest', '<script type="application/json">{"cookies":[{"name":"a","purpose":"b"}]}</script>'],
  ['a word for visitors without JavaScript', '<noscript>We set one cookie.</noscript>'],
] as const)
  test(`a notice that holds ${what} is not warned of`, async (t) => {
    const { page, notice, warnings } = await visitNoting(t, {
      tag: `<cookie-manifest src="manifestUrl">${inside}</cookie-manifest>`,
    });
    await notice.waitFor();
    await settled(page);
    assert.deepEqual(
      warnings.filter((warning) => warning.includes('holds')),
      [],
    );
  });

for (const [how, tag] of [
  ['self-closed', `<cookie-manifest-policy src="manifestUrl" />${following}`],
  ['unclosed, in a box', `<main><cookie-manifest-policy src="manifestUrl">${following}</main>`],
  [
    'unclosed, before words alone',
    '<main><cookie-manifest-policy src="manifestUrl" /><p id="imprint">Imprint</p>\n</main>',
  ],
  [
    'unclosed, with its static form',
    `<cookie-manifest-policy src="manifestUrl"><article>Static.</article>${following}`,
  ],
] as const)
  test(`what follows the policy page stays, with one warning: ${how}`, async (t) => {
    const { page, warnings } = await visitNoting(t, { tag });
    await page.locator('cookie-manifest-policy h1').waitFor();
    await page.locator('#imprint').waitFor();
    assert.equal(await page.getByText('Static.').isVisible(), false);
    await settled(page);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /<cookie-manifest-policy> holds a <(p|footer)>/);
  });

for (const inside of ['<article>Static.</article>', '<p>Static.</p>'])
  test(`the static form of a policy page gives way without a warning: ${inside}`, async (t) => {
    const { page, warnings } = await visitNoting(t, {
      tag: `<main><cookie-manifest-policy src="manifestUrl">${inside}</cookie-manifest-policy></main>`,
    });
    await page.locator('cookie-manifest-policy h1').waitFor();
    await settled(page);
    assert.equal(await page.getByText('Static.').isVisible(), false);
    assert.deepEqual(warnings, []);
  });
