/**
 * `npm run bench`: what the built files take in Chromium at a quarter of this machine's speed, beside a bare Lit element of the same
 * task. Medians of several visits; a table, no gate, as machines differ.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../browsers.js';
import { startServer, type TestServer } from '../../test/server.js';

const rounds = 9;
const slowdown = 4;

/** The least that Lit can do: a fetch, a text and a button that opens a dialog with a list. */
const bare = `<script type="importmap">{"imports":{"lit":"/node_modules/lit/index.js","@lit/reactive-element":"/node_modules/@lit/reactive-element/reactive-element.js","lit-html":"/node_modules/lit-html/lit-html.js","lit-element/lit-element.js":"/node_modules/lit-element/lit-element.js","lit-html/is-server.js":"/node_modules/lit-html/is-server.js"}}</script>
<script type="module">
import { LitElement, html } from 'lit';
customElements.define('bare-element', class extends LitElement {
  static properties = { cookies: {}, shown: {} };
  async connectedCallback() { super.connectedCallback(); this.cookies = (await (await fetch(this.getAttribute('src'))).json()).cookies; }
  updated() { if (this.shown) this.renderRoot.querySelector('dialog').showModal(); }
  render() {
    return this.cookies && html\`<section part="notice">This site uses cookies. <button part="open-details" @click=\${() => (this.shown = true)}>Details</button></section>
      \${this.shown && html\`<dialog part="details"><table><tbody>\${this.cookies.map((c) => html\`<tr><th scope="row">\${c.name}</th><td>\${c.duration}</td></tr>\`)}</tbody></table></dialog>\`}\`;
  }
});
</script><bare-element src="/cookies.json"></bare-element>`;
const ours =
  '<script type="module" src="/dist/cookie-manifest.js"></script><cookie-manifest src="/cookies.json"></cookie-manifest>';

interface Measure {
  readonly painted: number;
  readonly opened: number;
  readonly script: number;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** When something is there and a frame with it is painted, in milliseconds since the page, or the click, began. */
function paintedWith(page: Page, selector: string, click?: string): Promise<number> {
  return page.evaluate(
    async ([wanted, button]) => {
      const root = () => document.querySelector('cookie-manifest, bare-element')?.shadowRoot;
      const began = button ? performance.now() : 0;
      if (button) root()?.querySelector<HTMLElement>(button)?.click();
      while (!root()?.querySelector(wanted)?.getClientRects().length) await new Promise(requestAnimationFrame);
      const channel = new MessageChannel();
      await new Promise((done) =>
        requestAnimationFrame(() => {
          channel.port1.onmessage = done;
          channel.port2.postMessage(0);
        }),
      );
      channel.port1.close();
      return performance.now() - began;
    },
    [selector, click] as const,
  );
}

async function once(browser: Browser, url: string, row: string): Promise<Measure> {
  const context = await browser.newContext();
  try {
    await context.addInitScript('globalThis.__name = (named) => named');
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await session.send('Performance.enable');
    await page.goto(url, { waitUntil: 'commit' });
    const painted = await paintedWith(page, 'section');
    const { metrics } = await session.send('Performance.getMetrics');
    const script = (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1_000;
    await page.waitForLoadState('networkidle');
    const opened = await paintedWith(page, row, 'button[part=open-details]');
    return { painted, opened, script };
  } finally {
    await context.close();
  }
}

/** Measures pages in turns, so that what else the machine does falls on all of them alike. */
async function measure(browser: Browser, urls: readonly string[], row: string): Promise<Measure[]> {
  const all = urls.map((): Measure[] => []);
  for (let round = 0; round <= rounds; round++)
    for (const [index, url] of urls.entries()) {
      const measured = await once(browser, url, row);
      if (round) all[index]?.push(measured); // the first pays for what server and browser keep
    }
  return all.map((visits) => ({
    painted: median(visits.map(({ painted }) => painted)),
    opened: median(visits.map(({ opened }) => opened)),
    script: median(visits.map(({ script }) => script)),
  }));
}

/** How long reading and checking a thousand cookies takes, at this machine's own speed. */
async function parsing(browser: Browser, server: TestServer, manifest: object): Promise<number> {
  const page = await browser.newPage();
  await page.addInitScript('globalThis.__name = (named) => named');
  server.on('/parse', {
    body: `<!doctype html><script type="importmap">{"imports":{"js-cookie":"/node_modules/js-cookie/dist/js.cookie.mjs"}}</script><script type="module">import { parseManifest } from '/dist/index.js'; globalThis.parse = parseManifest;</script>`,
  });
  await page.goto(`${server.origin}/parse`);
  await page.waitForFunction(() => 'parse' in globalThis);
  const times = await page.evaluate((value) => {
    const { parse } = globalThis as unknown as { parse(input: unknown): unknown };
    return Array.from({ length: 15 }, () => {
      const input: unknown = structuredClone(value);
      const began = performance.now();
      parse(input);
      return performance.now() - began;
    });
  }, manifest);
  await page.close();
  return median(times);
}

const seed = JSON.parse(await readFile(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;
const thousand = {
  site: { name: 'Example' },
  cookies: Array.from({ length: 1_000 }, (_, index) => ({
    name: `cookie_${index}`,
    purpose: `Purpose ${index % 50}.`,
    duration: `${1 + (index % 30)} days`,
    exemption: 'security',
  })),
};

const server = await startServer();
const browser = await launchChromium([], 'chromium'); // what visitors have
try {
  const page = (path: string, body: string) =>
    server.on(path, {
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><h1>Bench</h1>${body}`,
    });
  page('/ours', ours);
  page('/bare', bare);
  page('/thousand', ours.replace('/cookies.json', '/thousand.json'));
  server.on('/cookies.json', { body: JSON.stringify(seed) });
  server.on('/thousand.json', { body: JSON.stringify(thousand) });
  server.on('/favicon.ico', { status: 204 });

  const urls = ['/ours', '/bare', '/thousand'].map((path) => server.origin + path);
  const [mine, lit, many] = (await measure(browser, urls, 'dialog tbody th[scope=row]')) as [Measure, Measure, Measure];
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(12);
  const row = (what: string, value: number, beside?: number, target = '') =>
    console.log(
      what.padEnd(46) +
        ms(value) +
        (beside === undefined ? ''.padStart(20) : `${ms(beside)}${(value / beside).toFixed(2).padStart(6)} ×`) +
        `   ${target}`,
    );

  console.log(
    `Medians of ${rounds} visits; ${slowdown} times slower than this machine${' '.repeat(4)}ours   bare Lit element`,
  );
  row('Notice painted', mine.painted, lit.painted, '≤ 1.5 ×');
  row('Click to details painted', mine.opened, lit.opened, '≤ 1.5 ×');
  row('Script until the notice is painted', mine.script, lit.script, '≤ 1.5 ×');
  row('1,000 cookies: notice painted', many.painted);
  row('1,000 cookies: first rows painted', many.opened, undefined, '≤ 200 ms');
  row('1,000 cookies: parsed, at full speed', await parsing(browser, server, thousand), undefined, '≤ 10 ms');
} finally {
  await browser.close();
  await server.close();
}
