/** Keyboard shortcuts of well-known libraries: typing in the details is none, and Escape closes the details alone. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { manifest, settled, site, visit } from '../e2e/support.js';
import { bundle } from './bundle.js';

/** Scripts that count the presses of "s" and of Escape, each with a library of its own. */
const libraries = {
  '@github/hotkey': `
    import { install } from '@github/hotkey';
    for (const key of ['s', 'Escape']) {
      const button = document.body.appendChild(document.createElement('button'));
      button.textContent = key;
      button.onclick = () => count(key);
      install(button, key);
    }`,
  'hotkeys-js': `
    import hotkeys from 'hotkeys-js';
    hotkeys('s', () => count('s'));
    hotkeys('esc', () => count('Escape'));`,
  // Its guard of fields sees the element and not the field in it, as events of shadow roots are retargeted.
  mousetrap: `
    import Mousetrap from 'mousetrap';
    Mousetrap.bind('s', () => count('s'));
    Mousetrap.bind('esc', () => count('Escape'));`,
};

const counter = `globalThis.shortcuts = []; const count = (key) => globalThis.shortcuts.push(key);`;
const cookies = Array.from({ length: 20 }, (_, index) => ({ name: `s${index}`, purpose: 'p', duration: 'session' }));

const listShortcuts = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { shortcuts: string[] }).shortcuts);

for (const [name, source] of Object.entries(libraries)) {
  const path = `/libraries/${name.replaceAll('/', '-')}.js`;
  const [imports] = /^\s*import .*/m.exec(source)!;
  site.on(path, { body: await bundle(`${imports}\n${counter}\n${source.replace(imports, '')}`) });

  test(`beside ${name}, typing and Escape in the details are the details’ alone`, async (t) => {
    const { page, openDetails, dialog, errors } = await visit(t, {
      manifest: manifest({ cookies }),
      body: `<script defer src="${path}"></script>`,
    });
    await openDetails.click();
    const search = dialog.locator('input');
    await search.click();
    await page.keyboard.type('s1');
    assert.equal(await search.inputValue(), 's1');
    await page.keyboard.press('Escape'); // clears the field, as browsers have it
    assert.equal(await search.inputValue(), '');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(await listShortcuts(page), []);
    assert.deepEqual(errors, []);
  });

  test(`beside ${name}, Escape in the notice answers it and is no shortcut; on the page it is one`, async (t) => {
    const { page, ok, notice } = await visit(t, { body: `<p>Text.</p><script defer src="${path}"></script>` });
    await ok.focus();
    await settled(page);
    await page.keyboard.press('Escape');
    await notice.waitFor({ state: 'detached' });
    assert.deepEqual(await listShortcuts(page), []);
    await page.locator('p').click();
    await page.keyboard.press('s');
    await page.keyboard.press('Escape');
    assert.deepEqual(await listShortcuts(page), ['s', 'Escape']);
  });
}
