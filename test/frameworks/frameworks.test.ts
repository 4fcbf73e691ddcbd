/** The examples in a real browser, built from the package as npm would publish it, and those with a server of their own while they are worked on. */
import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import test, { after, before, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { ensureBrowsers, launchChromium } from '../../scripts/browsers.js';
import { root } from '../../scripts/docs/program.js';
import { examplesIn, findDocument } from '../../scripts/docs/documents.js';
import { selectors } from '../harness.js';
import { folderOf, install, names, npm, start, type Name } from './example.js';

let browser: Browser;
before(async () => {
  ensureBrowsers();
  browser = await launchChromium();
});
after(() => browser.close());

const { cookies, revision } = JSON.parse(
  await readFile(`${root}demo/frameworks/shared/public/cookies.json`, 'utf8'),
) as { cookies: { name: string }[]; revision: string };
const declared = [...cookies.map(({ name }) => name), 'cookie_preferences'].sort();

/** Those whose server renders the page for the visitor who asks. */
const rendersOnServer = (name: Name) => !['angular', 'next'].includes(name);
/** Where a page that was rendered without a visitor in mind says what is stored. */
const staticStatus: { readonly [name in Name]?: string } = {
  react: '#static',
  vue: '#static',
  svelte: '#static',
  next: '#status',
};

const acknowledged = (of: string) => `v=1&status=acknowledged&revision=${of}&granted=essential&denied=&at=2026-11-24`;

interface Visit {
  readonly page: Page;
  /** Warnings, errors and failed requests, of which there must be none. */
  readonly complaints: readonly string[];
}

async function visit(t: TestContext, url: string, answer?: string): Promise<Visit> {
  const context = await browser.newContext();
  if (answer) await context.addCookies([{ name: 'cookie_preferences', value: answer, url }]);
  t.after(() => context.close());
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Lit says of itself, once for each file of it, that it is the one for development.
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Lit is in dev mode'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}

/** Waits until the library has decided and the browser is idle, so that what should not happen would have happened. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => 'cookieManifest' in globalThis);
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () => new Promise((idle) => requestAnimationFrame(() => requestIdleCallback(() => requestAnimationFrame(idle)))),
  );
}

const status = (page: Page, wanted: string) =>
  page.locator('#status', { hasText: new RegExp(`^${wanted}$`) }).waitFor();
const listed = async (page: Page) => {
  const names = page.locator('cookie-manifest-policy [part=table] code');
  await names.first().waitFor();
  return (await names.allInnerTexts()).sort();
};
const stays = (page: Page) => page.evaluate(() => ((globalThis as { stays?: boolean }).stays = true));
const stayed = (page: Page) => page.evaluate(() => (globalThis as { stays?: boolean }).stays);
const go = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();

/** What visitors go through; the same in every example. */
async function goThrough(t: TestContext, name: Name, origin: string): Promise<void> {
  await t.test('first visit, OK, reload', async (t) => {
    const { page, complaints } = await visit(t, `${origin}/`);
    await page.locator(selectors.notice).waitFor();
    await status(page, 'unset');
    await settled(page);
    await page.locator(selectors.ok).click();
    await page.locator(selectors.notice).waitFor({ state: 'detached' });
    await status(page, 'acknowledged');
    assert.equal(await page.locator('#granted').innerText(), 'essential');
    assert.equal(await page.locator('#event').innerText(), 'cookie-manifest-change: acknowledged');
    const stored = (await page.context().cookies()).find((cookie) => cookie.name === 'cookie_preferences');
    assert.match(stored?.value ?? '', new RegExp(`status=acknowledged&revision=${revision}&`));
    await page.reload();
    await settled(page);
    await status(page, 'acknowledged');
    assert.equal(await page.locator(selectors.notice).count(), 0);
    await page.getByRole('button', { name: 'Cookie details' }).click();
    await page.locator(selectors.row).first().waitFor();
    assert.deepEqual((await page.locator(`${selectors.row} code`).allInnerTexts()).sort(), declared);
    assert.deepEqual(complaints, []);
  });

  await t.test('the route of the policy, by a link and at once', async (t) => {
    const { page, complaints } = await visit(t, `${origin}/`);
    await page.locator(selectors.notice).waitFor();
    await settled(page);
    await stays(page);
    await go(page, 'Cookie policy');
    assert.deepEqual(await listed(page), declared);
    await page.locator(selectors.notice).waitFor({ state: 'detached' });
    await go(page, 'Home');
    await page.locator(selectors.notice).waitFor();
    await status(page, 'unset');
    assert.equal(await stayed(page), true, 'the page was loaded anew');

    await page.goto(`${origin}/policy`);
    assert.deepEqual(await listed(page), declared);
    await settled(page);
    assert.equal(await page.locator(selectors.notice).count(), 0);
    await go(page, 'Home');
    await page.locator(selectors.ok).click();
    await status(page, 'acknowledged');
    await go(page, 'Cookie policy');
    assert.deepEqual(await listed(page), declared);
    await go(page, 'Home');
    await status(page, 'acknowledged');
    await settled(page);
    assert.equal(await page.locator(selectors.notice).count(), 0);
    assert.deepEqual(complaints, []);
  });

  if (rendersOnServer(name))
    await t.test('the server sends the element to those alone who have not acknowledged its revision', async () => {
      const page = async (revision: string) => {
        const cookie = `cookie_preferences=${acknowledged(revision)}`;
        return (await fetch(`${origin}/`, { headers: { cookie } })).text();
      };
      const [older, current] = await Promise.all([page('2026-10-01'), page(revision)]);
      for (const html of [older, current]) assert.match(html, /<dd id="status">(<!--.*?-->)?acknowledged/);
      assert.match(older, /<cookie-manifest [^>]*src="\/cookies.json"/);
      assert.doesNotMatch(current, /<cookie-manifest[ >]/);
    });
}

/** What a static page says to visitors who have answered, and that nothing goes on listening where it is left. */
async function goThroughStatic(t: TestContext, selector: string, origin: string): Promise<void> {
  await t.test(
    'a static page says what is stored once it is hydrated, and listens no longer than it is there',
    async (t) => {
      const html = await (await fetch(`${origin}/`)).text();
      assert.match(html, new RegExp(`id="${selector.slice(1)}">(<!--.*?-->)?unset`));
      const { page, complaints } = await visit(t, `${origin}/`, acknowledged(revision));
      await page.locator(selector, { hasText: /^acknowledged$/ }).waitFor();
      await settled(page);
      assert.equal(await page.locator(selectors.notice).count(), 0);

      await go(page, 'Cookie policy');
      assert.deepEqual(await listed(page), declared);
      await page.evaluate(countListeners);
      await go(page, 'Home');
      await page.locator(selector, { hasText: /^acknowledged$/ }).waitFor();
      assert.ok((await page.evaluate(listening)) > 0);
      await go(page, 'Cookie policy');
      assert.deepEqual(await listed(page), declared);
      await page.locator(selector).waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(listening), 0);
      assert.deepEqual(complaints, []);
    },
  );
}

type Counting = typeof globalThis & {
  cookieManifest: { subscribe: (listener: () => void) => () => void };
  listening: number;
};
const listening = () => (globalThis as Counting).listening;
/** Counts from now on who listens to the preferences. */
function countListeners(): void {
  const page = globalThis as Counting;
  const { subscribe } = page.cookieManifest;
  page.listening = 0;
  page.cookieManifest.subscribe = (listener) => {
    page.listening++;
    const unsubscribe = subscribe(listener);
    return () => {
      page.listening--;
      unsubscribe();
    };
  };
}

/** A wrong value in a template, in the language of each. */
const element = '<cookie-manifest placement="middle"></cookie-manifest>';
const wrong = [
  { name: 'react', file: 'Wrong.tsx', template: `export const wrong = ${element};` },
  { name: 'vue', file: 'Wrong.vue', template: `<template>${element}</template>` },
  { name: 'svelte', file: 'Wrong.svelte', template: `<script lang="ts"></script>${element}` },
  { name: 'astro', file: 'Wrong.astro', template: element },
] as const;

// Two at a time: there are not more cores where this has to run.
const installed = new Map<Name, Promise<void>>();
for (const [index, name] of names.entries()) {
  const prepared = async () => {
    await installed.get(names[index - 2]!)?.catch(() => {});
    await install(name);
    await npm(name, 'run', 'build');
  };
  installed.set(name, prepared());
  installed.get(name)!.catch(() => {}); // reported by its test
}

for (const name of names) {
  test(`${name}: built`, async (t) => {
    await installed.get(name);
    const origin = await start(t, name, 'start');
    await goThrough(t, name, origin);
    const selector = staticStatus[name];
    if (selector) await goThroughStatic(t, selector, origin);
  });
}

for (const name of ['react', 'vue', 'svelte'] as const)
  test(`${name}: worked on, where hydration warns of all that differs`, async (t) => {
    await installed.get(name);
    const origin = await start(t, name, 'dev');
    await goThrough(t, name, origin);
    await goThroughStatic(t, staticStatus[name]!, origin);
  });

/** Writes files into the application of Next.js, and takes them away after the test. */
async function writeApp(t: TestContext, files: { readonly [path: string]: string }): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folderOf('next'), 'app', path);
    const before = await readFile(file, 'utf8').catch(() => undefined);
    t.after(() => (before === undefined ? rm(file) : writeFile(file, before)));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

