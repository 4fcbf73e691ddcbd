/** What is stored may be anything, and storing may be denied. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { isNoticeShown, selectors } from '../harness.js';
import { manifest, settled, site, visit } from './support.js';

const right = 'v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=2026-11-24';

test('what is stored in the documented form is read', async (t) => {
  const { page, told } = await visit(t, { attributes: 'revision="2026-11-01"', stored: right });
  await settled(page);
  assert.equal(await page.evaluate(() => cookieManifest.preferences.status), 'acknowledged');
  assert.deepEqual(await told('show'), []);
});

for (const stored of [
  '',
  'true',
  'accepted',
  '1',
  '{"status":"acknowledged"}',
  '%',
  '%E0%A4%A',
  '%3Cscript%3E',
  'x'.repeat(4_000),
  right.replace('v=1', 'v=2'),
  right.slice(0, -1),
  right.slice(4),
  right + '&extra=1',
  right + right,
  right.toUpperCase(),
  right.replace('at=2026-11-24', 'at=2026-02-30'),
  right.replace('at=2026-11-24', 'at=2026-13-01'),
  right.replace('at=2026-11-24', 'at=2026-11-24T10:00:00Z'),
  right.replace('&at=2026-11-24', ''),
  right.replace('acknowledged', 'unset'),
  right.replace('acknowledged', 'consented'),
  right.replace('revision=2026-11-01', 'revision='),
  right.replace('2026-11-01', 'x'.repeat(65)),
  right.replace('2026-11-01', '<b>'),
  right.replace('granted=essential', 'granted='),
  right.replace('granted=essential', 'granted=statistics'),
  right.replace('granted=essential', 'granted=essential.essential'),
  right.replace('granted=essential', 'granted=essential.statistics'),
  right.replace('granted=essential', 'granted=essential.__proto__'),
  right.replace('acknowledged', 'chosen').replace('denied=', 'denied=essential'),
])
  test(`stored ${JSON.stringify(stored.length > 100 ? `${stored.slice(0, 100)}…` : stored)} counts as unset`, async (t) => {
    const { page, notice, element, errors } = await visit(t, { attributes: 'revision="2026-11-01"', stored });
    await notice.waitFor();
    assert.equal(await element.evaluate(isNoticeShown), true);
    assert.deepEqual(
      await page.evaluate(() => [
        cookieManifest.preferences.status,
        cookieManifest.due,
        cookieManifest.preferences.revision,
      ]),
      ['unset', true, null],
    );
    assert.deepEqual(errors, []);
  });

test('where cookies are denied (a sandboxed frame), OK holds for the life of the page', async (t) => {
  const allowed = { 'Access-Control-Allow-Origin': '*' };
  site.on('/framed.json', { body: JSON.stringify(manifest()), headers: allowed });
  site.on('/framed', {
    body: '<!doctype html><html lang="en"><title>Framed</title><script type="module" src="/dist/cookie-manifest.js"></script><cookie-manifest src="/framed.json"></cookie-manifest>',
  });
  const { page, errors, context } = await visit(t, {
    script: '',
    tag: '<iframe title="Framed" sandbox="allow-scripts" src="/framed" width="600" height="400"></iframe>',
  });
  const inside = page.frameLocator('iframe');
  await inside.locator(selectors.notice).waitFor();
  await inside.locator(selectors.ok).click();
  await inside.locator(selectors.notice).waitFor({ state: 'hidden' });
  const host = inside.locator('cookie-manifest');
  assert.equal(await host.evaluate(() => cookieManifest.preferences.status), 'acknowledged');
  assert.equal(await host.evaluate(() => cookieManifest.due), false);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(errors, []);
});

test('where writing cookies does nothing, OK holds for the life of the page', async (t) => {
  const { page, ok, notice, errors, context } = await visit(t, {
    init: () => Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} }),
  });
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => cookieManifest.preferences.status), 'acknowledged');
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(errors, []);
});

test('where every storage throws, the details still open and say nothing wrong', async (t) => {
  const { openDetails, dialog, errors } = await visit(t, {
    init: () => {
      const denied = {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      };
      Object.defineProperty(Document.prototype, 'cookie', { ...denied, set: denied.get });
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, denied);
      Object.defineProperty(globalThis, 'BroadcastChannel', {
        value: function refuse() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    },
  });
  await openDetails.click();
  await dialog.getByText('sid').waitFor();
  assert.deepEqual(errors, []);
});
