/** What ordinary pages do to the library: they scroll, restore what was shown, insert elements late, and miss files of a release. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { focusedIn, loader, manifest, settled, site, visit } from './support.js';

const stored = 'v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=2026-11-24';
const long = `<label>Search <input id="search"></label>${'<p>Text.</p>'.repeat(300)}<button id="last">Last</button>`;

for (const how of ['mouse', 'keyboard'] as const)
  test(`OK by ${how} gives the focus back to a field that was scrolled away, and does not scroll`, async (t) => {
    const { page, ok, notice } = await visit(t, { body: long });
    await notice.waitFor();
    await page.locator('#search').focus();
    await page.evaluate(() => scrollTo(0, 3_000));
    if (how === 'mouse') await ok.click();
    else {
      await ok.evaluate((button) => button.focus({ preventScroll: true }));
      await page.keyboard.press('Enter');
    }
    await notice.waitFor({ state: 'hidden' });
    assert.equal(await focusedIn(page), 'input#search');
    assert.equal(await page.evaluate(() => scrollY), 3_000);
  });

test('after the details were read, OK gives the focus back to where it was before the notice', async (t) => {
  const { page, ok, notice, openDetails, dialog } = await visit(t, { body: long });
  await notice.waitFor();
  await page.locator('#last').focus();
  await openDetails.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await ok.focus();
  await page.keyboard.press('Enter');
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await focusedIn(page), 'button#last');
});

test('where what had the focus has gone, the next link or button gets it', async (t) => {
  const { page, ok, notice } = await visit(t, { body: `${long}<button id="gone">Gone</button>` });
  await notice.waitFor();
  await page.locator('#gone').focus();
  await ok.focus();
  await page.evaluate(() => document.getElementById('gone')!.remove());
  await page.keyboard.press('Enter');
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await focusedIn(page), 'button#last');
});

for (const attributes of ['open', 'details-open', 'open details-open'])
  test(`a restored page with "${attributes}" shows nothing that was answered`, async (t) => {
    const { page, notice, dialog, manifestUrl } = await visit(t, { stored, body: long, script: loader });
    await page.evaluate(() => globalThis.cookieManifest.show());
    await notice.waitFor();
    await page.evaluate(
      ([url, restored]) => {
        const html = `<main><h1>Restored</h1></main><cookie-manifest src="${url}" ${restored}></cookie-manifest>`;
        document.body.replaceChildren(document.createRange().createContextualFragment(html));
      },
      [manifestUrl, attributes] as const,
    );
    await settled(page);
    assert.equal(await notice.count(), 0);
    assert.equal(await dialog.count(), 0);
    assert.equal(await page.evaluate(() => document.querySelector(':popover-open, :modal')), null);
  });

test('an element that moves while its notice shows stays open', async (t) => {
  const { page, notice, element, errors } = await visit(t, { body: long });
  await notice.waitFor();
  await element.evaluate((moved) => document.querySelector('main')!.prepend(moved));
  await settled(page);
  assert.equal(await notice.isVisible(), true);
  assert.deepEqual(errors, []);
});

for (const [who, record] of [
  ['a first', undefined],
  ['a returning', stored],
] as const)
  test(`a policy page that comes later is seen on ${who} visit, by the script tag alone`, async (t) => {
    const { page, notice, manifestUrl } = await visit(t, record === undefined ? {} : { stored: record });
    await settled(page);
    await page.evaluate((url) => {
      const policy = document.createElement('cookie-manifest-policy');
      policy.setAttribute('src', url);
      document.querySelector('main')!.append(policy);
    }, manifestUrl);
    await page.locator('cookie-manifest-policy h1').waitFor();
    assert.equal(await notice.count(), 0);
  });

test('a notice that comes later is seen', async (t) => {
  const { page, notice, manifestUrl } = await visit(t, { tag: '<p>No element yet.</p>' });
  await settled(page);
  await page.evaluate((url) => {
    const box = document.createElement('div');
    box.append(document.createElement('cookie-manifest'));
    box.querySelector('cookie-manifest')!.setAttribute('src', url);
    document.body.append(box);
  }, manifestUrl);
  await notice.waitFor();
});

test('after a policy page, the next page of a router shows the notice', async (t) => {
  const { page, notice, manifestUrl } = await visit(t, {
    tag: '<cookie-manifest-policy src="manifestUrl"></cookie-manifest-policy>',
  });
  await page.locator('cookie-manifest-policy h1').waitFor();
  await page.evaluate((url) => {
    const html = `<main><h1>Next</h1></main><cookie-manifest src="${url}"></cookie-manifest>`;
    const body = document.createElement('body');
    body.append(document.createRange().createContextualFragment(html));
    document.body.replaceWith(body);
  }, manifestUrl);
  await notice.waitFor();
});

for (const gone of ['page', 'acts', 'answer', 'details'])
  test(`without the chunk "${gone}" a link to the details leads to its address, and nothing is uncaught`, async (t) => {
    const link = '<a id="link" href="/elsewhere" data-cookie-manifest="details">Cookies</a>';
    site.on('/elsewhere', { body: '<!doctype html><title>Elsewhere</title>' });
    const { page, errors } = await visit(t, { body: link, stored, tag: '<p>No element.</p>' });
    await page.route(`**/chunks/${gone}-*.js`, (route) => route.fulfill({ status: 404 }));
    await settled(page);
    await page.locator('#link').click();
    await page.waitForURL('**/elsewhere');
    assert.deepEqual(errors, []);
  });

test('without its chunks a due notice leaves no rejection uncaught', async (t) => {
  const { page, errors } = await visit(t, { script: '' });
  await page.route('**/chunks/*.js', (route) => route.fulfill({ status: 404 }));
  const warned = page.waitForEvent('console', (message) => message.text().startsWith('cookie-manifest:'));
  await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await warned;
  await settled(page);
  assert.deepEqual(errors, []);
});

for (const revision of ['2026/11/01', '1.0+build7', '2026-11-01T08:00:00Z', ' 2026-11-01'])
  test(`OK is remembered where the tag says revision="${revision}", and the console names it`, async (t) => {
    const { page, ok, notice, reload } = await visit(t, { attributes: `revision="${revision}"`, script: '' });
    const warned = page.waitForEvent('console', (message) => message.text().includes(revision));
    await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
    await notice.waitFor();
    await warned;
    await ok.click();
    await notice.waitFor({ state: 'hidden' });
    await page.route('**/visit-*/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('</head>', `${loader}</head>`) });
    });
    await reload();
    assert.equal(await notice.count(), 0);
  });

for (const [what, content, reason] of [
  ['a foreign domain', 'domain=example.com', 'must be'],
  ['a prefix that needs https', 'cookie=__Host-preferences', 'needs https'],
  ['a prefix that needs https, too', 'cookie=__Secure-preferences', 'needs https'],
])
  test(`an answer that is refused for ${what} is told of once, with cookie, domain, path and reason`, async (t) => {
    const { page, ok, notice } = await visit(t, { head: `<meta name="cookie-manifest" content="${content}">` });
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await notice.waitFor();
    const warned = page.waitForEvent('console', (message) => message.text().includes('was not stored'));
    await ok.click();
    await notice.waitFor({ state: 'hidden' });
    await warned;
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /the cookie \S+ \(domain \S+, path \/\)/);
    assert.ok(warnings[0]!.includes(reason!), warnings[0]);
  });

test('reset forgets the cookies of other settings too: of this host, its parent domain and other paths', async (t) => {
  const { page, context, url } = await visit(t, {});
  // Browsers find every name below `localhost` on this machine.
  const address = new URL(url);
  address.hostname = 'www.shop.localhost';
  const folder = address.pathname;
  for (const domain of ['www.shop.localhost', '.shop.localhost', '.www.shop.localhost'])
    for (const path of ['/', folder, folder.replace(/\/$/, '')])
      await context.addCookies([{ name: 'cookie_preferences', value: stored, domain, path }]);
  await page.goto(address.href);
  await settled(page);
  assert.equal(await page.evaluate(() => globalThis.cookieManifest.preferences.status), 'acknowledged');
  await page.evaluate(() => globalThis.cookieManifest.reset());
  assert.deepEqual(await context.cookies(address.href), []);
  assert.equal(await page.evaluate(() => globalThis.cookieManifest.preferences.status), 'unset');
});

test('where an old answer can be read and a new one is refused, OK holds for the life of the page', async (t) => {
  const { page, ok, notice } = await visit(t, {
    stored: stored.replace('2026-11-01', '2026-10-01'),
    attributes: 'revision="2026-11-01"',
    head: '<meta name="cookie-manifest" content="domain=example.com">',
  });
  await notice.waitFor();
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => globalThis.cookieManifest.due), false);
});

test('the focus goes back into a component that hands it on to a field of its own', async (t) => {
  const { page, ok, notice } = await visit(t, {
    body: `<div id="component"><template shadowrootmode="open" shadowrootdelegatesfocus><input id="inner"></template></div>
      <button id="other">Other</button>`,
  });
  await notice.waitFor();
  await page.locator('#inner').focus();
  await ok.focus();
  await page.keyboard.press('Enter');
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await focusedIn(page), 'input#inner');
});

test('typing in the filter is no shortcut of the page, whose own slotted content stays its own', async (t) => {
  const cookies = Array.from({ length: 15 }, (_, index) => ({ name: `c${index}`, purpose: 'p', duration: 'session' }));
  const { page, notice, openDetails, dialog } = await visit(t, {
    manifest: manifest({ cookies }),
    tag: '<cookie-manifest src="manifestUrl"><p slot="more"><button id="own">Own</button></p></cookie-manifest>',
    head: `<script>
      globalThis.heard = [];
      for (const type of ['keydown', 'keyup', 'wheel', 'pointerdown', 'mousedown', 'focusin'])
        document.addEventListener(type, ({ key }) => heard.push(type + (key ? ' ' + key : '')));
    </script>`,
  });
  await notice.waitFor();
  await openDetails.click();
  await dialog.waitFor();
  const search = dialog.locator('input');
  await search.click();
  await page.evaluate(() => ((globalThis as unknown as { heard: string[] }).heard.length = 0));
  await search.pressSequentially('c1');
  await page.mouse.wheel(0, 100);
  await dialog.locator('h2').click();
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  assert.equal(await search.inputValue(), 'c1');
  assert.deepEqual(await heard(), []);
  await page.locator('#own').click();
  assert.ok((await heard()).includes('pointerdown'), String(await heard()));
});

for (const [place, point] of [
  ['beside the dialog', { x: 5, y: 300 }],
  ['on its head', { x: 200, y: 45 }],
  ['on the list, and past its end', { x: 450, y: 400 }],
] as const)
  test(`a wheel ${place} leaves the page where it is`, async (t) => {
    const cookies = Array.from({ length: 40 }, (_, index) => ({ name: `c${index}`, purpose: 'p', duration: '1 day' }));
    const { page, context, openDetails, dialog } = await visit(t, {
      manifest: { ...manifest(), cookies },
      body: '<div style="height: 5000px">A long page.</div>',
    });
    await page.setViewportSize({ width: 900, height: 600 });
    await page.evaluate(() => scrollTo(0, 1000));
    await openDetails.click();
    await dialog.locator('tbody').first().waitFor();
    const session = await context.newCDPSession(page);
    // Unlike a wheel event alone, a gesture ends when all that it scrolls has been scrolled.
    const turnWheel = (yDistance: number) =>
      session.send('Input.synthesizeScrollGesture', { ...point, yDistance, speed: 8000, gestureSourceType: 'mouse' });
    for (const distance of [-3000, -3000, 300]) await turnWheel(distance);
    assert.equal(await page.evaluate(() => scrollY), 1000);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await turnWheel(-300);
    assert.ok((await page.evaluate(() => scrollY)) > 1000, 'the page scrolls again');
  });

test('a wheel in the details scrolls their list', async (t) => {
  const cookies = Array.from({ length: 40 }, (_, index) => ({ name: `c${index}`, purpose: 'p', duration: '1 day' }));
  const { page, openDetails, dialog } = await visit(t, { manifest: { ...manifest(), cookies } });
  await openDetails.click();
  await dialog.locator('tbody').first().waitFor();
  await dialog.locator('tbody').first().hover();
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(
    () => document.querySelector('cookie-manifest')!.shadowRoot!.querySelector('[part=body]')!.scrollTop > 0,
  );
});

test('a press in the notice is none beside a dialog of the page', async (t) => {
  const { page, ok, notice } = await visit(t, {
    body: '<div id="box" role="dialog">A box of the page.</div>',
    head: `<script>
      document.addEventListener('pointerdown', ({ target }) => {
        const box = document.getElementById('box');
        if (box && !box.contains(target)) box.remove();
      });
    </script>`,
  });
  await notice.waitFor();
  await settled(page);
  await ok.click();
  await notice.waitFor({ state: 'hidden' });
  assert.equal(await page.locator('#box').count(), 1);
});
