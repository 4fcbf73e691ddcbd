/** What the tests of hostile and odd pages share: one window a file, a page of any kind in it, and the whole way that a visitor goes. */
import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { selectors } from '../harness.js';
import { browser, loader, manifest, site } from './support.js';

/** A page of the site. `manifestUrl` in it is replaced. */
export interface Odd {
  readonly doctype?: string;
  /** Attributes of `<html>`. */
  readonly html?: string;
  /** Comes before the library. */
  readonly head?: string;
  /** What loads the library. */
  readonly script?: string;
  /** Attributes of `<body>`. */
  readonly on?: string;
  readonly body?: string;
  /** What is around the element, `element` standing for it. */
  readonly around?: string;
  readonly attributes?: string;
  readonly manifest?: object;
  readonly contentType?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The value of the stored cookie, when the visit begins. */
  readonly stored?: string;
}

export const answered = 'v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=2026-11-24';

const context = await browser.newContext();
context.setDefaultTimeout(5_000);
await context.addInitScript('globalThis.__name = (named) => named'); // what tsx names functions with is not there in the page
const page = await context.newPage();
/** What went wrong in the window since its page was opened: errors that nobody caught, and what the console shows of the library's. */
const complaints: string[] = [];
page.on('pageerror', (error) => complaints.push(error.stack ?? String(error)));
page.on('console', (message) => {
  if (message.type() === 'error' || message.text().startsWith('cookie-manifest:')) complaints.push(message.text());
});

/** What a visitor can see and press of the library in a window, or in a frame of it. */
export interface Parts {
  readonly notice: Locator;
  readonly ok: Locator;
  readonly openDetails: Locator;
  readonly dialog: Locator;
  readonly close: Locator;
  readonly rows: Locator;
}

export interface Opened extends Parts {
  readonly page: Page;
  readonly url: string;
  readonly complaints: readonly string[];
  /** The stored cookie's value, or null. */
  stored(): Promise<string | null>;
}

export const partsIn = (root: Page | FrameLocator | Locator): Parts => ({
  notice: root.locator(selectors.notice),
  ok: root.locator(selectors.ok),
  openDetails: root.locator(selectors.openDetails),
  dialog: root.locator(selectors.dialog),
  close: root.locator(selectors.close),
  rows: root.locator(selectors.row),
});

export const stored = async (): Promise<string | null> =>
  (await context.cookies(site.origin)).find(({ name }) => name === 'cookie_preferences')?.value ?? null;

let pages = 0;

/** Puts a page on the site. @returns its address */
export function put(odd: Odd = {}): string {
  const folder = `/odd-${++pages}`;
  const {
    doctype = '<!doctype html>',
    html = 'lang="en"',
    head = '',
    script = loader,
    on = '',
    body = '',
    around = 'element',
    attributes = '',
  } = odd;
  const tag = around.replaceAll('element', `<cookie-manifest src="manifestUrl" ${attributes}></cookie-manifest>`);
  site.on(`${folder}/cookies.json`, {
    body: JSON.stringify(odd.manifest ?? manifest()),
    headers: { 'Access-Control-Allow-Origin': '*' },
  });
  const markup = `${doctype}<html ${html}><head><meta charset="utf-8"/><title>Example</title><meta name="viewport" content="width=device-width"/>${head}${script}</head>
    <body ${on}><main><h1>Example</h1>${body}</main>${tag}</body></html>`;
  site.on(`${folder}/`, {
    body: markup.replaceAll('manifestUrl', `${folder}/cookies.json`),
    headers: { 'Content-Type': odd.contentType ?? 'text/html; charset=utf-8' },
  });
  return `${site.origin}${folder}/`;
}

/** Opens a page in the file's window, as a visitor who has seen none before. */
export async function open(odd: Odd = {}): Promise<Opened> {
  const url = put(odd);
  await context.clearCookies();
  if (odd.stored !== undefined)
    await context.addCookies([{ name: 'cookie_preferences', value: odd.stored, url: site.origin }]);
  await page.goto('about:blank');
  await page.emulateMedia({ media: null });
  await page.setViewportSize(odd.viewport ?? { width: 1000, height: 600 });
  complaints.length = 0;
  await page.goto(url);
  return { page, url, complaints, stored, ...partsIn(page) };
}

/** What is wrong with a box of the library as a visitor sees it, by a button in it: nothing, where it can be read and pressed. */
export const flaws = (button: Element): string[] => {
  const root = button.getRootNode() as ShadowRoot;
  const frame = button.closest('section, dialog')!;
  const [box, outer] = [button.getBoundingClientRect(), frame.getBoundingClientRect()];
  const [own, around] = [getComputedStyle(button), getComputedStyle(frame)];
  const found = {
    'is not painted': !button.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
    'is too small to press': box.width < 24 || box.height < 24,
    'has something above it': root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) !== button,
    'is cut off by the window':
      outer.left < 0 || outer.top < 0 || outer.right > innerWidth || outer.bottom > innerHeight,
    'is cut off by its frame': box.left < outer.left || box.right > outer.right || box.bottom > outer.bottom,
    'is wider than its frame': frame.scrollWidth > frame.clientWidth,
    'hides the page': frame.localName === 'section' && outer.height > innerHeight * 0.51,
    'has a label without contrast':
      own.color === (own.backgroundColor === 'rgba(0, 0, 0, 0)' ? around : own).backgroundColor,
    'has a text without contrast': around.color === around.backgroundColor,
    'has text too small to read': parseFloat(own.fontSize) < 12,
  };
  return Object.entries(found).flatMap(([what, is]) =>
    is ? `${button.getAttribute('part')} ${what} (${JSON.stringify({ box, outer })})` : [],
  );
};

/** Colour and size of a text. */
const textOf = (at: Element) => [
  getComputedStyle(at).color,
  getComputedStyle(at).fontSize,
  getComputedStyle(at).lineHeight,
];

/** The details by mouse and keyboard, with every row: each of the manifest's cookies and the library's own. */
export async function readDetails({ openDetails, dialog, close, rows }: Parts, count = 3): Promise<void> {
  await openDetails.click();
  await dialog.waitFor();
  await rows.nth(count - 1).waitFor();
  assert.equal(await rows.count(), count);
  assert.deepEqual(await close.evaluate(flaws), []);
  assert.deepEqual(await rows.first().locator('td').first().evaluate(textOf), await dialog.evaluate(textOf));
  await close.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** Lists the complaints beside the one warning that an answer could not be stored, which is right where nothing is stored. */
export const withoutRefusal = (told: readonly string[]): readonly string[] =>
  told.filter((text) => !/^cookie-manifest: .* was not stored\. /.test(text));

/** The whole way: the notice can be read, the details open, OK answers by keyboard and, asked anew, by mouse; nothing complains. */
export async function wholeWay(opened: Opened, { ok, notice, ...parts }: Parts = opened): Promise<void> {
  await notice.waitFor();
  assert.deepEqual(await ok.evaluate(flaws), []);
  await readDetails({ ok, notice, ...parts });
  await ok.press('Enter');
  await notice.waitFor({ state: 'detached' });
  assert.match((await stored()) ?? 'nothing', /^v=1&status=acknowledged&/);
  await context.clearCookies();
  await opened.page.reload();
  await ok.click();
  await notice.waitFor({ state: 'detached' });
  assert.match((await stored()) ?? 'nothing', /^v=1&status=acknowledged&/);
  assert.deepEqual(complaints, []);
}
