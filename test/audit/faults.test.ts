/** The audit finds what was planted, all of it, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after } from 'node:test';
import { ruleIds } from '../../src/audit/rules.js';
import { file, folder, run, withBrowser, type JsonReport } from './command.js';
import { startHosts } from './hosts.js';
import { manifest, planted, site, steps } from './site.js';

const hosts = await startHosts();
after(() => hosts.close());
hosts.on(site());

const files = ['junit', 'sarif', 'html'].flatMap((form) => [`--${form}`, `${folder}/report.${form}`]);
const { code, stdout, stderr } = await run([
  ...['audit', 'https://www.shop.test/', '--manifest', file('cookies.json', manifest), '--script', file('steps.mjs', steps)],
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
  assert.deepEqual(planted.filter((fault) => !found.includes(fault)), []);
  assert.equal(found.length, 30);
  assert.equal(code, 1);
});
