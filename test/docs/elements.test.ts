import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { customElements, elementClass } from '../../scripts/docs/elements.js';
import { root } from '../../scripts/docs/program.js';
import { CookieManifestElement } from '../../src/elements/cookie-manifest/cookie-manifest.component.js';

const styles = readdirSync(`${root}src/elements/cookie-manifest`)
  .filter((file) => file.endsWith('.styles.ts'))
  .map((file) => readFileSync(`${root}src/elements/cookie-manifest/${file}`, 'utf8'))
  .join('\n');

test('the custom properties of the styles are those that are documented', () => {
  const used = new Set([...styles.matchAll(/var\((--cookie-manifest-[a-z-]+)/g)].map(([, name]) => name));
  assert.deepEqual(
    [...used].sort(),
    elementClass()
      .cssProperties.map(({ name }) => name)
      .sort(),
  );
});

test('the documented defaults are those of the styles', () => {
  const wrong = elementClass().cssProperties.filter(
    ({ name, default: value }) => !styles.includes(`var(${name}, ${value})`),
  );
  assert.deepEqual(wrong, []);
});

test('the observed attributes are those that are documented', () => {
  assert.deepEqual(
    [...CookieManifestElement.observedAttributes].sort(),
    elementClass()
      .attributes.map(({ name }) => name)
      .sort(),
  );
});

test('everything that is public is described, and nothing private is listed', () => {
  const { attributes, members, events, slots, cssParts, cssProperties } = elementClass();
  const all = [...attributes, ...members, ...events, ...slots, ...cssParts, ...cssProperties];
  assert.deepEqual(
    all.filter(({ name, description }) => !description || name.startsWith('#')),
    [],
  );
  assert.deepEqual(
    members
      .filter(({ kind }) => kind === 'method')
      .map(({ name }) => name)
      .sort(),
    ['acknowledge', 'hide', 'show', 'showDetails'],
  );
});

test('the policy page’s slots are its sections, its parts are those of its templates, and its attributes are those that it observes', async () => {
  const { slots, cssParts, attributes } = elementClass('cookie-manifest-policy');
  const { sectionNames } = await import('../../src/policy/describe.js');
  assert.deepEqual(
    slots.map(({ name }) => name),
    ['', ...sectionNames],
  );
  const source = readFileSync(`${root}src/elements/cookie-manifest-policy/policy.template.ts`, 'utf8');
  const parts = [...source.matchAll(/part="([a-z]+)"|heading\([^,]+, '([a-z]+)'/g)].map(
    ([, fixed, given]) => fixed ?? given,
  );
  assert.deepEqual([...new Set(parts)].sort(), cssParts.map(({ name }) => name).sort());
  assert.deepEqual(attributes.map(({ name }) => name).sort(), ['heading-level', 'lang', 'omit', 'src']);
});

test('custom-elements.json names modules that are built', () => {
  const { modules } = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as {
    modules: { path: string }[];
  };
  assert.deepEqual(modules, (customElements() as { modules: unknown }).modules);
  assert.deepEqual(
    modules.filter(({ path }) => !existsSync(root + path)),
    [],
  );
});
