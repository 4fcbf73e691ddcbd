/** What end-to-end tests share: one browser and one site a file, and `visit`, which opens a page of that site in a context of its own. */
import { after, type TestContext } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page, Request } from 'playwright-core';
import { launchChromium } from '../../scripts/browsers.js';
import { selectors } from '../harness.js';
import { manifest, revision } from '../manifest.js';
import { startServer, type Answer } from '../server.js';

export const site = await startServer();
/** Whether scrollbars take their space in this file's browser. */
export const hasScrollbars = process.env['SCROLLBARS'] === 'classic';
export const browser: Browser = await launchChromium([], undefined, hasScrollbars);
after(async () => {
  await browser.close();
  await site.close();
});

export { manifest, revision };

/** What the library told the page, in a form that leaves the browser. */
export interface Told {
  readonly type: string;
  readonly from: string;
  readonly error: string | null;
  readonly problems: readonly { readonly path: string; readonly message: string }[] | null;
  readonly status: string | null;
}

export interface VisitOptions {
  /** What is sent for the page's manifest; an object is sent as JSON. */
  readonly manifest?: object;
  readonly answer?: Answer;
  /** Attributes of the tag, beside `src`. */
  readonly attributes?: string;
  /** The tag itself, where a test needs another. `manifestUrl` in it, and in the body, is replaced. */
  readonly tag?: string;
  /** What loads the library. */
  readonly script?: string;
  readonly head?: string;
  readonly body?: string;
  /** Attributes of `<html>`. */
  readonly html?: string;
  readonly headers?: Answer['headers'];
  /** The value of the stored cookie, when the visit begins. */
  readonly stored?: string;
  readonly context?: BrowserContextOptions;
  /** One of `openPage`, where a test stores nothing: a context for each visit costs more than the visit. */
  readonly page?: Page;
  /** Runs before the page's scripts. */
  readonly init?: () => void;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  readonly manifestUrl: string;
  readonly element: Locator;
  readonly notice: Locator;
  readonly ok: Locator;
  readonly openDetails: Locator;
  readonly dialog: Locator;
  /** Errors that nobody caught. */
  readonly errors: readonly string[];
  /** Requests since the page was last gone to. */
  readonly requests: readonly Request[];
  /** Violations of the page's content security policy. */
  violations(): Promise<readonly string[]>;
  /** What the library told the page since it was last gone to. */
  told(type?: string): Promise<readonly Told[]>;
  /** Waits until the library tells the page of something. */
  until(type: string): Promise<void>;
  /** The stored cookie's value, or null. */
  stored(): Promise<string | null>;
  /** Loads the page anew, and waits until the browser has nothing more to do for it. */
  reload(): Promise<void>;
  /** Changes what is sent for the manifest from now on. */
  sendManifest(manifest: object): void;
}

declare global {
  var __told: Told[];
  var __violations: string[];
}

/** Runs in each page first: notes what the library tells, and what the page's policy refuses. */
function record(): void {
  Object.assign(globalThis, { __told: [], __violations: [] });
  for (const type of ['load', 'show', 'hide', 'details', 'change', 'error'])
    document.addEventListener(`cookie-manifest-${type}`, (event) => {
      const { error, problems, preferences } = event as unknown as {
        error?: Error;
        problems?: Told['problems'];
        preferences?: { status: string };
      };
      globalThis.__told.push({
        type,
        from: event.target instanceof Element ? event.target.localName : 'document',
        error: error ? `${error.name}: ${error.message}` : null,
        problems: problems ? problems.map(({ path, message }) => ({ path, message })) : null,
        status: preferences?.status ?? null,
      });
    });
  addEventListener('securitypolicyviolation', (event) =>
    globalThis.__violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );
}

export const loader = '<script type="module" src="/dist/cookie-manifest.js"></script>';

site.on('/favicon.ico', { status: 204 });

let visits = 0;

/** A page in a context of its own, in which nothing is stored yet. */
export async function openPage(options: Pick<VisitOptions, 'context' | 'init'> = {}): Promise<Page> {
  const context = await browser.newContext(options.context);
  context.setDefaultTimeout(5_000);
  await context.addInitScript('globalThis.__name = (named) => named'); // what tsx names functions with is not there in the page
  await context.addInitScript(record);
  if (options.init) await context.addInitScript(options.init);
  return context.newPage();
}

/** Makes a page with a manifest of its own and goes there. What is opened is closed with the test. */
export async function visit(t: TestContext, options: VisitOptions = {}): Promise<Visit> {
  visits++;
  const folder = `/visit-${visits}`;
  const url = `${site.origin}${folder}/`;
  const manifestUrl = `${folder}/cookies.json`;
  const { attributes = '', script = loader, head = '', body = '', html = 'lang="en"' } = options;
  const tag = (options.tag ?? `<cookie-manifest src="manifestUrl" ${attributes}></cookie-manifest>`).replaceAll(
    'manifestUrl',
    manifestUrl,
  );

  const sendManifest = (value: object) => site.on(manifestUrl, { body: JSON.stringify(value) });
  if (options.answer) site.on(manifestUrl, options.answer);
  else sendManifest(options.manifest ?? manifest());
  site.on(`${folder}/`, {
    headers: options.headers ?? {},
    body: `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Example</title><meta name="viewport" content="width=device-width">
      ${head}${script}</head><body><main><h1>Example</h1>${body.replaceAll('manifestUrl', manifestUrl)}</main>${tag}</body></html>`,
  });

  const page = options.page ?? (await openPage(options));
  const context = page.context();
  if (!options.page) t.after(() => context.close());
  if (options.stored !== undefined)
    await context.addCookies([{ name: 'cookie_preferences', value: options.stored, url: site.origin }]);

  const errors: string[] = [];
  const requests: Request[] = [];
  const onError = (error: Error) => void errors.push(String(error));
  const onRequest = (request: Request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) requests.length = 0;
    requests.push(request);
  };
  page.on('pageerror', onError).on('request', onRequest);
  t.after(() => page.off('pageerror', onError).off('request', onRequest));
  await page.goto(url);

  return {
    page,
    context,
    url,
    manifestUrl,
    element: page.locator(selectors.element),
    notice: page.locator(selectors.notice),
    ok: page.locator(selectors.ok),
    openDetails: page.locator(selectors.openDetails),
    dialog: page.locator(selectors.dialog),
    errors,
    requests,
    violations: () => page.evaluate(() => globalThis.__violations),
    told: (type) =>
      page.evaluate((wanted) => globalThis.__told.filter((told) => !wanted || told.type === wanted), type),
    async until(type) {
      await page.waitForFunction((wanted) => globalThis.__told.some((told) => told.type === wanted), type);
    },
    async stored() {
      const found = (await context.cookies(url)).find(({ name }) => name === 'cookie_preferences');
      return found ? found.value : null;
    },
    async reload() {
      await page.reload();
      await settled(page);
    },
    sendManifest,
  };
}

/** Waits until the library has decided and the browser is idle, so that what should not happen would have happened. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => 'cookieManifest' in globalThis);
  await page.waitForLoadState('networkidle');
  // After a click Chromium may wait with what is idle until there is a frame, so one is asked for.
  await page.evaluate(
    () => new Promise((idle) => requestAnimationFrame(() => requestIdleCallback(() => requestAnimationFrame(idle)))),
  );
}

/** What has the focus, inside shadow roots too, as `button#id` or by its part. */
export const focusedIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at) return '';
    const part = at.getAttribute('part');
    return at.localName + (at.id ? `#${at.id}` : '') + (part ? `[${part}]` : '');
  });

/** Two frames: what was changed is laid out and painted. */
export const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