test('next: worked on, with the examples of the documents', async (t) => {
  await installed.get('next');
  const [component, layout] = examplesIn(findDocument('docs/guide/applications.md'), 'tsx');
  const naive = (entry: string) =>
    `import 'cookie-manifest/${entry}';\nexport default () => <cookie-manifest src="/cookies.json" />;\n`;
  await writeApp(t, {
    'layout.tsx': layout!,
    'readme/page.tsx': component!,
    'notice/page.tsx': naive('notice'),
    'auto/page.tsx': naive('auto'),
  });
  const origin = await start(t, 'next', 'dev');

  await t.test('first visit, OK, reload', async (t) => {
    const { page, complaints } = await visit(t, `${origin}/readme`);
    await page.locator(selectors.notice).waitFor();
    await page.getByText('Cookies: unset').waitFor();
    await settled(page);
    await page.locator(selectors.ok).click();
    await page.getByText('Cookies: acknowledged').waitFor();
    await page.reload();
    await page.getByText('Cookies: acknowledged').waitFor();
    await settled(page);
    assert.equal(await page.locator(selectors.notice).count(), 0);
    assert.deepEqual(complaints, []);
  });

  for (const entry of ['notice', 'auto'])
    await t.test(`a server component that imports cookie-manifest/${entry} is told what to write`, async () => {
      const response = await fetch(`${origin}/${entry}`);
      assert.equal(response.status, 500);
      assert.match(await response.text(), /Render .{1,8}CookieNotice.{1,8} from 'cookie-manifest\/react' instead/);
    });
});

