/**
 * Pictures of the demo. Without arguments: the README's two, in demo/pictures. `--all DIR`: notice and details in every state, to look at.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { start } from '../demo/server.js';
import { launchChromium } from './browsers.js';
import { selectors } from './harness.js';

interface Scene {
  readonly name: string;
  /** What the strip of demo controls is set to. */
  readonly query?: string;
  readonly context?: BrowserContextOptions;
  readonly css?: string;
}

const wide = { width: 1280, height: 800 };
const clean = '.demo { display: none }';

const scenes: readonly Scene[] = [
  { name: 'wide' },
  { name: 'narrow', context: { viewport: { width: 320, height: 640 } } },
  { name: 'dark', context: { colorScheme: 'dark' } },
  { name: 'arabic', query: 'lang=ar&dir=rtl' },
  { name: 'arabic-narrow', query: 'lang=ar&dir=rtl', context: { viewport: { width: 320, height: 640 } } },
  { name: 'german', query: 'lang=de' },
  { name: 'large-text', css: ':root { font-size: 200% }' },
  { name: 'large-text-narrow', css: ':root { font-size: 200% }', context: { viewport: { width: 320, height: 640 } } },
  ...['top', 'bottom-start', 'bottom-end', 'inline'].map((placement) => ({ name: placement, query: `placement=${placement}` })),
  { name: 'bottom-start-rtl', query: 'placement=bottom-start&lang=ar&dir=rtl' },
  { name: 'forced-colours', context: { forcedColors: 'active' } },
  { name: 'forced-colours-dark', context: { forcedColors: 'active', colorScheme: 'dark' } },
];

/** Opens the demo as a first visit, hands its page over once the notice is there, and closes it. */
async function visit(browser: Browser, url: string, { query = '', context = {}, css = '' }: Scene, act: (page: Page) => Promise<void>) {
  const visitor = await browser.newContext({ viewport: wide, reducedMotion: 'reduce', ...context });
  const page = await visitor.newPage();
  await page.goto(`${url}?${query}`);
  // A constructed sheet: the page's policy allows no inline style.
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
  await page.locator(selectors.notice).waitFor();
  await act(page);
  await visitor.close();
}

async function picture(browser: Browser, url: string, scene: Scene, noticeFile: string, detailsFile: string): Promise<void> {
  await visit(browser, url, scene, async (page) => {
    // An inline notice stands where its element does, which may be further down.
    await page.locator(selectors.notice).scrollIntoViewIfNeeded();
    await page.screenshot({ path: noticeFile });
    await page.locator(selectors.openDetails).click();
    await page.locator(selectors.row).first().waitFor();
    await page.screenshot({ path: detailsFile });
  });
}

const [flag, folder] = process.argv.slice(2);
const { server, url } = await start(0);
const browser = await launchChromium();
try {
  if (flag === '--all' && folder) {
    await mkdir(folder, { recursive: true });
    for (const scene of scenes) {
      await picture(browser, url, scene, join(folder, `notice-${scene.name}.png`), join(folder, `details-${scene.name}.png`));
      console.log(scene.name);
    }
  } else {
    const pictures = fileURLToPath(new URL('../demo/pictures/', import.meta.url));
    await mkdir(pictures, { recursive: true });
    await picture(browser, url, { name: 'readme', css: clean }, join(pictures, 'notice.png'), join(pictures, 'details.png'));
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
