/**
 * `npm run screenshots`: a sheet of every state, in `screenshots/`, to look at. `--readme`: the README's pictures, in `demo/pictures`.
 * `--baselines`: the pictures that the tests hold the states against.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { start } from '../../demo/server.js';
import { launchChromium } from '../browsers.js';
import { selectors } from '../../test/harness.js';
import { foremost, nameOf, picture, states, studio, type State } from './states.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Pictures of states, each under its name. */
async function take(
  wanted: readonly State[],
  folder: string,
  shoot: (page: Page, state: State) => Promise<Buffer>,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { open, close } = await studio();
  try {
    for (const state of wanted)
      await open(state, async (page) => writeFile(`${folder}${nameOf(state)}.png`, await shoot(page, state)));
  } finally {
    await close();
  }
}

/** One page with all pictures, grouped by what they show. */
async function sheet(folder: string, looks: readonly string[]): Promise<void> {
  const figure = (name: string) =>
    `<figure><a href="${name}.png"><img src="${name}.png" alt="" loading="lazy"></a><figcaption>${name}</figcaption></figure>`;
  const group = (title: string, names: readonly string[]) =>
    `<h2>${title}</h2><div>${names.map(figure).join('\n')}</div>`;
  const of = (shows: State['shows']) => states.filter((state) => state.shows === shows).map(nameOf);
  await writeFile(
    `${folder}index.html`,
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Every state of cookie-manifest</title>
<style>body{font:1rem system-ui;margin:1rem;background:#ddd}div{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}figure{margin:0}img{height:20rem;display:block;background:#fff}figcaption{font-size:.75rem}</style>
<h1>Every state</h1>${group('Notice', of('notice'))}${group('Details', of('details'))}${group('Policy page', of('policy'))}${group('Looks', looks)}</html>\n`,
  );
}

/** The looks of the demo's gallery: notice, details and policy page, wide and narrow, light and dark. */
async function takeLooks(folder: string): Promise<string[]> {
  const { server, url } = await start(0);
  const browser = await launchChromium();
  const names: string[] = [];
  try {
    for (const look of ['plain', 'brand', 'government', 'dense', 'bootstrap', 'tailwind'])
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [1280, 320]) {
          const context = await browser.newContext({
            viewport: { width, height: 800 },
            colorScheme,
            reducedMotion: 'reduce',
          });
          const page = await context.newPage();
          const shoot = async (what: string) => {
            const name = `look-${look}-${what}-${colorScheme}-${width}`;
            await page.screenshot({ path: `${folder}${name}.png` });
            names.push(name);
          };
          await page.goto(`${url}themes/${look}`);
          await page.locator(selectors.notice).waitFor();
          await shoot('notice');
          await page.locator(selectors.openDetails).click();
          await page.locator(selectors.row).first().waitFor();
          await shoot('details');
          await page.goto(`${url}themes/${look}?policy`);
          await page.locator('cookie-manifest-policy table').first().scrollIntoViewIfNeeded();
          await shoot('policy');
          await context.close();
        }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
  return names;
}

/** The demo as its visitors see it, without its controls. */
async function takeReadme(folder: string): Promise<void> {
  const { server, url } = await start(0);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(url);
    // A constructed sheet: the page's policy allows no inline style.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.demo { display: none }');
      document.adoptedStyleSheets.push(sheet);
    });
    await page.locator(selectors.notice).waitFor();
    await page.screenshot({ path: `${folder}notice.png` });
    await page.locator(selectors.openDetails).click();
    await page.locator(selectors.row).first().waitFor();
    await page.screenshot({ path: `${folder}details.png` });
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

const [flag] = process.argv.slice(2);
if (flag === '--readme') await takeReadme(path('../../demo/pictures/'));
else if (flag === '--baselines') await take(foremost, path('../../test/pictures/baselines/'), picture);
else {
  const folder = path('../../screenshots/');
  await take(states, folder, (page) => page.screenshot());
  await sheet(folder, await takeLooks(folder));
  console.log(`See ${folder}index.html`);
}
