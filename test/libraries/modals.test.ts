/** Modal dialogs of well-known libraries: a due notice waits for them, and what is done in ours neither closes them nor loses a word. */
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { focusedIn, loader, manifest, settled, site, visit, type VisitOptions } from '../e2e/support.js';
import { bundle } from './bundle.js';

/** What a form in the dialog holds: a field, a link to the details, a button that closes. */
const form = `<label>Name <input id="field"></label>
  <a id="cookies" href="/policy" data-cookie-manifest="details">Cookies</a> <button id="cancel" type="button">Cancel</button>`;
const look = `<style>
  #dialog { position: fixed; inset: 40px 25% auto; padding: 20px; background: #ffd }
  .overlay { position: fixed; inset: 0; background: #0006 }
</style>`;

const react = `
  import { createElement as h, useState, StrictMode } from 'react';
  import { createRoot } from 'react-dom/client';
  const fields = [
    h('input', { id: 'field', key: 'field' }),
    h('a', { id: 'cookies', key: 'cookies', href: '/policy', 'data-cookie-manifest': 'details' }, 'Cookies'),
  ];
  const start = (App) => createRoot(document.getElementById('root')).render(h(StrictMode, null, h(App)));
`;

site.on('/libraries/radix.js', {
  body: await bundle(`${react}
    import * as Dialog from '@radix-ui/react-dialog';
    start(() => h(Dialog.Root, null,
      h(Dialog.Trigger, { id: 'trigger' }, 'Sign up'),
      h(Dialog.Portal, null,
        h(Dialog.Overlay, { className: 'overlay' }),
        h(Dialog.Content, { id: 'dialog', 'aria-describedby': undefined },
          h(Dialog.Title, null, 'Sign up'), fields, h(Dialog.Close, { id: 'cancel' }, 'Cancel')))));
  `),
});
site.on('/libraries/headlessui.js', {
  body: await bundle(`${react}
    import { Dialog, DialogBackdrop, DialogPanel, DialogTitle } from '@headlessui/react';
    start(() => {
      const [open, setOpen] = useState(false);
      const close = () => setOpen(false);
      return h('main', null,
        h('button', { id: 'trigger', onClick: () => setOpen(true) }, 'Sign up'),
        h(Dialog, { open, onClose: close },
          h(DialogBackdrop, { className: 'overlay' }),
          h(DialogPanel, { id: 'dialog' },
            h(DialogTitle, null, 'Sign up'), fields, h('button', { id: 'cancel', onClick: close }, 'Cancel'))));
    });
  `),
});

interface Library {
  readonly head: string;
  readonly body: string;
}

const libraries = {
  'Radix Dialog': { head: look, body: '<div id="root"></div><script src="/libraries/radix.js"></script>' },
  'Headless UI Dialog': { head: look, body: '<div id="root"></div><script src="/libraries/headlessui.js"></script>' },
  'Bootstrap Modal': {
    head: '<link rel="stylesheet" href="/node_modules/bootstrap/dist/css/bootstrap.min.css">',
    body: `<button id="trigger" data-bs-toggle="modal" data-bs-target="#modal">Sign up</button>
      <div class="modal" id="modal" tabindex="-1" aria-label="Sign up"><div class="modal-dialog"><div class="modal-content" id="dialog">
        ${form.replace('<button', '<button data-bs-dismiss="modal"')}
      </div></div></div><script src="/node_modules/bootstrap/dist/js/bootstrap.bundle.min.js"></script>`,
  },
  Micromodal: {
    head: `${look}<style>#modal { display: none } #modal.is-open { display: block }</style>`,
    body: `<button id="trigger" data-micromodal-trigger="modal">Sign up</button>
      <div id="modal" aria-hidden="true"><div class="overlay" tabindex="-1" data-micromodal-close>
        <div id="dialog" role="dialog" aria-modal="true" aria-label="Sign up">${form.replace('<button', '<button data-micromodal-close')}</div>
      </div></div><script src="/node_modules/micromodal/dist/micromodal.min.js"></script><script>MicroModal.init()</script>`,
  },
  'a11y-dialog': {
    head: `${look}<style>#modal[aria-hidden=true] { display: none }</style>`,
    body: `<button id="trigger" data-a11y-dialog-show="modal">Sign up</button>
      <div id="modal" data-a11y-dialog="modal" aria-label="Sign up" aria-hidden="true"><div class="overlay" data-a11y-dialog-hide></div>
        <div id="dialog" role="document">${form.replace('<button', '<button data-a11y-dialog-hide')}</div>
      </div><script src="/node_modules/a11y-dialog/dist/a11y-dialog.min.js"></script>`,
  },
  'focus-trap': {
    head: look,
    body: `<button id="trigger">Sign up</button>
      <div id="modal" hidden><div class="overlay"></div><div id="dialog" role="dialog" aria-modal="true" aria-label="Sign up">${form}</div></div>
      <script src="/node_modules/tabbable/dist/index.umd.min.js"></script>
      <script src="/node_modules/focus-trap/dist/focus-trap.umd.min.js"></script>
      <script>
        const modal = document.getElementById('modal');
        const trap = focusTrap.createFocusTrap('#dialog', { onDeactivate: () => (modal.hidden = true) });
        document.getElementById('trigger').onclick = () => { modal.hidden = false; trap.activate(); };
        document.getElementById('cancel').onclick = () => trap.deactivate();
      </script>`,
  },
} satisfies Record<string, Library>;
type Name = keyof typeof libraries;
const names = Object.keys(libraries) as Name[];

