/** The policy page from the command line: the very page that the package renders, and what wrong use is told. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { renderPolicyHtml, renderPolicyMarkdown } from '../../src/entries/policy.node.js';
import { file, folder, root, run } from '../command.js';
import { all, parse, textOf } from '../policy/page.js';

const demo = `${root}demo/cookies.json`;
const manifest = JSON.parse(readFileSync(demo, 'utf8')) as object;
const declare = (more: object = {}) => ({
  cookies: [{ name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' }],
  ...more,
});

test('it prints the page that the package renders, in the manifest’s language', async () => {
  assert.deepEqual(await run(['policy', demo]), { code: 0, stdout: renderPolicyHtml(manifest), stderr: '' });
});

for (const lang of ['de', 'ar', 'pt-BR', 'fi', 'zh-Hant', 'nb', 'en-GB'])
  test(`in ${lang}, as HTML and as Markdown`, async () => {
    assert.equal((await run(['policy', demo, '--lang', lang])).stdout, renderPolicyHtml(manifest, { lang }));
    assert.equal(
      (await run(['policy', demo, '--lang', lang, '--format', 'markdown'])).stdout,
      renderPolicyMarkdown(manifest, { lang }),
    );
  });

test('titles begin at the level asked for, and sections are left out', async () => {
  const page = parse(
    (await run(['policy', demo, '--heading-level', '3', '--omit', 'manage', '--omit', 'contact'])).stdout,
  );
  assert.deepEqual(
    ['h1', 'h2', 'h3'].map((tag) => all(page, tag).length),
    [0, 0, 1],
  );
  const headings = all(page, 'h4').map(textOf);
  assert.ok(headings.length > 3);
  assert.deepEqual(
    headings.filter((heading) => /manage|contact/i.test(heading)),
    [],
  );
});

test('--output writes the page and prints nothing', async () => {
  const output = join(folder, 'policy.html');
  assert.deepEqual(await run(['policy', demo, '--output', output]), { code: 0, stdout: '', stderr: '' });
  assert.equal(readFileSync(output, 'utf8'), renderPolicyHtml(manifest));
});

test('a site that the manifest does not name is a gap in sentences, which is said', async () => {
  assert.match((await run(['policy', file('nameless.json', declare())])).stderr, /site\.name/);
  assert.equal((await run(['policy', file('named.json', declare({ site: { name: 'Example' } }))])).stderr, '');
});

test('problems are said on stderr, and the page is printed all the same', async () => {
  const { code, stdout, stderr } = await run(['policy', file('flawed.json', declare({ revision: '?' }))]);
  assert.match(stderr, /flawed\.json:\d+:\d+ revision: /);
  assert.match(stdout, /<code>sid<\/code>/);
  assert.equal(code, 0);
});

test('a manifest in a language that the page does not speak has English sentences, and that is said', async () => {
  const { code, stdout, stderr } = await run(['policy', file('catalan.json', declare({ language: 'ca' }))]);
  assert.match(stdout, /^<article data-policy lang="en" dir="ltr">[^]*<td lang="ca">Keeps you signed in\./);
  assert.match(stderr, /"ca": its sentences are English/);
  assert.equal(code, 0);
});

const misuses: { readonly [title: string]: { readonly args: readonly string[]; readonly says: RegExp } } = {
  'a language that nobody wrote': { args: ['--lang', 'xx-YY'], says: /^There is no page in "xx-YY"\./ },
  'a language by its name': { args: ['--lang', 'german'], says: /^There is no page in "german"\.[^]* de,/ },
  'a tag with an underscore': { args: ['--lang', 'de_AT'], says: /Did you mean "de-AT"\?/ },
  'a tag that Intl refuses': { args: ['--lang', 'de-x'], says: /^There is no page in "de-x"\./ },
  'a section that is none': {
    args: ['--omit', 'contcat'],
    says: /^--omit is one of title, .*Did you mean "contact"\?/,
  },
  'a format that is none': {
    args: ['--format', 'markdwon'],
    says: /^--format is one of html, markdown, not "markdwon"\. Did you mean "markdown"\?/,
  },
  'a level that is none': {
    args: ['--heading-level', '6'],
    says: /^--heading-level is a number from 1 to 5, not "6"\./,
  },
  'a file that cannot be written': {
    args: ['--output', '/nowhere/policy.html'],
    says: /^\/nowhere\/policy\.html cannot be written: ENOENT/,
  },
};
for (const [title, { args, says }] of Object.entries(misuses))
  test(`wrong use reads well: ${title}`, async () => {
    const { code, stdout, stderr } = await run(['policy', demo, ...args]);
    assert.match(stderr, says);
    assert.doesNotMatch(stderr, /^ +at /m);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
  });
