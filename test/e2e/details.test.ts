/** The seed's manifest in the details: the demo's, with its 17 cookies. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { categoriesOf, rowsOf, selectors } from '../harness.js';
import { manifest, settled, site, visit } from './support.js';

const seed = JSON.parse(await readFile(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;

const session = ['Session', 'Sitzung', 'الجلسة'];
const years = ['3 years', '3 Jahre', '3 سنوات'];
/** Name and duration as the policy has them, in English, German and Arabic. */
const policy: readonly (readonly [name: string, durations: readonly string[]])[] = [
  ['userId', session],
  ['userName', session],
  ['pass_ua', years],
  ['uLocale', ['7 days', '7 Tage', '7 أيام']],
  ['passToken', session],
  ['serviceToken', session],
  ['pass_trace', years],
  ['passInfo', session],
  ['cUserId', session],
  ['deviceId', years],
  ['tick', ['30 minutes', '30 Minuten', '30 دقيقة']],
  ['passport_ph', session],
  ['pass_ptd', years],
  ['pExpireTime', session],
  ['ick', session],
  ['captchaToken', session],
  ['passport_slh', session],
];
const own = ['182 days', '182 Tage', '182 يومًا'];

for (const [index, language] of ['en', 'de', 'ar'].entries())
  test(`the 17 cookies with names and durations, and the library's own, in ${language}`, async (t) => {
    const { page, element, openDetails, dialog, errors } = await visit(t, {
      manifest: seed,
      html: `lang="${language}"`,
    });
    await openDetails.click();
    await dialog.waitFor();
    const rows = await element.evaluate(rowsOf);
    assert.deepEqual(
      rows.map(({ name, duration }) => [name, duration]),
      [...policy.map(([name, durations]) => [name, durations[index]]), ['cookie_preferences', own[index]]],
    );
    assert.ok(
      rows.every(({ provider, purpose }) => provider === 'Xiaomi' && purpose),
      JSON.stringify(rows),
    );
    // As in the policy's merged rows: two, one, one, and thirteen share a purpose.
    const purposes = [...new Set(rows.map(({ purpose }) => purpose))].map(
      (shared) => rows.filter(({ purpose }) => purpose === shared).length,
    );
    assert.deepEqual(purposes, [2, 1, 1, 13, 1]);
    assert.equal(await page.evaluate(() => cookieManifest.cookies({ session: true }).length), 11);
    assert.deepEqual(
      await page.evaluate(() =>
        cookieManifest.cookies().map(({ name, durationText, own }) => [name, durationText, own]),
      ),
      [...policy.map(([name, durations]) => [name, durations[index], false]), ['cookie_preferences', own[index], true]],
    );
    assert.deepEqual(
      [await dialog.getAttribute('lang'), await dialog.getAttribute('dir')],
      [language, language === 'ar' ? 'rtl' : 'ltr'],
    );
    assert.deepEqual(errors, []);
  });

test('the own cookie is a category apart, and is not added where the manifest declares it', async (t) => {
  const declared = manifest({
    cookies: [{ name: 'cookie_preferences', purpose: 'Keeps what you chose.', duration: '182 days' }],
  });
  const first = await visit(t);
  await first.openDetails.click();
  await first.dialog.waitFor();
  assert.equal((await first.element.evaluate(categoriesOf)).length, 2);
  const second = await visit(t, { manifest: declared });
  await second.openDetails.click();
  await second.dialog.waitFor();
  assert.equal((await second.element.evaluate(categoriesOf)).length, 1);
  assert.deepEqual(
    (await second.element.evaluate(rowsOf)).map(({ name, purpose }) => [name, purpose]),
    [['cookie_preferences', 'Keeps what you chose.']],
  );
});

test('a region falls back to its language, and a language that nobody has to English', async (t) => {
  const austria = await visit(t, { manifest: seed, html: 'lang="de-AT"' });
  await austria.notice.getByText('verwendet nur notwendige').waitFor();
  const klingon = await visit(t, { manifest: seed, html: 'lang="tlh"' });
  await klingon.notice.getByText('only uses essential').waitFor();
});

test("the visitor's language is the browser's where the page says none", async (t) => {
  const { notice } = await visit(t, { manifest: seed, html: '', context: { locale: 'de-DE' } });
  await notice.getByText('verwendet nur notwendige').waitFor();
});

