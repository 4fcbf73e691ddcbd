/** The states that pictures are taken of: placement × theme × language × width, and what shows them the same on every machine. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../browsers.js';
import { selectors } from '../../test/harness.js';
import { startServer } from '../../test/server.js';

export interface State {
  readonly shows: 'notice' | 'details' | 'policy';
  readonly placement?: 'bottom' | 'top' | 'bottom-start' | 'bottom-end' | 'inline';
  readonly theme?: 'light' | 'dark' | 'forced';
  readonly language?: 'en' | 'de' | 'ar';
  /** Of the window, in CSS pixels. */
  readonly width?: number;
  /** Text twice its size. */
  readonly large?: boolean;
}

export const nameOf = ({
  shows,
  placement = 'bottom',
  theme = 'light',
  language = 'en',
  width = 1280,
  large = false,
}: State): string =>
  [shows, ...(shows === 'notice' ? [placement] : []), theme, language, width, ...(large ? ['large'] : [])].join('-');

/** Every placement in every theme, language and width, the details and the policy page likewise, and large text. */
export const states: readonly State[] = (['light', 'dark', 'forced'] as const).flatMap((theme) =>
  (['en', 'de', 'ar'] as const).flatMap((language) =>
    [1280, 320].flatMap((width) => [
      ...(['bottom', 'top', 'bottom-start', 'bottom-end', 'inline'] as const).map(
        (placement) => ({ shows: 'notice', placement, theme, language, width }) as const,
      ),
      ...(['details', 'policy'] as const).map((shows) => ({ shows, theme, language, width })),
      ...(theme === 'light'
        ? (['notice', 'details', 'policy'] as const).map((shows) => ({ shows, theme, language, width, large: true }))
        : []),
    ]),
  ),
);

/** The ten that matter most: what most visitors see, and what is most easily broken without a test that fails. */
export const foremost: readonly State[] = [
  { shows: 'notice' },
  { shows: 'notice', width: 320 },
  { shows: 'notice', theme: 'dark' },
  { shows: 'notice', theme: 'forced' },
  { shows: 'notice', placement: 'bottom-start', language: 'ar' },
  { shows: 'notice', width: 320, large: true },
  { shows: 'details' },
  { shows: 'details', width: 320, language: 'de' },
  { shows: 'details', theme: 'dark', language: 'ar' },
  { shows: 'policy' },
];

const fonts = [
  { family: 'Pictures', file: 'noto-sans/files/noto-sans-latin-400-normal.woff2', weight: 400 },
  { family: 'Pictures', file: 'noto-sans/files/noto-sans-latin-700-normal.woff2', weight: 700 },
  { family: 'Pictures Arabic', file: 'noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2', weight: 400 },
];
const family = `'Pictures', 'Pictures Arabic'`;
const css = `
  ${fonts.map(({ family, file, weight }) => `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url(/node_modules/@fontsource/${file}); }`).join('\n')}
  :root { color-scheme: light dark; font-family: ${family}; line-height: 1.5; }
  :root[data-large] { font-size: 200%; }
  main { max-width: 46rem; margin: 2rem auto; padding-inline: 1rem; }
  cookie-manifest { --cookie-manifest-font: ${family}; }
`;

export interface Studio {
  /** Opens a state, hands its page over once it is as visitors see it, and closes it. */
  open(state: State, act: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** A browser and a site to take pictures in. Fonts come with the page and are not hinted, so that machines differ little. */
export async function studio(): Promise<Studio> {
  const [site, browser, manifest] = await Promise.all([
    startServer(),
    launchChromium(['--font-render-hinting=none']),
    readFile(new URL('../../demo/cookies.json', import.meta.url), 'utf8'),
  ]);
  site.on('/cookies.json', { body: manifest });
  site.on('/pictures.css', { body: css });
  return {
    async open(state, act) {
      await visit(browser, `${site.origin}/${nameOf(state)}`, (path, body) => site.on(path, { body }), state, act);
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

const pageOf = ({ shows, placement = 'bottom', language = 'en', large = false }: State) => `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"${large ? ' data-large' : ''}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pictures</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/pictures.css"><script type="module" src="/dist/cookie-manifest.js"></script></head><body>
<cookie-manifest src="/cookies.json" revision="2026-11-01" placement="${placement}"></cookie-manifest>
<main>${shows === 'policy' ? '<cookie-manifest-policy></cookie-manifest-policy>' : `<h1 lang="en" dir="ltr">Harbour library</h1><p lang="en" dir="ltr">Books, maps and a reading room with a view of the ships. Open from ten to six, on Thursdays until eight.</p>`}</main></body></html>`;

async function visit(
  browser: Browser,
  url: string,
  serve: (path: string, body: string) => void,
  state: State,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const { shows, theme = 'light', width = 1280 } = state;
  const options: BrowserContextOptions = {
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced' ? 'active' : 'none',
  };
  serve(new URL(url).pathname, pageOf(state));
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  try {
    const page = await context.newPage();
    await page.goto(url);
    if (shows === 'policy') await page.locator('cookie-manifest-policy table').first().waitFor();
    else await page.locator(selectors.notice).waitFor();
    if (shows === 'details') {
      await page.locator(selectors.openDetails).click();
      await page.locator(selectors.row).nth(16).waitFor();
    } else if (shows === 'notice') await page.locator(selectors.notice).scrollIntoViewIfNeeded(); // an inline one stands where its element does
    await page.evaluate(async (family) => {
      // The one font that a page cannot choose from outside: that of names.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`code { font-family: ${family} }`);
      for (const { shadowRoot } of document.querySelectorAll('cookie-manifest, cookie-manifest-policy'))
        shadowRoot?.adoptedStyleSheets.push(sheet);
      (document.activeElement as HTMLElement | null)?.blur();
      await document.fonts.ready;
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    }, family);
    await act(page);
  } finally {
    await context.close();
  }
}

/** A picture of what a state is about, and a little around it. */
export async function picture(page: Page, { shows }: State): Promise<Buffer> {
  const shown = page.locator(
    shows === 'policy' ? 'cookie-manifest-policy' : selectors[shows === 'notice' ? 'notice' : 'dialog'],
  );
  const { x, y, width, height } = (await shown.boundingBox())!;
  const window = page.viewportSize()!;
  const [left, top] = [Math.max(0, Math.round(x) - 8), Math.max(0, Math.round(y) - 8)];
  return page.screenshot({
    clip: {
      x: left,
      y: top,
      width: Math.min(Math.round(width) + 16, window.width - left),
      height: Math.min(Math.round(height) + 16, window.height - top),
    },
  });
}
