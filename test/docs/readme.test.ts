import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parseManifest } from '../../src/entries/index.js';
import { typeErrors } from './consumer.js';
import { root } from '../../scripts/docs/program.js';
import { examples, readme } from '../../scripts/docs/readme.js';
import { manifestSchema } from '../../scripts/docs/schema.js';
import { withTables } from '../../scripts/docs/tables.js';

test('the tables fit the sources', () => {
  assert.equal(withTables(readme, 'sizes'), readme, 'bring them up to date with: npm run docs');
});

test('a table that is out of date is noticed', () => {
  const outdated = readme.replace('| `cookie-manifest-load` |', '| `cookie-manifest-loaded` |');
  assert.notEqual(outdated, readme);
  assert.equal(withTables(outdated, 'sizes'), readme);
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
  const [manifest] = examples('json');
  const [html] = examples('html');
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

test('links and pictures lead to files that exist', () => {
  const targets = [...readme.matchAll(/\]\(([^)]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^(https:|#)/.test(target));
  assert.ok(targets.length > 0);
  assert.deepEqual(
    targets.filter((target) => !existsSync(root + target)),
    [],
  );
});
