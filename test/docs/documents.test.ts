import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parseManifest } from '../../src/entries/index.js';
import { typeErrors } from './consumer.js';
import { root } from '../../scripts/docs/program.js';
import { documents, examples, examplesIn, findDocument } from '../../scripts/docs/documents.js';
import { manifestSchema } from '../../scripts/docs/schema.js';
import { lagging, withTables } from '../../scripts/docs/tables.js';

test('the tables fit the sources', () => {
  assert.deepEqual(withTables(documents, lagging), documents, 'bring them up to date with: npm run docs:tables');
});

test('a table that is out of date is noticed', () => {
  const outdated = documents.map(({ path, text }) => ({
    path,
    text: text.replace('| `cookie-manifest-load` |', '| `cookie-manifest-loaded` |'),
  }));
  assert.notDeepEqual(outdated, documents);
  assert.deepEqual(withTables(outdated, lagging), documents);
});

test('a table that no document has any more is noticed', () => {
  const without = documents.filter(({ path }) => path !== 'docs/reference/manifest.md');
  assert.throws(() => withTables(without), /No document has the table manifest, cookie/);
});

test('README.md is short enough to be read', () => {
  assert.ok(findDocument('README.md').text.split('\n').length <= 250);
});

test('every manifest is one without problems, and fits the schema', () => {
  const validate = new Ajv().compile(manifestSchema());
  const manifests = examples('json').map((text) => JSON.parse(text) as unknown);
  assert.ok(manifests.length > 0);
  for (const manifest of manifests) {
    assert.deepEqual(parseManifest(manifest).problems, []);
    validate(manifest);
    assert.deepEqual(validate.errors, null);
  }
});

test('the first manifest is ten lines long, and its revision is that of the tag', () => {
  const readme = findDocument('README.md');
  const [manifest] = examplesIn(readme, 'json');
  const [html] = examplesIn(readme, 'html');
  assert.equal(manifest!.trim().split('\n').length, 10);
  assert.match(html!, new RegExp(`revision="${(JSON.parse(manifest!) as { revision: string }).revision}"`));
});

test('every script compiles in strict mode against what is built', () => {
  const scripts = examples('js', 'tsx');
  assert.ok(scripts.length > 0);
  assert.deepEqual(typeErrors(scripts), []);
});

test('a script that does not compile is noticed', () => {
  const errors = typeErrors([`import { cookieManifest } from 'cookie-manifest';\ncookieManifest.accept();`]);
  assert.match(errors.join('\n'), /'accept' does not exist/);
});

test('a component that does not compile is noticed', () => {
  const errors = typeErrors([
    `import { CookieNotice } from 'cookie-manifest/react';\nexport const notice = <CookieNotice placement="middle" />;`,
  ]);
  assert.match(errors.join('\n'), /'"middle"' is not assignable/);
});

/** Turns a heading into its anchor, as GitHub does. */
const makeAnchor = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** Returns the anchors of a document; lines of examples that look like headings are none. */
const anchorsOf = (text: string): string[] =>
  [...text.replace(/^( *)```[^]*?^\1```$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => makeAnchor(heading!));

/** All Markdown of the checkout that people read: links in it have to lead somewhere. */
const linking = [
  ...documents.map(({ path }) => path),
  ...['CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'demo/frameworks/README.md'],
];

for (const path of linking)
  test(`links and pictures of ${path} lead somewhere`, () => {
    const text = readFileSync(root + path, 'utf8');
    const targets = [...text.matchAll(/\]\(([^)]+)\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !target.startsWith('https:'));
    const broken = targets.filter((target) => {
      const [file = '', anchor] = target.split('#');
      const to = file ? join(dirname(path), file) : path;
      if (!existsSync(root + to)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(root + to, 'utf8')).includes(anchor);
    });
    assert.deepEqual(broken, []);
  });

test('every page but those that the site alone shows can be reached from README.md', () => {
  const onSite = ['docs/index.md', 'docs/playground.md', 'docs/cookies.md'];
  const { text } = findDocument('README.md');
  const unreached = documents
    .filter(({ path }) => path !== 'README.md' && !onSite.includes(path))
    .filter(({ path }) => !text.includes(`](${path})`));
  assert.deepEqual(
    unreached.map(({ path }) => path),
    [],
  );
});
