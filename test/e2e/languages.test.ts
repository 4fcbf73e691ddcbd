/** Every language in the built files: what comes over the network, what is right to left, and what happens while languages change. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { rowsOf, selectors } from '../harness.js';
import { expected } from '../locales/languages.js';
import { findings } from './axe.js';
import { manifest, openPage, painted, revision, visit } from './support.js';

const demo = JSON.parse(readFileSync(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;
const rightToLeft = ['ar', 'he'];
const shared = await openPage({ context: { viewport: { width: 320, height: 640 } } });

for (const lang of Object.keys(expected))
  test(`notice and details in ${lang}: axe finds nothing, nothing is cut off at 320 px, and one file more is loaded`, async (t) => {
    const dir = rightToLeft.includes(lang) ? 'rtl' : 'ltr';
    const { page, notice, openDetails, dialog, requests, errors } = await visit(t, {
      manifest: demo,
      html: `lang="${lang}" dir="${dir}"`,
      page: shared,
    });
    await notice.waitFor();
    assert.equal(
      requests.filter((request) => /chunks\/(?!page|notice|answer|details|policy)/.test(request.url())).length,
      lang === 'en' ? 0 : 1,
    );
    assert.equal(await notice.evaluate((element) => getComputedStyle(element).direction), dir);
    assert.ok((await notice.boundingBox())!.height <= 321);
    assert.deepEqual(await findings(page), []);

    await openDetails.click();
    await dialog.waitFor();
    await page.locator(selectors.row).first().waitFor();
    await painted(page);
    assert.equal(await dialog.evaluate((element) => getComputedStyle(element).direction), dir);
    assert.ok(
      await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth),
      'the details scroll sideways',
    );
    assert.equal((await page.locator(selectors.element).evaluate(rowsOf)).length, 18);
    assert.deepEqual(await findings(page), []);
    assert.deepEqual(errors, []);
  });

test('traditional Chinese and Norwegian are found by their other tags', async (t) => {
  for (const [lang, file] of [
    ['zh-TW', 'zh-hant'],
    ['zh-Hant-HK', 'zh-hant'],
    ['zh-CN', 'zh'],
    ['nb-NO', 'no'],
    ['nn', 'no'],
  ] as const) {
    const { notice, requests, page } = await visit(t, { html: `lang="${lang}"` });
    await notice.waitFor();
    assert.equal(requests.filter((request) => new RegExp(`chunks/${file}-\\d`).test(request.url())).length, 1, lang);
    await page.close();
  }
});

test('switching ten times, with a slow and a missing file, ends in the last language asked for, with one warning', async (t) => {
  const { page, notice, openDetails } = await visit(t, {});
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  let release = () => {};
  const slow = new Promise<void>((done) => (release = done));
  await page.route('**/chunks/fr-*', async (route) => {
    await slow;
    await route.continue();
  });
  await page.route('**/chunks/es-*', (route) => route.abort());
  await notice.waitFor();
  await openDetails.click();
  await page.locator(selectors.row).first().waitFor();
  const speak = (languages: readonly string[]) =>
    page.evaluate((languages) => {
      for (const language of languages) document.documentElement.lang = language;
    }, languages);

  for (const language of ['de', 'fr', 'es', 'ja', 'fr', 'ar', 'es', 'fr', 'de', 'pl']) {
    await speak([language]);
    await painted(page);
  }
  await page.locator(selectors.close).getByText('Zamknij').waitFor();
  release();
  await page.waitForResponse('**/chunks/fr-*').catch(() => {}); // it may have come already
  await painted(page);
  assert.equal(await page.locator(selectors.close).textContent(), 'Zamknij');

  await speak(['es']); // whose file is missing
  await page.locator(selectors.close).getByText('Close').waitFor();
  await speak(['fr']);
  await page.locator(selectors.close).getByText('Fermer').waitFor();
  await speak(['de', 'fr', 'es', 'ja', 'fr', 'ar', 'es', 'fr', 'pl', 'de']);
  await page.locator(selectors.close).getByText('Schließen').waitFor();
  assert.deepEqual(
    warnings.map((text) => /cookie-manifest: no texts for (\w+)/.exec(text)?.[1]),
    ['es'],
  );
});

