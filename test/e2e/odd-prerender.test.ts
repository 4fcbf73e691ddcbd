/** A page that the browser prepares before anybody sees it. Chromium does not while it is driven, so it is left to itself here, and the pages report. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { chromiumArgs, findBrowser } from '../../scripts/browsers.js';
import { manifest } from './support.js';

interface Report {
  /** Whether the page was still being prepared when the notice was shown in it. */
  readonly before: boolean;
  /** What was stored by then. */
  readonly stored: string;
  /** Whether the notice lies on top in the page as it is seen, and what is stored after OK. */
  readonly seen: boolean;
  readonly answered: string;
}

const pages: { readonly [path: string]: string } = {
  '/first': `<!doctype html><title>First</title><script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>
    <script>fetch('/shown').then(() => { location = '/next'; })</script>`,
  '/next': `<!doctype html><title>Next</title><script>
    const report = {};
    document.addEventListener('cookie-manifest-show', () => {
      Object.assign(report, { before: document.prerendering, stored: document.cookie });
      fetch('/show');
    });
    document.addEventListener('prerenderingchange', () => requestAnimationFrame(() => requestAnimationFrame(() => {
      const element = document.querySelector('cookie-manifest');
      const ok = element.shadowRoot.querySelector('[part=ok]');
      const { x, y, width, height } = ok.getBoundingClientRect();
      report.seen = document.elementFromPoint(x + width / 2, y + height / 2) === element;
      ok.click();
      document.addEventListener('cookie-manifest-hide', () => navigator.sendBeacon('/report', JSON.stringify({ ...report, answered: document.cookie })));
    })));
    </script><script type="module" src="/dist/cookie-manifest.js"></script><cookie-manifest src="/cookies.json"></cookie-manifest>`,
  '/cookies.json': JSON.stringify(manifest()),
};

test('a page that is prepared in advance has its notice ready when it is seen, and nothing stored before', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'prerender-'));
  let resolve: (report: Report) => void = () => {};
  const reported = new Promise<Report>((done) => (resolve = done));
  let show = () => {};
  const shown = new Promise<void>((done) => (show = done));
  const server = createServer((request, response) => {
    const path = request.url!;
    response.setHeader(
      'Content-Type',
      path.endsWith('.js') ? 'text/javascript' : path.endsWith('.json') ? 'application/json' : 'text/html',
    );
    if (path === '/show') show();
    if (path === '/shown') void shown.then(() => response.end());
    else if (path === '/report')
      request
        .setEncoding('utf8')
        .on('data', (text: string) => resolve(JSON.parse(text) as Report))
        .on('end', () => response.end());
    else if (path in pages) response.end(pages[path]);
    else
      readFile(new URL(`../..${path}`, import.meta.url)).then(
        (body) => response.end(body),
        () => response.writeHead(404).end(),
      );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const browser = spawn(
    findBrowser('chromium')!,
    [
      '--headless=new',
      ...chromiumArgs,
      `--user-data-dir=${folder}`,
      `http://localhost:${(server.address() as AddressInfo).port}/first`,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((end) => browser.once('close', end));
  t.after(async () => {
    browser.kill();
    await ended;
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });

  const { before, stored, seen, answered } = await reported;
  assert.deepEqual({ before, stored, seen }, { before: true, stored: '', seen: true });
  assert.match(answered, /^cookie_preferences=.*status=acknowledged/);
});
