/**
 * `npm run bench:largest-paint`: what the browser takes for the largest paint of a page of text with the notice, and when, on a slow
 * phone, for each way to bring the manifest. It prints a table and fails for no figure: machines differ.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../browsers.js';
import { slowdown } from './measure.js';
import { summarize } from './statistics.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const runs = 5;
/** A slow connection: delay in milliseconds, bytes a second. */
const connection = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

const manifest = JSON.stringify({
  revision: '1',
  site: { name: 'Example', policyUrl: '/privacy' },
  cookies: [{ name: 'sid', purpose: 'Keeps you signed in.', duration: 'session', exemption: 'authentication' }],
});
const script = '<script type="module" src="/cookie-manifest.js"></script>';
const bySource = '<cookie-manifest src="/cookies.json" revision="1"></cookie-manifest>';
const preloads = ['notice', 'page']
  .map((chunk) => `<link rel="modulepreload" href="/chunks/${chunk}-VERSION.js">`)
  .join('');

/** The head and the body of each page. */
const pages = {
  'no notice': ['', ''],
  'manifest by `src`': [script, bySource],
  'manifest by `src`, preloaded': [
    `<link rel="preload" href="/cookies.json" as="fetch" crossorigin>${preloads}${script}`,
    bySource,
  ],
  'manifest inline': [
    script,
    `<cookie-manifest revision="1"><script type="application/json">${manifest}</script></cookie-manifest>`,
  ],
  'manifest inline, script preloaded': [
    `${preloads}${script}`,
    `<cookie-manifest revision="1"><script type="application/json">${manifest}</script></cookie-manifest>`,
  ],
} as const;

const text = '<p>Some text that a reader would read on an ordinary page.</p>'.repeat(20);
const { version } = JSON.parse(await readFile(`${dist}../package.json`, 'utf8')) as { version: string };

/** Returns what an address stands for: a page by its number, the manifest, or a built file. */
async function findBody(path: string): Promise<{ type: string; body: string }> {
  const [head, body] = Object.values(pages)[Number(path.slice(1))] ?? [];
  if (head !== undefined)
    return {
      type: 'text/html',
      body: `<!doctype html><html lang="en"><title>Example</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head.replaceAll('VERSION', version)}<body>${body}<h1>A page of text</h1>${text}`,
    };
  if (path === '/cookies.json') return { type: 'application/json', body: manifest };
  return { type: 'text/javascript', body: await readFile(dist + path.slice(1), 'utf8') };
}

/** Measures one visit: the last candidate for the largest paint, and its time in milliseconds. */
async function measurePaint(browser: Browser, url: string): Promise<{ readonly what: string; readonly time: number }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', connection);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(url, { waitUntil: 'networkidle' });
  const paint = await page.evaluate(
    () =>
      new Promise<{ what: string; time: number }>((resolve) => {
        new PerformanceObserver((list) => {
          const { element, startTime } = list.getEntries().at(-1) as PerformanceEntry & { element: Element | null };
          resolve({ what: element?.localName ?? 'the notice', time: startTime }); // what is in a shadow root is not named
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  await context.close();
  return paint;
}

const server = createServer((request, response) => {
  findBody(request.url ?? '/').then(
    ({ type, body }) => response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body),
    () => response.writeHead(404).end(),
  );
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const { port } = server.address() as AddressInfo;
const browser = await launchChromium();

console.log(`Chromium, processor ${slowdown} times slower, 150 ms delay, 1.6 Mbit/s; median of ${runs} runs.\n`);
console.log('| page | largest paint | after |\n|---|---|--:|');
for (const [index, name] of Object.keys(pages).entries()) {
  const paints = [];
  for (let run = 0; run < runs; run++) paints.push(await measurePaint(browser, `http://127.0.0.1:${port}/${index}`));
  const time = summarize(paints.map((paint) => paint.time))!.median;
  console.log(`| ${name} | ${[...new Set(paints.map(({ what }) => what))].join(', ')} | ${Math.round(time)} ms |`);
}
await browser.close();
server.closeAllConnections();
server.close();
