/** The recipes of the documents, followed to the letter in an empty project of each tool. */
import assert from 'node:assert/strict';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import test, { after, before, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { ensureBrowsers, launchChromium } from '../../scripts/browsers.js';
import { root } from '../../scripts/docs/program.js';
import { readRecipe } from '../../scripts/docs/recipes.js';
import { selectors } from '../harness.js';
import { installProject, projects, runNpm, startProject } from './project.js';

const names = ['nuxt', 'nextjs', 'sveltekit', 'astro', 'vite'] as const;
type Name = (typeof names)[number];

let browser: Browser;
before(async () => {
  ensureBrowsers();
  browser = await launchChromium();
});
after(() => browser.close());

/** Makes the project of a recipe: what its tool begins with, and the recipe's files over it. */
async function prepare(name: Name): Promise<string> {
  const folder = join(projects, name);
  await cp(join(root, 'test/frameworks/starters', name), folder, { recursive: true });
  for (const [path, text] of Object.entries(readRecipe(name))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await installProject(folder);
  await runNpm(folder, 'run', 'build');
  return folder;
}

// Two at a time: there are not more cores where this has to run.
const prepared = new Map<Name, Promise<string>>();
for (const [index, name] of names.entries()) {
  const previous = prepared.get(names[index - 2]!);
  const folder = (async () => {
    await previous?.catch(() => {});
    return prepare(name);
  })();
  folder.catch(() => {}); // reported by its test
  prepared.set(name, folder);
}

/** Where each shows its policy page. */
const policyPath = (name: Name): string => (name === 'vite' ? '/cookies.html' : '/cookies');

/** Opens a page, and collects what goes wrong in it. */
async function open(t: TestContext, url: string): Promise<{ page: Page; complaints: readonly string[] }> {
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(url);
  return { page, complaints };
}

for (const name of names)
  test(`${name}: the notice, the link to the details, and the policy page`, async (t) => {
    const origin = await startProject(t, await prepared.get(name)!, 'start');
    const { page, complaints } = await open(t, `${origin}/`);
    await page.locator(selectors.notice).waitFor();
    await page.locator(selectors.ok).click();
    await page.locator(selectors.notice).waitFor({ state: 'detached' });
    await page.reload();
    await page.waitForFunction(() => 'cookieManifest' in globalThis); // before that, the link leads to the policy
    await page.getByRole('link', { name: 'Cookie details' }).click();
    await page.locator(selectors.dialog).getByText('Keeps you signed in.').waitFor();
    assert.equal(await page.locator(selectors.notice).count(), 0);
    assert.equal(new URL(page.url()).pathname, '/');

    await page.goto(origin + policyPath(name));
    await page.locator('cookie-manifest-policy [part=table]').getByText('Keeps you signed in.').waitFor();
    assert.deepEqual(complaints, []);
  });

for (const name of ['nextjs', 'nuxt', 'sveltekit'] as const)
  test(`${name}: the visitor's answer as state`, async (t) => {
    const origin = await startProject(t, await prepared.get(name)!, 'start');
    const { page } = await open(t, `${origin}/`);
    await page.getByText('Cookies: unset').waitFor();
    await page.locator(selectors.ok).click();
    await page.getByText('Cookies: acknowledged').waitFor();
    await page.reload();
    await page.getByText('Cookies: acknowledged').waitFor();
  });
