/** The playground, used as its visitors would, in Chromium and Firefox. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { chromiumArgs, findBrowser } from '../../scripts/browsers.js';
import type { ManifestEditor } from '../../docs/playground/manifest-editor.js';
import { encodeState, type PlaygroundState } from '../../docs/playground/state.js';
import { startSite } from './site.js';

const policyText = readFileSync(new URL('cookie-policy.txt', import.meta.url), 'utf8');
const site = await startSite();
after(() => site.close());

const defaults: PlaygroundState = {
  text: '{ "revision": "1", "site": { "name": "Example" }, "cookies": [] }',
  view: 'notice',
  language: 'en',
  direction: 'auto',
  theme: 'light',
  width: 'full',
  isReturning: false,
  answeredRevision: '',
};
const cookie = (name: string) => ({ name, duration: 'session', purpose: `Keeps ${name}.` });
const manifestOf = (...cookies: readonly object[]) =>
  JSON.stringify({ revision: '1', site: { name: 'Example' }, cookies }, null, 2);

const launch = {
  chromium: (executablePath: string) => puppeteer.launch({ executablePath, args: [...chromiumArgs] }),
  firefox: (executablePath: string) => puppeteer.launch({ browser: 'firefox', executablePath }),
};

for (const engine of ['chromium', 'firefox'] as const) {
  const path = findBrowser(engine === 'firefox' ? 'firefox-esr' : engine);
  describe(engine, { skip: path ? false : engine }, () => {
    let browser: Browser | undefined;
    after(() => browser?.close());

    /** Opens the playground with a state, in a page of its own, and waits until it shows it. */
    async function open(state: Partial<PlaygroundState> = {}): Promise<Playground> {
      browser ??= await launch[engine](path!);
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`${site.url}playground.html#${await encodeState({ ...defaults, ...state })}`);
      const playground = new Playground(page);
      await playground.answerNotice();
      const text = state.text ?? defaults.text;
      await playground.eventually(async () => (await playground.text()) === text, 'the text is in the editor');
      return playground;
    }

    test('a policy page that is pasted becomes a manifest of 17 cookies, and its notice', async () => {
      const playground = await open();
      await playground.import(policyText);
      await playground.says('17 cookies, no problems, 4 remarks');
      assert.equal((JSON.parse(await playground.text()) as { cookies: unknown[] }).cookies.length, 17);
      await playground.previewSays('Cookies on Xiaomi');
    });

    test('a remark on what was imported leads to its place there', async () => {
      const playground = await open();
      await playground.import('Cookie | Purpose | Duration\nsid | Keeps you signed in. | for a while');
      await playground.says('1 cookie, 1 problem');
      await playground.page.locator('>>> summary').click();
      await playground.page.locator('>>> .remarks li button').click();
      assert.equal(
        await playground.page.$eval('>>> textarea', ({ value, selectionStart, selectionEnd }) =>
          value.slice(selectionStart, selectionEnd),
        ),
        'sid | Keeps you signed in. | for a while',
      );
    });

    test('a typo is underlined where it is, and said as validate says it', async () => {
      const playground = await open({
        text: manifestOf(cookie('sid'), { ...cookie('lang'), duration: '7 dayz' }),
      });
      await playground.says('2 cookies, 1 problem');
      assert.equal(await playground.textOf('.cm-lintRange-error'), '"7 dayz"');
      assert.match(await playground.textOf('li'), /^Line 14 Problem cookies\[1\]\.duration Must be /);
      await playground.page.locator('>>> li button').click();
      assert.equal(await playground.selection(), '"7 dayz"');
    });

    test('what is typed is checked and shown', async () => {
      const playground = await open({ text: manifestOf() });
      await playground.says('0 cookies, no problems');
      await playground.replaceText(manifestOf(cookie('sid')).replaceAll('Example', 'Another'));
      await playground.says('1 cookie, no problems');
      await playground.previewSays('Cookies on Another');
      await playground.replaceText('{ "cookies": [');
      await playground.says('This is not a manifest yet');
      assert.match(await playground.textOf('li'), /^Line 1 Problem This is not JSON: /);
      await playground.previewSays('Cookies on Another');
    });

    test('typing goes on while the details are shown anew', async () => {
      const playground = await open({ text: manifestOf(cookie('sid')), view: 'details' });
      await playground.previewSays('Keeps sid.');
      await playground.placeCursor(manifestOf(cookie('sid')));
      await playground.page.keyboard.type('  ');
      await playground.previewReloads();
      await playground.page.keyboard.type('x');
      assert.match(await playground.text(), / {2}x$/);
    });

    test('fields and their values are suggested', async () => {
      const playground = await open({ text: '{ "cookies": [{ }] }' });
      await playground.placeCursor('[{ ');
      await playground.page.keyboard.type('"exem');
      await playground.takeSuggestion('exemption');
      await playground.page.keyboard.type('"auth');
      await playground.takeSuggestion('authentication');
      assert.match(await playground.text(), /"exemption": "authentication"/);
    });

    test('a manifest of 1,000 cookies is checked, shown and edited', async () => {
      const cookies = Array.from({ length: 1_000 }, (_, index) => cookie(`cookie-${index}`));
      const playground = await open({ text: manifestOf(...cookies), view: 'details' });
      await playground.says('1000 cookies, no problems');
      await playground.previewSays('cookie-999');
      await playground.placeCursor('"cookie-0');
      await playground.page.keyboard.type('*');
      await playground.previewSays('cookie-0*');
      await playground.placeCursor('"duration": "session');
      await playground.page.keyboard.type('s');
      await playground.says('1000 cookies, 1 problem');
    });

    test('nothing of a hostile page runs, and what it says is text', async () => {
      const playground = await open({ view: 'details' });
      await playground.import(
        `<!doctype html><title>Policy</title><script>parent.ran = true; window.ran = true</script>
         <img src="x" onerror="window.ran = true"><svg onload="window.ran = true"></svg>
         <table><tr><th>Cookie</th><th>Purpose</th><th>Duration</th></tr>
         <tr><td>sid</td><td>&lt;img src=x onerror=parent.ran=true&gt;</td><td>Session</td></tr></table>`,
      );
      await playground.says('1 cookie');
      await playground.previewSays('<img src=x onerror=parent.ran=true>');
      assert.equal(await playground.page.evaluate(() => 'ran' in window), false);
      assert.equal(await (await playground.preview()).evaluate(() => 'ran' in window), false);
    });

    test('what holds no cookie says so, and keeps what was pasted', async () => {
      const playground = await open();
      await playground.import('Nothing to see here.');
      await playground.eventually(
        async () => /^No cookies were found in it/.test(await playground.textOf('#error')),
        'the dialog says that there are none',
      );
      assert.equal(await playground.page.$eval('>>> textarea', (field) => field.value), 'Nothing to see here.');
    });

    test('language, direction, theme and width are those that are chosen', async () => {
      const playground = await open({ text: manifestOf(cookie('sid')) });
      await playground.page.select('>>> select', 'ar');
      await playground.previewSays('ملفات تعريف الارتباط');
      const frame = await playground.preview();
      assert.equal(await frame.evaluate(() => document.documentElement.dir), 'rtl');
      const [, direction, theme, width] = await playground.page.$$('>>> select');
      await direction!.select('ltr');
      await theme!.select('dark');
      await width!.select('320');
      await playground.eventually(
        async () =>
          (await (
            await playground.preview()
          ).evaluate(
            () =>
              `${document.documentElement.dir} ${getComputedStyle(document.documentElement).colorScheme} ${innerWidth}`,
          )) === 'ltr dark 318',
        'the preview is as chosen',
      );
    });

    test('a returning visitor sees no notice, until the revision is another', async () => {
      const playground = await open({ text: manifestOf(cookie('sid')), isReturning: true });
      await playground.previewReloads();
      assert.equal(await playground.isNoticeShown(), false);
      await playground.page.locator('>>> input[placeholder]').fill('0');
      await playground.page.keyboard.press('Tab');
      await playground.eventually(() => playground.isNoticeShown(), 'the notice is shown');
    });

    test('the policy page is shown', async () => {
      const playground = await open({ text: manifestOf(cookie('sid')), view: 'policy' });
      await playground.previewSays('Keeps sid.');
      assert.equal(await playground.isNoticeShown(), false);
    });

    test('the address holds the state, and opens it again', async () => {
      const playground = await open();
      await playground.replaceText(manifestOf(cookie('shared')));
      await playground.says('1 cookie, no problems');
      await playground.page.locator('>>> button ::-p-text(Details)').click();
      await playground.previewSays('Keeps shared.');
      const address = playground.page.url();
      await playground.page.goto('about:blank');
      await playground.page.goto(address);
      await playground.says('1 cookie, no problems');
      await playground.previewSays('Keeps shared.');
    });
  });
}

