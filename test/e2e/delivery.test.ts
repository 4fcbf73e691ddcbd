/** However the library is put on a page, and however often. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { isNoticeShown, selectors } from '../harness.js';
import { manifest, openPage, settled, site, visit } from './support.js';

const classic = '/dist/cookie-manifest.classic.js';
const other = site.otherOrigin;

for (const [what, script] of [
  ['a plain tag', `<script src="${classic}"></script>`],
  ['an async tag', `<script async src="${classic}"></script>`],
  ['a deferred tag', `<script defer src="${classic}"></script>`],
  ['a plain tag of another origin', `<script src="${other}${classic}"></script>`],
  ['an async tag of another origin', `<script async src="${other}${classic}"></script>`],
  ['a module of another origin', `<script type="module" src="${other}/dist/cookie-manifest.js"></script>`],
  ['an async module', '<script type="module" async src="/dist/cookie-manifest.js"></script>'],
] as const)
  test(`the whole way by ${what}`, async (t) => {
    const { openDetails, dialog, ok, notice, page, stored, errors } = await visit(t, { script });
    await openDetails.click();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await ok.click();
    await notice.waitFor({ state: 'hidden' });
    assert.match((await stored()) ?? '', /^v=1&status=acknowledged&/);
    assert.deepEqual(errors, []);
  });

const classicCode = readFileSync(new URL('../../dist/cookie-manifest.classic.js', import.meta.url), 'utf8');
const joined = '/cache/joined.js';
site.on(joined, {
  headers: { 'Content-Type': 'text/javascript' },
  body: `window.before = 1;\n;${classicCode}\n;window.after = 1;`,
});
/** What scripts that delay others do: run the code, or make a new tag of what they find in the page. */
const runCode = `fetch('${classic}').then((response) => response.text()).then((code) => (0, eval)(code));`;
const restoreTag = `const held = document.querySelector('[data-src]');
  held.replaceWith(Object.assign(document.createElement('script'), { src: held.dataset.src }));`;
const named = '<cookie-manifest src="manifestUrl" data-cookie-manifest-base="/dist/"></cookie-manifest>';

for (const [what, options] of Object.entries({
  'inlined, with the folder at its own tag': {
    script: `<script data-cookie-manifest-base="/dist/">${classicCode}</script>`,
  },
  'inlined, with the folder at <html>, without a slash': {
    html: 'lang="en" data-cookie-manifest-base="/dist"',
    script: `<script>${classicCode}</script>`,
  },
  'inlined, with the folder at the element, which comes later': {
    script: `<script>${classicCode}</script>`,
    tag: named,
  },
  'joined with other files': { script: `<script src="${joined}"></script>`, tag: named },
  'joined and deferred': { script: `<script src="${joined}" defer></script>`, tag: named },
  'run as code, with its tag in the page': {
    script: `<script type="held/javascript" data-src="${classic}"></script><script>${runCode}</script>`,
  },
  'run as code, with the folder at the element': { script: `<script>${runCode}</script>`, tag: named },
  'in a tag that a script restores': {
    script: `<script type="held/javascript" data-src="${classic}?v=1"></script><script>${restoreTag}</script>`,
  },
  'in a page with a base elsewhere': {
    head: '<base href="/elsewhere/">',
    script: `<script src="${classic}"></script>`,
  },
  'in a page with a base, inlined': {
    head: '<base href="/dist/chunks/">',
    script: `<script data-cookie-manifest-base="..">${classicCode}</script>`,
  },
  'as a module, in a page with a base elsewhere': { head: '<base href="/elsewhere/">' },
}))
  test(`the loader finds its folder ${what}`, async (t) => {
    const { notice, ok, errors } = await visit(t, options);
    await ok.click();
    await notice.waitFor({ state: 'hidden' });
    assert.deepEqual(errors, []);
  });

for (const [what, script] of Object.entries({
  inlined: `<script>${classicCode}</script>`,
  'joined with other files': `<script src="${joined}"></script>`,
  'run as code': `<script>${runCode}</script>`,
  'with a folder that is none': `<script src="${classic}" data-cookie-manifest-base="http://["></script>`,
}))
  test(`a loader that cannot know its folder says what to write: ${what}`, async (t) => {
    const page = await openPage();
    t.after(() => page.context().close());
    const warned = page.waitForEvent('console', (message) => message.type() === 'warning');
    const { errors } = await visit(t, { page, script });
    assert.match(
      (await warned).text(),
      /^cookie-manifest: cookie-manifest\.js was not loaded: .+ Write data-cookie-manifest-base="\/its\/folder\/" into any tag/,
    );
    await page.waitForLoadState('networkidle');
    assert.deepEqual(errors, []);
  });

test('loaded twice, by module and by classic tag, it shows one notice and tells once', async (t) => {
  const { page, notice, told, errors } = await visit(t, {
    script: `<script type="module" src="/dist/cookie-manifest.js"></script><script type="module" src="/dist/cookie-manifest.js"></script><script src="${classic}"></script>`,
  });
  await notice.waitFor();
  await settled(page);
  assert.deepEqual(
    (await told()).map(({ type }) => type),
    ['load', 'show'],
  );
  assert.deepEqual(errors, []);
});

