/** Modal dialogs as pages write them without a library: what a due notice waits for, and what it does not wait for. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { flaws, open, readDetails, type Opened } from './odd.js';
import { loader, settled } from './support.js';

const box = 'position: fixed; inset: 20% 25% auto; padding: 1em; background: #ffd';
const dialog = (attributes: string) =>
  `<div id="gate" style="${box}" ${attributes}>Of the page <button>Yes</button></div>`;
/** A component with something in its shadow root. */
const component = (content: string, slotted = '') =>
  `<x-box id="box"><template shadowrootmode="open">${content}<slot></slot></template>${slotted}</x-box>`;
const remove =
  (selector: string, ...attributes: string[]) =>
  (page: Page) =>
    page.locator(selector).evaluate((at, names) => names.forEach((name) => at.removeAttribute(name)), attributes);
const takeAway = (selector: string) => (page: Page) => page.locator(selector).evaluate((at) => at.remove());

async function waits({ page, notice }: Opened): Promise<void> {
  await page.waitForFunction(() => window.cookieManifest?.manifest);
  await settled(page);
  assert.equal(await notice.count(), 0);
}

async function showsThen(opened: Opened): Promise<void> {
  await opened.notice.waitFor();
  assert.deepEqual(await opened.ok.evaluate(flaws), []);
  await readDetails(opened);
  await opened.ok.click();
  await opened.notice.waitFor({ state: 'detached' });
  assert.match((await opened.stored()) ?? 'nothing', /^v=1&status=acknowledged&/);
  assert.deepEqual(opened.complaints, []);
}

for (const [what, odd, end] of [
  [
    'a dialog with aria-modal',
    { body: dialog('role="dialog" aria-modal="true"') },
    (page: Page) => page.locator('#gate').evaluate((at) => (at.style.display = 'none')),
  ],
  [
    'a dialog with aria-modal whose own box is empty',
    { body: `<div id="gate" role="dialog" aria-modal="true"><div style="${box}">Of the page</div></div>` },
    takeAway('#gate'),
  ],
  [
    'a dialog with aria-modal in a component',
    { body: component(`<div style="position: fixed; inset: 0"></div>${dialog('role="dialog" aria-modal="true"')}`) },
    (page: Page) => page.locator('#gate').evaluate((at) => (at.style.visibility = 'hidden')),
  ],
  [
    'a native modal dialog in a component',
    {
      body: `${component('<dialog id="gate">Of the page</dialog>')}
        <script>document.getElementById('box').shadowRoot.querySelector('dialog').showModal()</script>`,
    },
    (page: Page) => page.keyboard.press('Escape'),
  ],
  [
    'a dialog that makes the content inert',
    { body: dialog('role="dialog"'), around: '<main id="app" inert><h2>Content</h2></main>element' },
    remove('#app', 'inert'),
  ],
  [
    'a dialog that hides the content from assistive technology',
    { body: '', around: `<div id="app" aria-hidden="true"><h1>Content</h1></div>element${dialog('role="dialog"')}` },
    remove('#app', 'aria-hidden'),
  ],
  [
    'a dialog that hides the element',
    { body: dialog('role="dialog"'), around: '<div id="app">element</div>', then: ['cookie-manifest', 'aria-hidden'] },
    remove('cookie-manifest', 'aria-hidden'),
  ],
  [
    'a dialog that hides what the element is in',
    { body: dialog('role="dialog"'), around: '<div id="app" aria-hidden="true"><div>element</div></div>' },
    remove('#app', 'aria-hidden'),
  ],
  [
    'a component that makes inert what the element is slotted into',
    {
      around:
        '<x-app id="host"><template shadowrootmode="open"><div id="app" inert><slot></slot></div></template>element</x-app>',
    },
    remove('#app', 'inert'),
  ],
  [
    'a component that makes inert what the element is in',
    {
      around: '<div id="app" inert><x-app><template shadowrootmode="open">element</template></x-app></div>',
    },
    remove('#app', 'inert'),
  ],
] as const)
  test(`a notice that comes due beside ${what} waits, and shows when that has ended`, async () => {
    const hidden = 'then' in odd;
    const opened = await open({ ...odd, script: hidden ? '' : loader });
    if (hidden) {
      await opened.page.evaluate(() => document.querySelector('cookie-manifest')!.setAttribute('aria-hidden', 'true'));
      await opened.page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
    }
    await waits(opened);
    assert.match(
      await opened.page.evaluate(async () => {
        const told: string[] = [];
        for (const level of ['log', 'info', 'warn', 'table', 'group', 'groupCollapsed'] as const)
          console[level] = (...args: unknown[]) => void told.push(args.join(' '));
        await cookieManifest.inspect();
        return told.join('\n');
      }),
      /the notice waits/,
    );
    await end(opened.page);
    await showsThen(opened);
  });

