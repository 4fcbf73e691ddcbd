/** What the suite for all engines shares: one browser and one site, and `visit`, which opens a page of it under a host of its own. */
import assert from 'node:assert/strict';
import { after, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { isNoticeShown, noticeText } from '../harness.js';
import { manifest, revision } from '../manifest.js';
import { startServer, type Answer } from '../server.js';
import { engineNames, type Engine, type EngineName, type Feature, type Key, type Tab } from './engine.js';
import { startWithPuppeteer } from './puppeteer.js';
import { startWebKit } from './webdriver.js';

/** The engine that this run is of. */
const name = (process.env['ENGINE'] ?? 'chromium') as EngineName;
if (!engineNames.includes(name)) throw new Error(`ENGINE is ${name}; it may be ${engineNames.join(', ')}.`);

const site = await startServer();
export const engine: Engine = await (name === 'webkit' ? startWebKit() : startWithPuppeteer(name));
let tab: Tab | undefined;
after(async () => {
  await engine.close();
  await site.close();
});

export { manifest, revision };

interface Noted {
  readonly events: string[];
  readonly errors: string[];
  readonly violations: string[];
}

declare global {
  var noted: Noted;
}

/** Runs in each page first: notes what the library tells, what nobody caught, and what the page's policy refuses. */
function note(): void {
  const noted: Noted = (globalThis.noted = { events: [], errors: [], violations: [] });
  for (const type of ['load', 'show', 'hide', 'details', 'change', 'error'])
    document.addEventListener(`cookie-manifest-${type}`, () => noted.events.push(type));
  addEventListener('error', ({ message }) => noted.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => noted.errors.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    noted.violations.push(`${effectiveDirective} ${blockedURI}`),
  );
}

// What tsx names functions with is not there in the page.
const named = 'const __name = (value) => value;';
const script = (body: () => void) => ({ body: `{ ${named} (${String(body)})(); }` });
site.on('/note.js', script(note));
site.on('/favicon.ico', { status: 204 });
for (const path of ['/policy', '/privacy'])
  site.on(path, { body: '<!doctype html><html lang="en"><title>Another page</title><h1>Another page</h1>' });

export interface VisitOptions {
  /** What is sent for the page's manifest. */
  readonly manifest?: object;
  readonly answer?: Answer;
  /** Attributes of the tag, beside `src`. */
  readonly attributes?: string;
  /** The tag itself, where a test needs another. `manifestUrl` in it is replaced. */
  readonly tag?: string;
  /** What loads the library. */
  readonly script?: string;
  readonly head?: string;
  readonly body?: string;
  /** Attributes of `<html>`. */
  readonly html?: string;
  readonly headers?: Answer['headers'];
  /** Runs before the page's other scripts. */
  readonly init?: () => void;
}

export const loader = '<script type="module" src="/dist/cookie-manifest.js"></script>';

let visits = 0;

/** Goes to a page with a manifest of its own, in a new tab. Its host is its own too, so nothing is stored there yet. */
export async function visit(options: VisitOptions = {}): Promise<Visitor> {
  visits++;
  await tab?.close();
  tab = await engine.newTab();
  const folder = `/visit-${visits}`;
  const { attributes = '', head = '', body = '', html = 'lang="en"', init } = options;
  const tag = options.tag ?? `<cookie-manifest src="manifestUrl" ${attributes}></cookie-manifest>`;
  const visitor = new Visitor(tab, `http://visit-${visits}.localhost:${new URL(site.origin).port}${folder}/`);
  site.on(visitor.manifestPath, options.answer ?? { body: JSON.stringify(options.manifest ?? manifest()) });
  if (init) site.on(`${folder}/init.js`, script(init));
  site.on(`${folder}/`, {
    headers: options.headers ?? {},
    body: `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Example</title><meta name="viewport" content="width=device-width"><script src="/note.js"></script>
      ${init ? `<script src="${folder}/init.js"></script>` : ''}${head}${options.script ?? loader}</head>
      <body><main><h1>Example</h1>${body}</main>${tag.replaceAll('manifestUrl', visitor.manifestPath)}</body></html>`,
  });
  await tab.goto(visitor.url);
  return visitor;
}

/** Skips the test where the engine lacks something, and names it. */
export function lacks(t: TestContext, feature: Feature): boolean {
  if (engine.features.has(feature)) return false;
  t.skip(feature);
  return true;
}

/** Tries until something is so, ten seconds at most. A page that goes away meanwhile is asked again. */
export async function until(condition: () => Promise<unknown>, what: string): Promise<void> {
  let last: unknown = '';
  for (const end = Date.now() + 10_000; Date.now() < end; await wait(25)) {
    last = '';
    if (await condition().catch((error: unknown) => void (last = error))) return;
  }
  assert.fail(`waited in vain until ${what} ${String(last)}`.trim());
}

export class Visitor {
  readonly manifestPath: string;

  constructor(
    readonly tab: Tab,
    readonly url: string,
  ) {
    this.manifestPath = `${new URL(url).pathname}cookies.json`;
  }

  /** The same page in another tab. */
  async inAnotherTab(): Promise<Visitor> {
    const other = new Visitor(await engine.newTab(), this.url);
    await other.tab.goto(this.url);
    return other;
  }

  /** Runs a function in the page; what it is given and gives is JSON. */
  evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return this.tab.run(`(() => { ${named} return (${String(run)})(...${JSON.stringify(args)}); })()`) as Promise<
      Awaited<Result>
    >;
  }

  /** Runs a function of the harness on the page's first element. */
  look<Result>(at: (element: Element) => Result, selector = 'cookie-manifest'): Promise<Awaited<Result>> {
    return this.tab.run(
      `(() => { ${named} return (${String(at)})(document.querySelector(${JSON.stringify(selector)})); })()`,
    ) as Promise<Awaited<Result>>;
  }

  /** Loads a module script. */
  addScript(address: string): Promise<unknown> {
    return this.evaluate(
      (src) => document.head.append(Object.assign(document.createElement('script'), { type: 'module', src })),
      address,
    );
  }

  async noticeShown(): Promise<void> {
    await until(() => this.look(isNoticeShown), 'the notice is shown');
  }

  async noticeGone(): Promise<void> {
    await until(
      () => this.look((element) => !element.shadowRoot?.querySelector('section[part=notice]')),
      'the notice is gone',
    );
  }

  async detailsShown(): Promise<void> {
    await until(
      () => this.look((element) => !!element.shadowRoot?.querySelector('dialog[part=details]:modal')),
      'the details are shown',
    );
  }

  async detailsGone(): Promise<void> {
    await until(
      () => this.look((element) => !element.shadowRoot?.querySelector('dialog[part=details]')?.matches(':modal')),
      'the details are gone',
    );
  }

  /** Waits until the library told the page of something. */
  async told(event: string): Promise<void> {
    await until(
      () => this.evaluate((wanted) => globalThis.noted.events.includes(wanted), event),
      `the page was told of ${event}`,
    );
  }

  async says(text: string): Promise<void> {
    await until(async () => (await this.look(noticeText))?.includes(text), `the notice says ${text}`);
  }

  /** Waits until the library has decided and two frames were painted, so that what should not happen would have happened. */
  async settled(): Promise<void> {
    await until(
      () => this.evaluate(() => document.readyState === 'complete' && 'cookieManifest' in globalThis),
      'the library is there',
    );
    await this.evaluate(() =>
      cookieManifest
        .load()
        .catch(() => {})
        .then(() => {}),
    );
    await this.painted();
  }

  painted(): Promise<unknown> {
    return this.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  /** Clicks a button or a link by what it says, where a visitor would: at its middle, which nothing may cover. */
  async click(label: string): Promise<void> {
    const find = () =>
      this.evaluate((wanted) => {
        const roots: (Document | ShadowRoot)[] = [document];
        let instead = 'it is not there';
        for (const root of roots)
          for (const element of root.querySelectorAll<HTMLElement>('*')) {
            if (element.shadowRoot) roots.push(element.shadowRoot);
            if (!element.matches('button, a[href]') || element.textContent.trim() !== wanted) continue;
            element.scrollIntoView({ block: 'nearest' });
            const { left, top, width, height } = element.getBoundingClientRect();
            const [x, y] = [left + width / 2, top + height / 2];
            const at = root.elementFromPoint(x, y);
            if (element.contains(at)) return { x, y };
            instead = `at ${x}, ${y} there is ${at?.localName ?? 'nothing'}`;
          }
        return instead;
      }, label);
    let found: Awaited<ReturnType<typeof find>> = '';
    await until(async () => typeof (found = await find()) !== 'string', `"${label}" can be clicked`).catch(
      (error: unknown) => {
        throw new Error(`${String(error)}: ${JSON.stringify(found)}`);
      },
    );
    const { x, y } = found as unknown as { readonly x: number; readonly y: number };
    await this.tab.click(x, y);
  }

  async press(key: Key, held?: 'Shift'): Promise<void> {
    await this.tab.press(key, held);
  }

  /** Gives something in the page, or in the element, the focus. */
  async focus(selector: string): Promise<void> {
    await this.evaluate(
      (wanted) =>
        (document.querySelector<HTMLElement>(wanted) ??
          document.querySelector('cookie-manifest')?.shadowRoot?.querySelector<HTMLElement>(wanted))!.focus(),
      selector,
    );
  }

  /** What has the focus, inside shadow roots too, as `button#id` or by its part. */
  focused(): Promise<string> {
    return this.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const part = at?.getAttribute('part');
      return at ? at.localName + (at.id ? `#${at.id}` : '') + (part ? `[${part}]` : '') : '';
    });
  }

  /** The stored answer, or null. */
  async stored(): Promise<string | null> {
    return (await this.tab.cookies()).find(({ name }) => name === 'cookie_preferences')?.value ?? null;
  }

  async reload(): Promise<void> {
    await this.tab.reload();
  }

  /** Goes back in the tab's history; does not wait. */
  async back(): Promise<void> {
    await this.evaluate(() => void setTimeout(() => history.back()));
  }

  /** Changes what is sent for the manifest from now on. */
  sendManifest(value: object): void {
    site.on(this.manifestPath, { body: JSON.stringify(value) });
  }

  /** Paths that the page's host was asked for, and forgets them. */
  takeRequests(): string[] {
    const { host } = new URL(this.url);
    const mine = site.requests.filter(({ headers }) => headers.host === host).slice(this.#taken);
    this.#taken += mine.length;
    return mine.map(({ path }) => path).filter((path) => path !== '/favicon.ico');
  }
  #taken = 0;

  /** Nothing went wrong that nobody caught, and nothing was refused by the page's policy. */
  /** @param refused - directives under which the browser has refused something */
  async fine(refused: readonly string[] = []): Promise<void> {
    assert.deepEqual(await this.evaluate(() => globalThis.noted.errors), []);
    const violations = await this.evaluate(() => globalThis.noted.violations);
    assert.deepEqual(
      violations.map((violation) => violation.split(' ')[0]),
      refused,
    );
  }
}