const cookies = Array.from({ length: 40 }, (_, index) => ({ name: `c${index}`, purpose: 'p', duration: 'session' }));

const visitWith = (t: TestContext, name: Name, more: VisitOptions = {}) =>
  visit(t, { ...libraries[name], manifest: manifest({ cookies }), ...more });

/** Opens the page's dialog, and types into its field. */
async function fillIn(page: Page): Promise<void> {
  await page.locator('#trigger').click();
  await page.locator('#field').fill('typed');
}

/** Asserts that the dialog is open, and its field says what was typed. */
async function assertKept(page: Page): Promise<void> {
  assert.equal(await page.locator('#dialog').isVisible(), true);
  assert.equal(await page.locator('#field').inputValue(), 'typed');
}

for (const name of names) {
  test(`a notice that comes due beside a dialog of ${name} waits until it is closed`, async (t) => {
    const { page, notice, ok, stored, errors } = await visitWith(t, name, { script: '' });
    await fillIn(page);
    await page.addScriptTag({ type: 'module', url: '/dist/cookie-manifest.js' });
    await page.waitForFunction(() => window.cookieManifest?.manifest);
    await settled(page);
    assert.equal(await notice.count(), 0);
    await assertKept(page);
    await page.locator('#cancel').click();
    await notice.waitFor();
    assert.equal(await page.locator('#dialog').isVisible(), false);
    await ok.click();
    await notice.waitFor({ state: 'detached' });
    assert.match((await stored()) ?? 'nothing', /^v=1&status=acknowledged&/);
    assert.deepEqual(errors, []);
  });

  test(`the details, opened from a dialog of ${name}, leave it open and its form as it was`, async (t) => {
    const { page, dialog, errors } = await visitWith(t, name, {
      stored: 'v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=2026-11-24',
      script: loader,
    });
    await settled(page);
    await fillIn(page);
    await page.locator('#cookies').click();
    await dialog.waitFor();
    const search = dialog.locator('input');
    await search.click();
    await page.keyboard.type('c1');
    assert.equal(await search.inputValue(), 'c1');
    await search.fill('');
    await dialog.locator('h2').click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.match(await focusedIn(page), /input|button\[close\]/);
    await assertKept(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await assertKept(page);
    assert.equal(await focusedIn(page), 'a#cookies');
    assert.deepEqual(errors, []);
  });
}

for (const name of names)
  test(`answering the notice by mouse leaves a dialog of ${name} open and its form as it was`, async (t) => {
    const { page, ok, notice, stored, errors } = await visitWith(t, name);
    await notice.waitFor();
    await settled(page);
    await fillIn(page);
    await ok.click();
    await notice.waitFor({ state: 'detached' });
    assert.match((await stored()) ?? 'nothing', /^v=1&status=acknowledged&/);
    await assertKept(page);
    assert.deepEqual(errors, []);
  });

test('a notice that a dialog makes inert is out of sight until that is closed', async (t) => {
  const { body } = libraries['Headless UI Dialog'];
  const { page, ok, notice, stored } = await visitWith(t, 'Headless UI Dialog', {
    body: `${body}<cookie-manifest src="manifestUrl"></cookie-manifest>`,
    tag: '',
  });
  await notice.waitFor();
  await settled(page);
  await fillIn(page);
  await notice.waitFor({ state: 'hidden' });
  await assertKept(page);
  await page.locator('#cancel').click();
  await ok.click();
  await notice.waitFor({ state: 'detached' });
  assert.match((await stored()) ?? 'nothing', /^v=1&status=acknowledged&/);
});
