/** Documents of another kind, documents in documents, and documents that come back: what a visitor sees in each. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { chromium, type JSHandle } from 'playwright-core';
import { chromiumArgs, findBrowser } from '../../scripts/browsers.js';
import { okOf, selectors } from '../harness.js';
import {
  answered,
  flaws,
  open,
  partsIn,
  put,
  readDetails,
  stored,
  wholeWay,
  type Odd,
  type Opened,
  type Parts,
  withoutRefusal,
} from './odd.js';
import { loader, manifest, settled, site } from './support.js';

const classic = '<script src="/dist/cookie-manifest.classic.js"></script>';
const frame = (attributes: string) => `<iframe title="Framed" width="600" height="400" ${attributes}></iframe>`;
const escaped = (markup: string) => markup.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
/** A page without the library, with a frame in it. */
const framing = (attributes: string): Promise<Opened> => open({ script: '', around: frame(attributes) });

/** Read, details, OK, in a place of its own. @returns what is stored then */
async function answer(
  opened: Opened,
  parts: Parts,
  listComplaints = (told: readonly string[]) => told,
): Promise<string | null> {
  await parts.notice.waitFor();
  assert.deepEqual(await parts.ok.evaluate(flaws), []);
  await readDetails(parts);
  await parts.ok.press('Enter');
  await parts.notice.waitFor({ state: 'detached' });
  assert.deepEqual(listComplaints(opened.complaints), []);
  return stored();
}

const documents: { readonly [what: string]: Odd } = {
  'XHTML, by the plain script': {
    doctype: '<?xml version="1.0"?><!DOCTYPE html>',
    html: 'xmlns="http://www.w3.org/1999/xhtml" lang="en"',
    contentType: 'application/xhtml+xml',
    script: classic,
  },
  'quirks mode, by the plain script': { doctype: '', script: classic },
  'a template that is used later': {
    around: '<template>element</template>',
    body: '<script>addEventListener("load", () => document.body.append(document.querySelector("template").content.cloneNode(true)))</script>',
  },
  'an open shadow root': { around: '<div id="host"><template shadowrootmode="open">element</template></div>' },
  'two copies of the script': { script: loader + classic },
  'a page written anew while it loads': { around: '<script>document.write(`element`)</script>' },
};
for (const [what, odd] of Object.entries(documents))
  test(`the visitor reads and answers the notice: ${what}`, async () => {
    await wholeWay(await open(odd));
  });

test('in a closed shadow root the visitor sees the notice, and answers it by keyboard', async () => {
  const opened = await open({ script: '', around: '<div id="host"></div>' });
  const { page } = opened;
  await page.evaluate((src) => {
    const root = document.querySelector('#host')!.attachShadow({ mode: 'closed' });
    root.append(Object.assign(document.createElement('cookie-manifest'), { src }));
    Object.assign(globalThis, { inside: root.firstChild });
  }, `${opened.url}cookies.json`);
  await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await page.waitForFunction(() => (globalThis as unknown as { inside: Element }).inside.hasAttribute('open'));
  const host = await page.evaluateHandle(() => (globalThis as unknown as { inside: Element }).inside);
  const button = (await host.evaluateHandle(okOf)) as JSHandle<HTMLElement>;
  assert.deepEqual(await button.evaluate(flaws), []);
  await button.evaluate((ok) => ok.focus());
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !cookieManifest.due);
  assert.match((await stored()) ?? 'nothing', /^v=1&status=acknowledged&/);
  assert.deepEqual(opened.complaints, []);
});

test('a frame of the same site', async () => {
  const opened = await framing(`src="${put()}"`);
  assert.match((await answer(opened, partsIn(opened.page.frameLocator('iframe')))) ?? 'nothing', /^v=1&/);
});

test('a frame of another site, whose cookies are its own', async () => {
  const opened = await framing(`src="${put().replace(site.origin, site.otherOrigin)}"`);
  assert.equal(await answer(opened, partsIn(opened.page.frameLocator('iframe')), withoutRefusal), null);
});

test('a sandboxed frame without an origin, where OK holds for the life of its page', async () => {
  const opened = await framing(`sandbox="allow-scripts" src="${put()}"`);
  const inside = opened.page.frameLocator('iframe');
  assert.equal(await answer(opened, partsIn(inside), withoutRefusal), null);
  assert.equal(
    await inside.locator('cookie-manifest').evaluate(() => cookieManifest.preferences.status),
    'acknowledged',
  );
});

test('a frame with its document in an attribute', async () => {
  put();
  site.on('/framed.json', { body: JSON.stringify(manifest()) });
  const opened = await framing(
    `srcdoc="${escaped(`<!doctype html><html lang="en"><title>Framed</title>${loader}<cookie-manifest src="/framed.json"></cookie-manifest></html>`)}"`,
  );
  assert.match((await answer(opened, partsIn(opened.page.frameLocator('iframe')))) ?? 'nothing', /^v=1&/);
});

test('a blank frame that a script fills', async () => {
  site.on('/framed.json', { body: JSON.stringify(manifest()) });
  const opened = await framing('');
  await opened.page.evaluate(() => {
    const { contentDocument: inside } = document.querySelector('iframe')!;
    inside!.documentElement.lang = 'en';
    inside!.body.append(Object.assign(inside!.createElement('cookie-manifest'), { manifest: null }));
    inside!.querySelector('cookie-manifest')!.setAttribute('src', '/framed.json');
    inside!.head.append(
      Object.assign(inside!.createElement('script'), { src: '/dist/cookie-manifest.js', type: 'module' }),
    );
  });
  assert.match((await answer(opened, partsIn(opened.page.frameLocator('iframe')))) ?? 'nothing', /^v=1&/);
});