test('react: a component that is edited is replaced, and the notice stays', async (t) => {
  await installed.get('react');
  const { page, complaints } = await visit(t, `${await start(t, 'react', 'dev')}/`);
  await page.locator(selectors.notice).waitFor();
  await settled(page);
  await stays(page);
  const file = join(folderOf('react'), 'src/Home.tsx');
  const source = await readFile(file, 'utf8');
  t.after(() => writeFile(file, source));
  assert.match(source, /cookie-manifest in React/);
  await writeFile(file, source.replace('cookie-manifest in React', 'Edited'));
  await page.getByRole('heading', { name: 'Edited' }).waitFor();
  await settled(page);
  assert.equal(await page.locator(selectors.notice).isVisible(), true);
  assert.equal(await stayed(page), true, 'the page was loaded anew');
  await page.locator(selectors.ok).click();
  await status(page, 'acknowledged');
  assert.deepEqual(complaints, []);
});

for (const { name, file, template } of wrong)
  test(`${name}: a value that an attribute cannot have is refused by its checker`, async (t) => {
    await installed.get(name);
    const path = join(folderOf(name), 'src', file);
    t.after(() => rm(path));
    await writeFile(path, template);
    await assert.rejects(npm(name, 'run', 'check'), /'"middle"' is not assignable/);
  });
