/** Every example of the page on the audit, run as it stands there. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { start } from '../../demo/server.js';
import { chromiumPath, launchChromium } from '../../scripts/browsers.js';
import { examples, findDocument } from '../../scripts/docs/documents.js';
import { expectOnlyDeclaredCookies } from '../../src/cli/playwright.js';
import { folder, main, root, run, withBrowser } from './command.js';

const { text: page } = findDocument('docs/guide/audit.md');
const { text: commandPage } = findDocument('docs/reference/command-line.md');
const demo = await start();
after(() => {
  demo.server.closeAllConnections();
  demo.server.close();
});
const port = new URL(demo.url).port;

/** An application that has installed the package and what the examples need, with the demo's manifest as its own. */
const application = join(folder, 'application');
mkdirSync(join(application, 'node_modules/.bin'), { recursive: true });
mkdirSync(join(application, 'node_modules/@playwright/test'), { recursive: true });
for (const name of ['playwright-core', '@crawlee'])
  symlinkSync(join(root, 'node_modules', name), join(application, 'node_modules', name));
symlinkSync(root, join(application, 'node_modules/cookie-manifest'));
writeFileSync(
  join(application, 'node_modules/.bin/cookie-manifest'),
  `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`,
  { mode: 0o755 },
);
writeFileSync(join(application, 'cookies.json'), readFileSync(`${root}demo/cookies.json`));
writeFileSync(
  join(application, 'package.json'),
  JSON.stringify({
    name: 'application',
    private: true,
    type: 'module',
    scripts: { start: `node ${root}demo/server.js 8080` },
  }),
);

/** Runs a program in the application. */
function inApplication(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: application,
      env: { ...process.env, CHROMIUM_PATH: chromiumPath(), CRAWLEE_STORAGE_DIR: join(application, 'storage'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('close', (code) => resolve({ code, output }));
  });
}
const example = (part: string, ...languages: readonly string[]): string => {
  const found = examples(...languages).find((code) => code.includes(part));
  assert.ok(found, `the documents have no example with ${part}`);
  return found.replaceAll('localhost:8080', `localhost:${port}`);
};

test('the report that is shown is that of the demo, which has no error and four warnings for its four cookies of three years', async () => {
  const { code, stdout, stderr } = await run(['audit', demo.url, '--manifest', 'demo/cookies.json', ...withBrowser()]);
  assert.equal(stderr, '');
  assert.equal(code, 0);
  assert.ok(page.includes(`\`\`\`text\n${stdout}\`\`\``), `The page does not show:\n${stdout}`);
  const lasting = (
    JSON.parse(readFileSync(`${root}demo/cookies.json`, 'utf8')) as { cookies: { name: string; duration: string }[] }
  ).cookies.filter(({ duration }) => duration === '3 years');
  assert.equal(lasting.length, 4);
  for (const { name } of lasting)
    for (const [severity, rule] of [
      ['warning', 'long-for-exemption'],
      ['info', 'capped'],
    ])
      assert.match(stdout, new RegExp(`^${severity} +${rule} +${name} `, 'm'));
  assert.match(stdout, /^4 warnings, 16 info: /m);
});

test('the help that is shown is that of the command', async () => {
  assert.ok(commandPage.includes(`\`\`\`text\n${(await run(['--help'])).stdout}\`\`\``));
});

test('each option of audit is one that the help names', async () => {
  const { stdout } = await run(['--help']);
  for (const [, option] of page.matchAll(/`--([a-z-]+)`/g)) assert.match(stdout, new RegExp(`--${option}\\b`));
});