test('a frame with its document in an attribute of a page on https stores a secure cookie', async () => {
  const opened = await framing('');
  const secure = 'https://secure.test';
  await opened.page.route(`${secure}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const body = `<!doctype html><html lang="en"><title>Secure</title><iframe width="600" height="400" srcdoc="${escaped(`<!doctype html>${loader}<cookie-manifest src="/framed.json"></cookie-manifest>`)}"></iframe></html>`;
    await (path === '/'
      ? route.fulfill({ contentType: 'text/html', body })
      : route.fulfill({ response: await route.fetch({ url: site.origin + path }) }));
  });
  site.on('/framed.json', { body: JSON.stringify(manifest()) });
  await opened.page.goto(`${secure}/`);
  const inside = partsIn(opened.page.frameLocator('iframe'));
  await inside.ok.click();
  await inside.notice.waitFor({ state: 'detached' });
  const [cookie] = await opened.page.context().cookies(secure);
  assert.deepEqual([cookie?.name, cookie?.secure], ['cookie_preferences', true]);
});

test('a frameset leaves the notice to its frames, and shows one itself when asked', async () => {
  site.on('/frameset', {
    body: `<html lang="en"><head><title>Frames</title>${loader}</head><frameset cols="*"><frame src="${put()}"></frameset></html>`,
  });
  const opened = await open({ script: '' });
  await opened.page.goto(`${site.origin}/frameset`);
  const inside = opened.page.frameLocator('frame');
  assert.match((await answer(opened, partsIn(inside))) ?? 'nothing', /^v=1&/);
  assert.equal(await opened.notice.count(), 0);
  await opened.page.evaluate(
    (src) => cookieManifest.load(src).then(() => cookieManifest.reset()),
    `${opened.url}cookies.json`,
  );
  await answer(opened, partsIn(opened.page));
});

for (const first of [true, false])
  test(`a page written anew after it was loaded ${first ? 'has its notice again' : 'has none for a returning visitor'}`, async () => {
    const opened = await open({ attributes: 'revision="2026-11-01"', ...(first ? {} : { stored: answered }) });
    await settled(opened.page);
    assert.equal(await opened.notice.count(), first ? 1 : 0);
    await opened.page.evaluate((markup) => {
      document.open();
      document.write(markup);
      document.close();
    }, `<!doctype html><html lang="en"><head><title>Anew</title>${loader}</head><body><h1>Anew</h1><cookie-manifest src="${opened.url}cookies.json" revision="2026-11-01"></cookie-manifest></body></html>`);
    await settled(opened.page);
    assert.equal(await opened.notice.count(), first ? 1 : 0);
    await (first ? answer(opened, opened) : opened.page.evaluate(() => cookieManifest.show()));
    assert.deepEqual(opened.complaints, []);
  });

/** What can be done where the library's styles are lost. */
async function answerPlain(
  opened: Opened,
  { notice, ok, openDetails, rows, close }: Parts,
  told = /^$/,
): Promise<void> {
  await notice.waitFor();
  await openDetails.click();
  await rows.nth(2).waitFor();
  await close.click();
  await ok.click();
  await notice.waitFor({ state: 'detached' });
  assert.match((await stored()) ?? 'nothing', /^v=1&/);
  assert.match(opened.complaints.join('\n\n'), told);
}

test('an element that is moved into a frame takes its notice there, without its looks', async () => {
  const opened = await open({ body: frame('srcdoc="&lt;!doctype html>"') });
  await opened.notice.waitFor();
  await opened.page.evaluate(() =>
    document.querySelector('iframe')!.contentDocument!.body.append(document.querySelector('cookie-manifest')!),
  );
  await answerPlain(opened, partsIn(opened.page.frameLocator('iframe')));
});

test('an element in a document without a window shows nothing, of which the console tells, and comes back without its looks', async () => {
  const opened = await open();
  await opened.notice.waitFor();
  await opened.page.evaluate(() => {
    const away = document.implementation.createHTMLDocument('');
    away.body.append(document.querySelector('cookie-manifest')!);
    return new Promise((later) =>
      setTimeout(() => later(document.body.append(away.querySelector('cookie-manifest')!))),
    );
  });
  await answerPlain(opened, opened, /^InvalidStateError: .*showPopover(?!.*InvalidStateError)/);
});

for (const [what, leave] of [
  ['is restored whole, and loses its notice where a server has stored the answer since', false],
  ['is loaded anew without a notice where the next page has stored the answer', true],
] as const)
  test(`a page to which the visitor goes back ${what}`, async (t) => {
    const cached = await chromium.launch({
      executablePath: findBrowser('chromium')!,
      args: [...chromiumArgs],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    t.after(() => cached.close());
    const page = await cached.newPage();
    page.setDefaultTimeout(5_000);
    const [url, other] = [put(), put()];
    await page.goto(url);
    await page.locator(selectors.notice).waitFor();
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
    });
    await page.goto(other);
    await page.locator(selectors.notice).waitFor();
    if (leave) await page.locator(selectors.ok).click();
    else await page.context().addCookies([{ name: 'cookie_preferences', value: answered, url: site.origin }]);
    await page.waitForFunction(() => document.cookie);
    await page.evaluate(() => history.back());
    await page.waitForFunction(
      (href) => location.href === href && window.cookieManifest?.preferences.status === 'acknowledged',
      url,
    );
    assert.equal(
      await page.evaluate(() => (globalThis as { persisted?: boolean }).persisted),
      leave ? undefined : true,
    );
    await page.locator(selectors.notice).waitFor({ state: 'detached' });
  });