/** The playground in a page. */
class Playground {
  constructor(readonly page: Page) {}

  /** Tries until something is so, fifteen seconds at most. */
  async eventually(condition: () => Promise<boolean>, what: string): Promise<void> {
    for (const end = Date.now() + 15_000; Date.now() < end;) {
      // A frame that is being loaded anew cannot be asked.
      if (await condition().catch(() => false)) return;
      await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    const said = await this.textOf('p[role=status]').catch(() => 'nothing');
    assert.fail(`waited in vain until ${what}; the playground says: ${said}`);
  }

  /** Closes the site's own notice, which may lie over what a test presses. */
  async answerNotice(): Promise<void> {
    await this.page.locator('cookie-manifest >>> button[part~=ok]').click();
    await this.eventually(async () => (await this.page.$('>>> .cm-content')) !== null, 'the editor is there');
  }

  /** The text of what a selector finds first, on one line. */
  textOf(selector: string): Promise<string> {
    return this.page.$eval(`>>> ${selector}`, (element) => element.textContent.replace(/\s+/g, ' ').trim());
  }

  says(text: string): Promise<void> {
    return this.eventually(async () => (await this.textOf('p[role=status]')).includes(text), `it says ${text}`);
  }

  /** The manifest's text; the editor draws only the lines that are in view. */
  text(): Promise<string> {
    return this.page.$eval('>>> playground-manifest-editor', (editor) => (editor as unknown as ManifestEditor).text);
  }

  selection(): Promise<string> {
    return this.page.$eval('>>> .cm-content', (content) => {
      const root = content.getRootNode() as ShadowRoot & { getSelection?: () => Selection };
      return String(root.getSelection?.() ?? getSelection());
    });
  }

  /** Gives the editor the focus, with a part of the text selected. */
  async select(from: number, to: number): Promise<void> {
    await this.page.$eval(
      '>>> playground-manifest-editor',
      (editor, start, end) => (editor as unknown as ManifestEditor).select(start, end),
      from,
      to,
    );
  }

  /** Puts the cursor behind a part of the text. */
  async placeCursor(behind: string): Promise<void> {
    const offset = (await this.text()).indexOf(behind) + behind.length;
    await this.select(offset, offset);
  }

  /** Puts another text in place of the whole, at once, as an input method does. */
  async replaceText(text: string): Promise<void> {
    await this.select(0, (await this.text()).length);
    await this.page.evaluate((pasted) => document.execCommand('insertText', false, pasted), text);
  }

  /** Takes a suggestion once it is the one that is offered first. */
  async takeSuggestion(label: string): Promise<void> {
    const first = '.cm-tooltip-autocomplete li[aria-selected]';
    await this.eventually(async () => (await this.textOf(first)) === label, `${label} is suggested`);
    await this.page.locator(`>>> ${first}`).click();
  }

  async import(text: string): Promise<void> {
    await this.page.locator('>>> button ::-p-text(Import …)').click();
    await this.page.locator('>>> textarea').fill(text);
    await this.page.locator('>>> button.primary').click();
  }

  async preview(): Promise<Frame> {
    const frame = this.page.frames().find((each) => each.url().endsWith('/preview.html'));
    assert.ok(frame, 'there is a preview');
    return frame;
  }

  /** Waits until the preview says something, inside shadow roots too. */
  previewSays(text: string): Promise<void> {
    return this.eventually(async () => {
      const frame = await this.preview();
      return frame.evaluate((wanted) => {
        const roots: (Document | ShadowRoot)[] = [document];
        for (const root of roots)
          for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
        return roots.some((root) => (root instanceof Document ? root.body : root).textContent?.includes(wanted));
      }, text);
    }, `the preview says ${text}`);
  }

  /** Waits until the preview has loaded and shows what it was told to. */
  previewReloads(): Promise<void> {
    return this.eventually(
      async () =>
        !(await this.page.$eval('>>> iframe', (frame) => frame.inert)) &&
        (await (await this.preview()).evaluate(() => 'cookieManifest' in window && cookieManifest.manifest !== null)),
      'the preview is there',
    );
  }

  async isNoticeShown(): Promise<boolean> {
    return (await this.preview()).evaluate(
      () => !!document.querySelector('cookie-manifest')?.shadowRoot?.querySelector('section[part=notice]'),
    );
  }
}
