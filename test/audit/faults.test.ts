/** The audit finds what was planted, all of it, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after } from 'node:test';
import { ruleIds } from '../../src/audit/rules.js';
import { launchChromium } from '../../scripts/browsers.js';
import { file, folder, root, run, withBrowser, type JsonReport } from './command.js';
import { startHosts } from './hosts.js';
import { manifest, planted, site, steps } from './site.js';

const hosts = await startHosts();
after(() => hosts.close());
hosts.on(site());

const files = ['junit', 'sarif', 'html'].flatMap((form) => [`--${form}`, `${folder}/report.${form}`]);
const { code, stdout, stderr } = await run([
  ...[
    'audit',
    'https://www.shop.test/',
    '--manifest',
    file('cookies.json', manifest),
    '--script',
    file('steps.mjs', steps),
  ],
  ...['--json', ...files, ...withBrowser(hosts.browserArgs)],
]);
const report = JSON.parse(stdout || '{}') as JsonReport;
const found = (report.findings ?? []).map(({ rule, name, storage }) => `${rule} ${name} ${storage}`);

test('thirty faults are planted, at least two for every rule', () => {
  assert.equal(new Set(planted).size, 30);
  for (const rule of ruleIds) assert.ok(planted.filter((fault) => fault.startsWith(`${rule} `)).length >= 2, rule);
});

test('all are found, and nothing false', (t) => {
  assert.equal(stderr, '');
  const hits = planted.filter((fault) => found.includes(fault));
  const wrong = found.filter((finding) => !planted.includes(finding as (typeof planted)[number]));
  t.diagnostic(`${hits.length} of ${planted.length} planted faults found, ${wrong.length} false`);
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    planted.filter((fault) => !found.includes(fault)),
    [],
  );
  assert.equal(found.length, 30);
  assert.equal(code, 1);
});

test('who set each is told: an answer’s address, or a script and its line', () => {
  const by = (name: string) => report.findings.find((finding) => finding.name === name)?.by;
  assert.equal(by('ad_id'), 'response of https://ads.test/frame');
  assert.equal(by('chips'), 'response of https://stats.test/frame');
  assert.equal(by('visit'), 'response of https://www.shop.test/');
  assert.equal(by('seen'), 'https://www.shop.test/shop.js:3');
  assert.equal(by('prefs'), 'https://www.shop.test/shop.js:9');
  assert.equal(by('_stat'), 'https://www.shop.test/shop.js:15');
  assert.equal(by('stats.test/collect'), 'https://www.shop.test/shop.js:16');
  assert.equal(by('clicked'), 'https://www.shop.test/shop.js:24');
  assert.equal(by('stats.test/leave'), 'https://www.shop.test/shop.js:25');
  assert.equal(by('ads.test/pixel.gif'), 'https://www.shop.test/shop.js:18');
  assert.equal(by('partner'), 'https://ads.test/frame:1');
});

test('what was asked for is told where the browser cuts it, and under which site a cookie is partitioned', () => {
  const observed = (name: string) => report.findings.find((finding) => finding.name === name)?.observed;
  assert.equal(observed('seen'), '1095 days asked for, of which the browser keeps 400 days');
  assert.equal(observed('chips'), 'cookie of stats.test, third party, partitioned under https://shop.test');
  assert.match(observed('__Host-login')!, /the browser refused it$/);
});

test('no value and no query is in any report', () => {
  for (const text of [
    stdout,
    ...['junit', 'sarif', 'html'].map((form) => readFileSync(`${folder}/report.${form}`, 'utf8')),
  ])
    assert.doesNotMatch(text, /a-secret/);
});

test('the JUnit report is well-formed XML, with a case for each rule that fails by its errors', () => {
  const xml = readFileSync(`${folder}/report.junit`, 'utf8');
  assert.deepEqual(openTags(xml.replace(/^<\?xml.*\?>/, '')), []);
  const failed = [...xml.matchAll(/<testcase classname="cookie-manifest" name="([^"]+)"><failure/g)].map(
    ([, rule]) => rule,
  );
  assert.equal(xml.match(/<testcase /g)!.length, ruleIds.length);
  assert.deepEqual(failed, [
    ...new Set(report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)),
  ]);
  assert.match(xml, new RegExp(`failures="${failed.length}"`));
});

test('the SARIF report points at the line of the manifest where the cookie is declared, or would be', () => {
  const sarif = JSON.parse(readFileSync(`${folder}/report.sarif`, 'utf8'));
  assert.equal(sarif.version, '2.1.0');
  const [{ results, tool }] = sarif.runs;
  assert.equal(results.length, 30);
  assert.deepEqual(
    tool.driver.rules.map(({ id }: { id: string }) => id),
    [...ruleIds],
  );
  const lines = readFileSync(`${folder}/cookies.json`, 'utf8').split('\n');
  const lineOf = (text: string) =>
    results.find(({ message }: { message: { text: string } }) => message.text.startsWith(text)).locations[0]
      .physicalLocation.region.startLine as number;
  assert.match(lines[lineOf('visit:')]!, /"name": "visit"/); // the object begins a line before
  assert.match(lines[lineOf('ad_id:') - 1]!, /"cookies": \[/);
  for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
});

test('the HTML report is one static file that holds every finding', () => {
  const html = readFileSync(`${folder}/report.html`, 'utf8');
  assert.deepEqual(openTags(html), []);
  assert.doesNotMatch(html, /<script|<link|<img|\b(src|href)=|url\(/i);
  for (const { name } of report.findings) assert.ok(html.includes(`<code>${name}`), name);
});

test('the HTML report has no finding of axe', async () => {
  const browser = await launchChromium();
  const page = await browser.newPage({ bypassCSP: true });
  await page.setContent(readFileSync(`${folder}/report.html`, 'utf8'));
  await page.addScriptTag({ path: `${root}node_modules/axe-core/axe.min.js` });
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
    return (await axe.run()).violations.map(({ id }) => id);
  });
  await browser.close();
  assert.deepEqual(violations, []);
});

/** What is opened and not closed, or closed and not open. */
function openTags(markup: string): string[] {
  const open: string[] = [];
  for (const [, end, name = '', self] of markup.matchAll(
    /<(\/?)([a-z][\w-]*)(?:\s(?:[^"'>]|"[^"]*"|'[^']*')*?)?(\/?)>/g,
  )) {
    if (self || /^(meta|br)$/.test(name)) continue;
    if (!end) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [`unexpected </${name}>`];
  }
  return open;
}