for (const [what, body] of [
  [
    'a dialog that is not displayed',
    dialog('role="dialog" aria-modal="true"').replace('position', 'display: none; position'),
  ],
  [
    'a dialog that is transparent',
    dialog('role="dialog" aria-modal="true"').replace('position', 'opacity: 0; position'),
  ],
  [
    'a drawer beside the window',
    dialog('role="dialog" aria-modal="true"').replace('position', 'translate: 100vw; position'),
  ],
  [
    'a dialog that is hidden by its marks',
    `<div aria-hidden="true">${dialog('role="dialog" aria-modal="true"')}</div>`,
  ],
  ['a dialog that is not modal', dialog('role="dialog"')],
  [
    'a menu that is closed',
    `<nav inert style="position: fixed; translate: -100vw"><h2>Menu</h2><a href="/">Home</a></nav>`,
  ],
  ['ornaments', '<div aria-hidden="true" style="position: fixed; inset: 0; z-index: -1">✳</div><p inert>Not yet</p>'],
  ['the last page of a router', '<div style="display: none" inert><h1>Last</h1></div>'],
  ['a component that covers the window', component('<p style="position: fixed; inset: 0; margin: 0">Whole page</p>')],
] as const)
  test(`a notice does not wait for ${what}`, async () => {
    const { notice } = await open({ body });
    await notice.waitFor();
  });

for (const [what, around, selector] of [
  ['the element', 'element', 'cookie-manifest'],
  ['what it is in', '<div id="app"><div>element</div></div>', '#app'],
  ['the body', 'element', 'body'],
  [
    'a component that it is in',
    '<x-app id="app"><template shadowrootmode="open"><p>element</p></template></x-app>',
    '#app',
  ],
  [
    'a part of a component that it is in',
    '<x-app><template shadowrootmode="open"><p id="app">element</p></template></x-app>',
    '#app',
  ],
] as const)
  test(`an open notice is out of sight while ${what} is inert, and then there again, once`, async () => {
    const opened = await open({ around });
    const inert = (on: boolean) =>
      opened.page.locator(selector).evaluate((at, is) => at.toggleAttribute('inert', is), on);
    await opened.notice.waitFor();
    await settled(opened.page);
    await inert(true);
    await opened.notice.waitFor({ state: 'hidden' });
    await opened.page.evaluate(() => (document.documentElement.lang = 'de'));
    await settled(opened.page);
    assert.equal(await opened.notice.isVisible(), false);
    await inert(false);
    await showsThen(opened);
    await inert(true);
    await inert(false);
    await settled(opened.page);
    assert.equal(await opened.notice.count(), 0);
  });

test('a notice that was answered while it was inert does not come again', async () => {
  const opened = await open({ around: '<div id="app">element</div>' });
  await opened.notice.waitFor();
  await settled(opened.page);
  await opened.page.locator('#app').evaluate((app) => app.toggleAttribute('inert', true));
  await opened.notice.waitFor({ state: 'hidden' });
  await opened.page.evaluate(() => cookieManifest.acknowledge());
  await opened.page.locator('#app').evaluate((app) => app.removeAttribute('inert'));
  await settled(opened.page);
  assert.equal(await opened.notice.count(), 0);
});

test('where what looks for modal dialogs cannot be loaded, the notice shows', async () => {
  const opened = await open({ body: dialog('role="dialog" aria-modal="true"'), script: '' });
  await opened.page.route('**/chunks/covers-*.js', (route) => route.fulfill({ status: 404 }));
  await opened.page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
  await opened.notice.waitFor();
  await opened.page.unroute('**/chunks/covers-*.js');
});
