/** `cookieManifest.audit()` and `inspect()` of the built files, in a page. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test, { after } from 'node:test';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../scripts/browsers.js';
import { root } from './command.js';
import { startHosts } from './hosts.js';

const hosts = await startHosts();
const browser = await launchChromium(hosts.browserArgs);
after(async () => {
  await browser.close();
  await hosts.close();
});

const manifest = {
  cookies: [
    { name: 'lang', purpose: 'p', duration: '7 days', exemption: 'preference', httpOnly: false },
    { name: 'gone', purpose: 'p', duration: 'session', httpOnly: false },
    { name: 'sid', purpose: 'p', duration: 'session', httpOnly: true },
  ],
};
hosts.on({
  'shop.test/': {
    cookies: [
      'sid=a-secret; Path=/; Secure; HttpOnly',
      'lang=a-secret; Path=/; Secure; Max-Age=2592000',
      'plain=a-secret; Path=/',
    ],
    body: '<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><script type="module" src="/cookie-manifest.js"></script><cookie-manifest src="/cookies.json"></cookie-manifest>',
  },
  'shop.test/cookies.json': { type: 'application/json', body: JSON.stringify(manifest) },
  ...Object.fromEntries(
    ['cookie-manifest.js', ...readdirSync(`${root}dist/chunks`).map((name) => `chunks/${name}`)].map((name) => [
      `shop.test/${name}`,
      { type: 'text/javascript', body: readFileSync(`${root}dist/${name}`, 'utf8') },
    ]),
  ),
});

async function open(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto('https://shop.test/', { waitUntil: 'networkidle' });
  return page;
}

test('audit() is loaded when it is asked for, and gives the findings and what a page does not see', async () => {
  const page = await open();
  const loaded = () => hosts.asked.filter((address) => /chunks\/(audit|inspect)/.test(address)).length;
  assert.equal(loaded(), 0);
  const { findings, unseen } = await page.evaluate(async () => {
    const found = await cookieManifest.audit();
    return { findings: [...found].map(({ rule, name }) => `${rule} ${name}`), unseen: found.unseen };
  });
  assert.equal(loaded(), 1);
  assert.deepEqual(findings, ['undeclared plain', 'overstays lang', 'insecure plain', 'unobserved gone']);
  assert.match(unseen.join('\n'), /HttpOnly/);
  await page.close();
});

test('inspect() prints the findings, and no value', async () => {
  const page = await open();
  const printed: string[] = [];
  page.on('console', (message) => void printed.push(message.text()));
  const tables = await page.evaluate(async () => {
    const kept: unknown[] = [];
    console.table = (rows: unknown) => void kept.push(rows);
    await cookieManifest.inspect();
    return kept;
  });
  assert.ok(printed.includes('Audit: 4 findings'), printed.join('\n'));
  assert.ok(
    printed.some((line) => line.startsWith('error, overstays: lang (cookie): ')),
    printed.join('\n'),
  );
  assert.doesNotMatch(JSON.stringify([printed, tables]), /a-secret/);
  await page.close();
});

test('without a manifest audit() rejects with ManifestError', async () => {
  hosts.on({
    'bare.test/': {
      body: '<!doctype html><link rel="icon" href="data:,"><script type="module" src="https://bare.test/cookie-manifest.js"></script>',
    },
  });
  for (const name of ['cookie-manifest.js', ...readdirSync(`${root}dist/chunks`).map((name) => `chunks/${name}`)])
    hosts.on({ [`bare.test/${name}`]: { type: 'text/javascript', body: readFileSync(`${root}dist/${name}`, 'utf8') } });
  const page = await browser.newPage();
  await page.goto('https://bare.test/', { waitUntil: 'networkidle' });
  assert.match(await page.evaluate(() => cookieManifest.audit().then(String, String)), /^ManifestError: /);
  await page.close();
});