test('the Playwright test passes on the demo, and fails where something is not declared', async () => {
  // Enough of Playwright's test runner: it gives the test a page.
  writeFileSync(
    join(application, 'node_modules/@playwright/test/package.json'),
    '{ "type": "module", "main": "index.js" }',
  );
  writeFileSync(
    join(application, 'node_modules/@playwright/test/index.js'),
    `import { chromium } from 'playwright-core';
     export async function test(title, body) {
       const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH });
       const page = await (await browser.newContext()).newPage();
       try { await body({ page }); console.log('passed', title); } catch (error) { console.log('failed', error.message); } finally { await browser.close(); }
     }`,
  );
  const code = example('expectOnlyDeclaredCookies', 'js');
  writeFileSync(join(application, 'declared.js'), code);
  assert.equal((await inApplication('node', ['declared.js'])).output, 'passed only declared cookies\n');
  writeFileSync(
    join(application, 'undeclared.js'),
    code
      .replace("goto('http", "context().addCookies([{ name: 'stray', value: 'a-secret', url: 'http")
      .replace("/');", "/' }]);\n  await page.goto('" + demo.url + "');"),
  );
  const { output } = await inApplication('node', ['undeclared.js']);
  assert.match(
    output,
    /^failed 1 finding on http.*:\n {2}undeclared: stray \(cookie\): expected declared; observed cookie of localhost, first party\. Declare it/,
  );
  assert.doesNotMatch(output, /a-secret/);
});

test('expectOnlyDeclaredCookies works on a page that nobody watched, in any context', async () => {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(demo.url);
  const manifest = JSON.parse(readFileSync(`${root}demo/cookies.json`, 'utf8')) as { cookies: object[] };
  await assert.doesNotReject(expectOnlyDeclaredCookies(page, manifest));
  await assert.rejects(expectOnlyDeclaredCookies(page, manifest, { failOn: 'warning' }), /^Error: 4 findings on /);
  await assert.rejects(expectOnlyDeclaredCookies(page, { cookies: [] }), /undeclared: serviceToken \(cookie\)/);
  await assert.rejects(expectOnlyDeclaredCookies(page, []), { name: 'ManifestError' });
  await browser.close();
});

test('the recipe for Crawlee audits every page that links lead to', async () => {
  writeFileSync(join(application, 'crawl.js'), example('PlaywrightCrawler', 'js'));
  const { code, output } = await inApplication('node', ['crawl.js']);
  assert.equal(code, 0, output);
  const { readdirSync } = await import('node:fs');
  const dataset = join(application, 'storage/datasets/default');
  const found = readdirSync(dataset).map(
    (name) => JSON.parse(readFileSync(join(dataset, name), 'utf8')) as { rule: string; name: string; page: string },
  );
  const pages = new Set(found.map(({ page }) => page));
  for (const path of ['', 'policy', 'privacy'])
    assert.ok(pages.has(demo.url + path), `/${path} is not among ${[...pages].join(' ')}`);
  assert.equal(found.filter(({ rule }) => rule === 'long-for-exemption').length, 4 * pages.size);
  assert.deepEqual(
    found.filter(({ rule }) => rule === 'undeclared'),
    [],
  );
});

test('the workflow’s own steps validate, serve and audit, and leave the reports', async () => {
  const lines = example('runs-on:', 'yaml').split('\n');
  const steps: string[] = [];
  lines.forEach((line, index) => {
    const [, indent = '', command = ''] = /^( *)- run: (.*)$/.exec(line) ?? [];
    if (command === '|') {
      const inner = lines.slice(index + 1);
      const end = inner.findIndex((next) => !next.startsWith(`${indent}    `));
      steps.push(inner.slice(0, end).join('\n'));
    } else if (command) steps.push(command);
  });
  assert.deepEqual(steps.shift(), 'npm ci'); // what it installs is linked here
  assert.equal(steps.length, 2);
  // The site runs already; the machine's browser is named, as a workflow's needs not be.
  const shell = `npx() { "$@" ${withBrowser()
    .map((arg) => `'${arg}'`)
    .join(' ')}; }\nnpm() { :; }\n`;
  const path = `${join(application, 'node_modules/.bin')}:${process.env['PATH']}`;
  for (const step of steps) {
    const { code, output } = await inApplication(
      'bash',
      ['-e', '-c', (step.includes(' audit ') ? shell : 'npx() { "$@"; }\n') + step],
      { PATH: path },
    );
    assert.equal(code, 0, output);
    assert.match(output, step.includes(' audit ') ? /4 warnings, 16 info/ : /cookies\.json is in order: 17 cookies/);
  }
  for (const form of ['sarif', 'xml', 'html'])
    assert.ok(readFileSync(join(application, `cookies.${form}`), 'utf8').includes('long-for-exemption'), form);
});
