/** What real sites write that is easily misread, and would go wrong silently. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readSource } from '../../src/import/read.js';
import { file, folder, runImport } from './command.js';

const table = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `<table><tr>${header.map((cell) => `<th>${cell}</th>`).join('')}</tr>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const page = (content: string) => `<!doctype html><html lang="en"><body>${content}</body></html>`;

describe('lists as consent tools render them', () => {
  test('how often Cookiebot saw a name is no name', () => {
    const { cookies } = readSource(
      page(
        table(
          ['Name', 'Purpose', 'Maximum Storage Duration'],
          ['__cf_bm [x3]', 'Tells people from robots.', '1 day'],
          ['test_cookie[x2]', 'Tests.', '1 day'],
        ),
      ),
    );
    assert.deepEqual(
      cookies.map(({ name }) => name),
      ['__cf_bm', 'test_cookie'],
    );
  });

  test('OneTrust’s durations go to their names, also where one is a few seconds', () => {
    const { cookies } = readSource(
      page(
        table(
          ['Cookie Subgroup', 'Cookies', 'Cookies used', 'Lifespan'],
          ['ads.example', 'IDE, test_cookie', 'Third Party', '390 Days, A few seconds'],
        ),
      ),
    );
    assert.deepEqual(
      cookies.map(({ name, duration }) => [name, duration]),
      [
        ['IDE', '390 Days'],
        ['test_cookie', 'A few seconds'],
      ],
    );
  });
});

describe('a manifest', () => {
  const manifest = JSON.stringify({
    revision: '1',
    language: 'en',
    site: { name: 'Shop' },
    categories: { statistics: { label: 'Statistics' } },
    cookies: [{ name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' }],
  });

  test('is said to be one, and nothing is written', async () => {
    const output = join(folder, 'untouched.json');
    const { code, stdout, stderr } = await runImport([file('manifest.json', manifest), '--output', output]);
    assert.deepEqual([code, stdout, existsSync(output)], [2, '', false]);
    assert.match(stderr, /manifest already/);
  });
});

describe('the report', () => {
  test('of thousands of remarks shows what a person may read, the gravest first, and says how many more there are', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => [`n_${index}`, index ? 'Counts.' : '', '1-2 hours']);
    const { code, stderr } = await runImport([
      file('many.html', page(`<h2>Marketing</h2>${table(['Name', 'Purpose', 'Duration'], ...rows)}`)),
    ]);
    const lines = stderr.trimEnd().split('\n');
    assert.equal(code, 1);
    assert.ok(lines.length < 1_000);
    assert.equal(lines.filter((line) => line.startsWith('not read')).length, 1);
    const hidden = Number(/(\d+) more/.exec(lines.at(-2) ?? '')?.[1]);
    assert.equal(hidden + lines.length - 2, 3_001);
    assert.equal(lines.at(-1), '3000 cookies; 3000 to look at; 1 not read');
  });
});

describe('hostile text', () => {
  test('of nothing but header words ends in time', async () => {
    const { code } = await runImport([file('words.txt', 'Name\n'.repeat(400_000))], { limit: 30_000 });
    assert.equal(code, 1);
  });
});

test('a script beside a table is not read, which is said', () => {
  const script = `<script>var klaroConfig = { lang: 'en', services: [{ name: 'stats', purposes: ['analytics'], cookies: ['stats_id'] }] };</script>`;
  const table =
    '<h2>Essential cookies</h2><table><tr><th>Name<th>Purpose<th>Duration<tr><td>sid<td>Keeps you signed in.<td>Session</table>';
  const { cookies, remarks } = readSource(`<!doctype html><html lang="en">${script}${table}</html>`);
  assert.deepEqual(
    cookies.map(({ name }) => name),
    ['sid'],
  );
  assert.match(remarks.map(({ message }) => message).join(), /script in it names 1 cookie too.*--as config/);
  assert.deepEqual(readSource(`<!doctype html><html lang="en">${table}</html>`).remarks, []);
});
