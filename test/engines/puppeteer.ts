/** Chromium over its own protocol, and Firefox over WebDriver BiDi. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArgs, findBrowser } from '../../scripts/browsers.js';
import type { Engine, Feature, Tab } from './engine.js';

const features = { chromium: ['setViewport', 'emulateMedia'], firefox: ['setViewport'] } as const satisfies {
  readonly [name: string]: readonly Feature[];
};

export async function startWithPuppeteer(name: 'chromium' | 'firefox'): Promise<Engine> {
  const executablePath = findBrowser(name === 'firefox' ? 'firefox-esr' : 'chromium');
  if (!executablePath) throw new Error(`No ${name} was found.`);
  const browser = await puppeteer.launch(
    name === 'firefox' ? { browser: 'firefox', executablePath } : { executablePath, args: [...chromiumArgs] },
  );
  return {
    name,
    features: new Set<Feature>(features[name]),
    newTab: async () => tabOf(browser, await browser.newPage()),
    close: () => browser.close(),
  };
}

function tabOf(browser: Browser, page: Page): Tab {
  return {
    async goto(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    run: (expression) => page.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    async press(key, held) {
      await page.bringToFront();
      if (held) await page.keyboard.down(held);
      await page.keyboard.press(key);
      if (held) await page.keyboard.up(held);
    },
    type: (text) => page.keyboard.type(text),
    screenshot: () => page.screenshot(),
    setViewport: (width, height) => page.setViewport({ width, height }),
    emulateMedia: (feature, value) => page.emulateMediaFeatures([{ name: feature, value }]),
    async cookies() {
      const { hostname } = new URL(page.url());
      return (await browser.cookies())
        .filter(({ domain }) => domain === hostname)
        .map(({ name, value, path, httpOnly, secure, sameSite, expires }) => ({
          name,
          value,
          path: path ?? '/',
          httpOnly: !!httpOnly,
          secure,
          sameSite,
          expires: expires === undefined || expires < 0 ? undefined : expires,
        }));
    },
    close: () => page.close(),
  };
}
