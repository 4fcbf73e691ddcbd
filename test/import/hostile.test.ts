/** Pages that are broken or mean harm end in a report, soon; large ones are read. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readHtml } from '../../src/import/pages/html.js';
import { readMarkdown } from '../../src/import/pages/markdown.js';
import { readText } from '../../src/import/pages/text.js';

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join('');
const head = '<table><tr><th>Name<th>Purpose<th>Expiry</tr>';
/** Milliseconds in which any of these must be done, on a machine with other things to do. */
const limit = 30_000;

describe('the parser stops and says where', () => {
  for (const [what, page] of [
    ['tables nested 10,000 deep', '<table><tr><td>'.repeat(10_000)],
    ['a million open elements', '\n\n<div>'.repeat(1_000_000)],
    ['formatting that is never closed', many(100_000, (index) => `<b a=${index}>`)],
    ['formatting that paragraphs take over', many(100_000, (index) => `<p><b a=${index}>`)],
    ['a million nodes', '<br>x'.repeat(600_000)],
    ['a tag with a million attributes', `<a ${many(1_000_000, (index) => `a${index} `)}>`],
  ] as const)
    test(what, { timeout: limit }, () => {
      const { cookies, remarks } = readHtml(`${head}<tr><td>first<td>Stays.<td>1 day</table>${page}`);
      assert.deepEqual(
        cookies.map(({ name }) => name),
        ['first'],
      );
      assert.deepEqual(
        remarks.map(({ kind }) => kind),
        ['lost'],
      );
      assert.match(remarks[0]!.at, /^line \d+$/);
    });
});

describe('tables', () => {
  test('spans end with the table', { timeout: limit }, () => {
    const { cookies } = readHtml(`${head}<tr><td>a<td rowspan=65535>A.<td rowspan=0>1 day<tr><td>b<tr><td>c</table>`);
    assert.deepEqual(
      cookies.map(({ name, purpose, duration }) => [name, purpose, duration]),
      ['a', 'b', 'c'].map((name) => [name, 'A.', '1 day']),
    );
  });

  test('many wide and high cells are cut, with a remark', { timeout: limit }, () => {
    const { remarks } = readHtml(`${head}${'<tr><td colspan=65535 rowspan=65535>x'.repeat(50_000)}</table>`);
    assert.ok(remarks.some(({ kind, message }) => kind === 'lost' && message.includes('more cells')));
  });

  test('columns after the hundredth are reported', () => {
    const { cookies, remarks } = readHtml(`${head}<tr><td>a<td>A.<td>1 day${'<td>x'.repeat(200)}</table>`);
    assert.equal(cookies[0]?.name, 'a');
    assert.ok(remarks.some(({ kind, message }) => kind === 'lost' && message.includes('100')));
  });

  test('content that is sent before a broken table', { timeout: limit }, () =>
    assert.deepEqual(readHtml(`<table>${'<a>x</a>'.repeat(150_000)}`).cookies, []),
  );

  test('unclosed tags are closed as browsers do', () =>
    assert.deepEqual(
      readHtml(`<h2>Necessary cookies${head}<tr><td><b>a<td>A.<td>1 day<tr><td>b<td>B.<td>2 days`).cookies.map(
        ({ name, duration }) => [name, duration],
      ),
      [
        ['a', '1 day'],
        ['b', '2 days'],
      ],
    ));
});

test('scripts, styles and templates are no text', () => {
  const secret = 'secret_cookie';
  for (const tag of ['script', 'style', 'template', 'textarea'])
    assert.ok(
      !JSON.stringify(
        readHtml(
          `<${tag}>${head}<tr><td>${secret}<td>A.<td>1 day</table></${tag}>${head}<tr><td>a<script>${secret}</script><td>A.<td>1 day</table>`,
        ).cookies,
      ).includes(secret),
      tag,
    );
});

describe('long texts take no longer than they are long', () => {
  for (const [what, read, text] of [
    ['labels', readHtml, `<p>${'Name: a: '.repeat(200_000)}`],
    ['brackets', readHtml, `<ul><li><code>a_b</code> – ${'('.repeat(500_000)}`],
    ['spaces that do not break', readHtml, `<ul><li><code>a_b</code> – x${'&nbsp;'.repeat(200_000)}y (1 day)`],
    ['names in one cell', readHtml, `${head}<tr><td>${many(100_000, (index) => `a_${index}, `)}<td>A.<td>1 day`],
    ['paragraphs', readHtml, '<div>x</div>'.repeat(150_000)],
    ['lines', readText, 'Name Purpose Duration\n'.repeat(100_000)],
    ['empty lines', readText, `Name Purpose Duration\na_b A. 1 day\n${'\n'.repeat(500_000)}`],
    [
      'rows parted by empty lines',
      readText,
      many(60_000, (index) => `${index ? '' : 'Name\tPurpose\tDuration\n'}a_${index}\tA.\t1 day\n\n`),
    ],
    ['tabs', readText, '\t'.repeat(1_000_000)],
    ['pipes', readMarkdown, `| Name | Purpose |\n| --- | --- |\n${'| a '.repeat(20_000)}`],
    ['words of headers', readText, 'cookie name '.repeat(200_000)],
  ] as const)
    test(what, { timeout: limit }, () => assert.ok(Array.isArray(read(text).remarks)));
});

test('5 MB with 2,000 rows', { timeout: limit }, () => {
  const purpose = 'This counts the visits of people to this site. '.repeat(53);
  const page = `${head}${many(2_000, (index) => `<tr><td><code>_ck_${index}</code><td>${purpose}<td>${index + 1} days\n`)}</table>`;
  assert.ok(page.length > 4_800_000);
  const started = process.cpuUsage();
  const { cookies, remarks } = readHtml(page);
  const { user, system } = process.cpuUsage(started);
  assert.deepEqual([cookies.length, remarks.length, cookies[1999]?.duration], [2_000, 0, '2000 days']);
  assert.ok((user + system) / 1e6 < 5, `${(user + system) / 1e6} s`);
});

test('a text is read up to its hundred thousandth line, and the report says so', () => {
  const { cookies, remarks } = readText(`Name\tPurpose\tDuration\na_b\tA.\t1 day\n${'\n'.repeat(4_000_000)}`);
  assert.deepEqual([cookies.length, remarks.at(-1)?.kind, remarks.at(-1)?.at], [1, 'lost', 'line 100001']);
});