test('whether a cookie is here: seen, not to be seen by scripts, not to be told', async (t) => {
  const { page, context, url, element, openDetails, dialog } = await visit(t, {
    manifest: manifest({
      cookies: [
        { name: 'seen', purpose: 'One.', duration: 'session' },
        { name: 'absent', purpose: 'Two.', duration: 'session', httpOnly: false },
        { name: 'secret', purpose: 'Three.', duration: 'session', httpOnly: true },
        { name: 'kept', purpose: 'Four.', duration: 'persistent', storage: 'localStorage' },
      ],
    }),
  });
  await context.addCookies([
    { name: 'seen', value: '1', url },
    { name: 'secret', value: '1', url, httpOnly: true },
  ]);
  await page.evaluate(() => localStorage.setItem('kept', '1'));
  await openDetails.click();
  await dialog.waitFor();
  await page.waitForFunction(
    (row) => row.textContent.includes('Yes'),
    await page.locator(selectors.row).first().elementHandle(),
  );
  const rows = await element.evaluate(rowsOf);
  assert.deepEqual(
    rows.slice(0, 4).map(({ name, here }) => [name, here]),
    [
      ['seen', 'Yes'],
      ['absent', 'No'],
      ['secret', 'Unknown'],
      ['kept', 'Yes'],
    ],
  );
});

test('the filter narrows the list, from twelve cookies on', async (t) => {
  const few = await visit(t);
  await few.openDetails.click();
  await few.dialog.waitFor();
  assert.equal(await few.page.locator(selectors.filter).count(), 0);
  const { page, element, openDetails } = await visit(t, { manifest: seed });
  await openDetails.click();
  const filter = page.locator(selectors.filter);
  await filter.fill('pass_');
  await page.waitForFunction(
    (row) => document.querySelector('cookie-manifest')?.shadowRoot?.querySelectorAll(row).length === 3,
    'dialog tbody tr:has(th[scope=row])',
  );
  assert.deepEqual(
    (await element.evaluate(rowsOf)).map(({ name }) => name),
    ['pass_ua', 'pass_trace', 'pass_ptd'],
  );
  await filter.fill('');
  await page.locator(selectors.row).nth(17).waitFor();
});

test('a thousand cookies are all listed, in batches', async (t) => {
  const cookies = Array.from({ length: 1_000 }, (_, index) => ({
    name: `cookie_${index}`,
    purpose: `Purpose ${index % 40}.`,
    duration: `${1 + (index % 30)} days`,
  }));
  const { page, openDetails, dialog } = await visit(t, { manifest: manifest({ cookies }) });
  await openDetails.click();
  await dialog.waitFor();
  await page.locator(selectors.row).nth(1_000).waitFor({ state: 'attached', timeout: 20_000 });
  assert.equal(await page.locator(selectors.row).count(), 1_001);
});

test('after a failed load the details offer to try again, and do', async (t) => {
  const { page, openDetails, dialog, sendManifest, errors } = await visit(t, { answer: { status: 503 } });
  await openDetails.click();
  await dialog.waitFor();
  sendManifest(manifest());
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await page.locator(selectors.row).first().waitFor();
  assert.deepEqual(errors, []);
});

test('details that are opened before the manifest is here fill when it comes', async (t) => {
  let answer!: (value?: unknown) => void;
  const { page, dialog } = await visit(t, {
    attributes: 'notice="manual"',
    answer: { body: JSON.stringify(manifest()), when: new Promise((resolve) => (answer = resolve)) },
  });
  await page.evaluate(() => void cookieManifest.showDetails());
  await dialog.getByText('Loading the list').waitFor();
  answer();
  await page.locator(selectors.row).first().waitFor();
});

test('where the details could not be seen, the link to the policy is followed', async (t) => {
  const { page, notice } = await visit(t, {
    tag: '<div style="display: none"><cookie-manifest src="manifestUrl"></cookie-manifest></div>',
  });
  await settled(page);
  assert.equal(await notice.isVisible(), false);
  site.on('/policy', { body: '<!doctype html><title>Policy</title>' });
  await Promise.all([page.waitForURL('**/policy'), page.evaluate(() => void cookieManifest.showDetails())]);
});

test('inspect() gives the declared cookies as rows, and prints no value', async (t) => {
  const { page, context, url } = await visit(t);
  const printed: string[] = [];
  page.on('console', (message) => printed.push(message.text()));
  await context.addCookies([{ name: 'sid', value: 'c0ffee', url }]);
  await page.evaluate(() => cookieManifest.load());
  const rows = await page.evaluate(() => cookieManifest.inspect());
  assert.deepEqual(rows, [
    { name: 'sid', category: 'essential', storage: 'cookie', duration: 'Session', here: true },
    { name: 'device', category: 'essential', storage: 'cookie', duration: '3 years', here: null },
    { name: 'cookie_preferences', category: 'essential', storage: 'cookie', duration: '182 days', here: false },
  ]);
  assert.ok(printed.length > 0);
  assert.doesNotMatch(printed.join(), /c0ffee/);
});