test('of two copies the first serves both, and the second loads nothing', async (t) => {
  const { page, notice, told, requests, errors } = await visit(t, {
    script: `<script type="module" src="/dist/cookie-manifest.js"></script><script type="module">
      const first = window.cookieManifest;
      const { cookieManifest } = await import('${other}/dist/cookie-manifest.js');
      globalThis.same = first && cookieManifest === first && window.cookieManifest === first;
    </script>`,
  });
  await notice.waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => (globalThis as { same?: boolean }).same), true);
  assert.deepEqual(
    requests.map((request) => request.url()).filter((url) => url.startsWith(other)),
    [`${other}/dist/cookie-manifest.js`],
  );
  assert.deepEqual(
    (await told()).map(({ type }) => type),
    ['load', 'show'],
  );
  assert.deepEqual(errors, []);
});

test('of two elements the first owns the notice, and the second renders nothing and warns', async (t) => {
  const { page, notice, errors } = await visit(t, {
    script: '',
    tag: '<cookie-manifest src="manifestUrl"></cookie-manifest><cookie-manifest src="manifestUrl"></cookie-manifest>',
  });
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await notice.first().waitFor();
  await settled(page);
  const parts = (at: number) => page.locator('cookie-manifest').nth(at).locator('[part]').count();
  assert.ok(await parts(0));
  assert.equal(await parts(1), 0);
  assert.ok(
    warnings.some((text) => /only the first/.test(text)),
    warnings.join(' | '),
  );
  assert.deepEqual(errors, []);
});

test('when the first of two elements goes, the second takes over', async (t) => {
  const { page, notice } = await visit(t, {
    tag: '<cookie-manifest id="a" src="manifestUrl"></cookie-manifest><cookie-manifest id="b" src="manifestUrl"></cookie-manifest>',
  });
  await notice.first().waitFor();
  await page.evaluate(() => document.querySelector('#a')?.remove());
  await page.locator('#b section[part=notice]').waitFor();
});

test('an element inserted later works, and a manifest property comes before src', async (t) => {
  const { page, notice, requests, manifestUrl } = await visit(t, { tag: '' });
  await settled(page);
  assert.equal(await notice.count(), 0);
  await page.evaluate(
    ([value, src]) => {
      const element = document.createElement('cookie-manifest');
      Object.assign(element, { manifest: value });
      element.setAttribute('src', src);
      document.body.append(element);
      return customElements.whenDefined('cookie-manifest');
    },
    [manifest({ site: { name: 'By property' } }), manifestUrl] as const,
  );
  await notice.getByText('By property only uses').waitFor();
  assert.deepEqual(
    requests.filter((request) => request.url().endsWith(manifestUrl)),
    [],
  );
});

test('a manifest inside the element comes before src', async (t) => {
  const inline = JSON.stringify(manifest({ site: { name: 'Inline' } }));
  const { notice, requests, manifestUrl } = await visit(t, {
    tag: `<cookie-manifest src="manifestUrl"><script type="application/json">${inline}</script></cookie-manifest>`,
  });
  await notice.getByText('Inline only uses').waitFor();
  assert.deepEqual(
    requests.filter((request) => request.url().endsWith(manifestUrl)),
    [],
  );
});

test('properties that were set before the upgrade are honoured', async (t) => {
  const { page, notice } = await visit(t, { script: '', tag: '<cookie-manifest></cookie-manifest>' });
  await page.evaluate(
    (value) => Object.assign(document.querySelector('cookie-manifest') ?? {}, { manifest: value, placement: 'top' }),
    manifest({ site: { name: 'Early' } }),
  );
  await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await notice.getByText('Early only uses').waitFor();
  assert.ok((await notice.boundingBox())!.y < 100);
});

test('moving the element keeps its notice, and asks for nothing again', async (t) => {
  const { page, element, notice, requests, manifestUrl, told } = await visit(t);
  await notice.waitFor();
  await page.evaluate(() => document.querySelector('main')?.append(document.querySelector('cookie-manifest')!));
  await settled(page);
  assert.equal(await element.evaluate(isNoticeShown), true);
  assert.equal(requests.filter((request) => request.url().endsWith(manifestUrl)).length, 1);
  assert.deepEqual(await told('hide'), []);
});

test('src and lang may change', async (t) => {
  const { page, element, notice } = await visit(t);
  await notice.getByText('Example only uses').waitFor();
  site.on('/another.json', { body: JSON.stringify(manifest({ site: { name: 'Another' } })) });
  await element.evaluate((host) => {
    host.setAttribute('src', '/another.json');
  });
  await notice.getByText('Another only uses').waitFor();
  await element.evaluate((host) => {
    host.setAttribute('lang', 'de');
  });
  await notice.getByText('Another verwendet').waitFor();
  assert.equal(await page.locator(selectors.notice).getAttribute('lang'), 'de');
});

test('acts work on a page without an element, and in its head', async (t) => {
  const { page, notice, errors, manifestUrl } = await visit(t, { tag: '' });
  await page.evaluate((url) => cookieManifest.load(url).then(() => cookieManifest.show()), manifestUrl);
  await notice.getByText('Example only uses').waitFor();
  assert.deepEqual(errors, []);
});

test('visitors without JavaScript read what is inside', async (t) => {
  const { page } = await visit(t, {
    context: { javaScriptEnabled: false },
    tag: '<cookie-manifest src="manifestUrl"><noscript>This site uses essential cookies. <a href="/policy">Policy</a></noscript></cookie-manifest>',
  });
  assert.equal(await page.locator('cookie-manifest a').isVisible(), true);
});