test('a language that there is none of is English, with one warning', async (t) => {
  const { page, notice } = await visit(t, {});
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await notice.waitFor();
  for (const language of ['eo', 'de', 'eo'])
    await page.evaluate((language) => {
      document.documentElement.lang = language;
    }, language);
  await notice.getByText('only uses essential cookies').waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(warnings.length, 1);
  assert.match(warnings[0]!, /no texts for eo/);
});

test('a site replaces texts in HTML', async (t) => {
  const tag = `<cookie-manifest src="manifestUrl"><script type="application/json" data-texts lang="en">{ "ok": "Got it", "sessions": { "one": "{count} brief one", "other": "{count} brief ones" } }</script></cookie-manifest>`;
  const { ok, openDetails, dialog } = await visit(t, { tag });
  assert.equal(await ok.textContent(), 'Got it');
  await openDetails.click();
  await dialog.getByText('1 brief one').waitFor();
});

test('texts in HTML that are no JSON are reported, and the notice shows', async (t) => {
  const { ok, page } = await visit(t, {
    tag: '<cookie-manifest src="manifestUrl"><script type="application/json" data-texts>{ ok</script></cookie-manifest>',
  });
  await ok.waitFor();
  assert.equal(await ok.textContent(), 'OK');
  await page.close();
});

test('a site replaces texts and brings a language in JavaScript, before the notice and while it is there', async (t) => {
  const { page, ok, notice } = await visit(t, {
    html: 'lang="eo"',
    body: `<script type="module">
      import { cookieManifest } from '/dist/cookie-manifest.js';
      cookieManifest.configure({ texts: { eo: { ok: 'Bone', essential: '{site} uzas nur necesajn kuketojn, por {reasons}.', session: 'Seanco' }, en: { ok: 'Fine' } } });
    </script>`,
    headers: { 'Content-Security-Policy': "default-src 'self' 'unsafe-inline'" },
  });
  await notice.getByText('Example uzas nur necesajn kuketojn').waitFor();
  assert.equal(await ok.textContent(), 'Bone');
  assert.equal(await page.evaluate(() => cookieManifest.cookie('sid')!.durationText), 'Seanco');
  await page.evaluate(() => cookieManifest.configure({ texts: { eo: { ok: 'Komprenite' } } }));
  await ok.getByText('Komprenite').waitFor();
  await page.evaluate(() => {
    document.documentElement.lang = 'en-GB';
  });
  await ok.getByText('Fine').waitFor();
});

test('what is no text is not taken for one', async (t) => {
  const { page, ok, errors } = await visit(t, {});
  await ok.waitFor();
  await page.evaluate(() =>
    cookieManifest.configure({
      texts: { en: { ok: 7, essential: null, policy: ['a'], title: { other: 1 } } as never },
    }),
  );
  await page.evaluate(() => cookieManifest.showDetails());
  assert.equal(await ok.textContent(), 'OK');
  assert.deepEqual(errors, []);
});

test('lifetimes that the browser cuts short are said to be', async (t) => {
  const long = manifest({
    revision,
    cookies: [
      { name: 'years', purpose: 'p', duration: '3 years', httpOnly: true },
      { name: 'month', purpose: 'p', duration: '30 days' },
      { name: 'kept', purpose: 'p', duration: '3 years', storage: 'localStorage' },
      { name: 'brief', purpose: 'p', duration: 'session' },
    ],
  });
  const notes = async (init?: () => void) => {
    const { page, openDetails } = await visit(t, { manifest: long, ...(init && { init }) });
    await openDetails.click();
    await page.locator(selectors.row).first().waitFor();
    return Object.fromEntries(
      await page
        .locator('cookie-manifest th[scope=row]')
        .evaluateAll((cells) =>
          cells.map((cell) => [
            cell.querySelector('code')!.textContent,
            /\d+ days/.exec(cell.querySelector('small')!.textContent)?.[0] ?? '',
          ]),
        ),
    ) as object;
  };
  assert.deepEqual(await notes(), { years: '400 days', month: '', kept: '', brief: '', cookie_preferences: '' });
  // Safari cannot be had here: what it is known by stands in for it.
  const safari = await notes(() => Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' }));
  assert.deepEqual(safari, { years: '400 days', month: '7 days', kept: '', brief: '', cookie_preferences: '7 days' });
});
