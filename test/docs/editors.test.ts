/** What editors are told of the elements, against the elements as they are in a browser. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/browsers.js';
import { declareCookies, selectors } from '../harness.js';
import { startServer, type TestServer } from '../server.js';
import { editorFiles } from '../../scripts/docs/editors.js';
import type { Tag } from '../../scripts/docs/elements.js';
import { root } from '../../scripts/docs/program.js';

/** An element as it is. */
interface Real {
  readonly attributes: readonly string[];
  readonly properties: readonly string[];
  readonly slots: readonly string[];
  readonly parts: readonly string[];
  readonly cssProperties: readonly string[];
  readonly events: readonly string[];
}

interface Named {
  readonly name: string;
  readonly description?: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(`${root}dist/${file}`, 'utf8'));
const webTypes = read(editorFiles.webTypes) as {
  readonly name: string;
  readonly version: string;
  readonly contributions: {
    readonly html: {
      readonly elements: readonly (Named & {
        readonly attributes: Named[];
        readonly slots: Named[];
        readonly events: Named[];
        readonly js: { properties: Named[]; events: Named[] };
      })[];
    };
    readonly css: { readonly properties: Named[]; readonly 'pseudo-elements': Named[] };
  };
};
const html = read(editorFiles.html) as {
  readonly tags: readonly (Named & { readonly attributes: readonly (Named & { values: Named[] })[] })[];
};
const css = read(editorFiles.css) as { readonly properties: Named[]; readonly pseudoElements: Named[] };

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const names = (all: readonly Named[]): string[] => sorted(all.map(({ name }) => name));

/** A manifest that shows every part: enough cookies for a filter, and one without a duration, which is reported. */
const manifest = {
  revision: '1',
  site: { name: 'Example', policyUrl: '/policy', contacts: [{ name: 'Example Ltd', email: 'privacy@example.com' }] },
  cookies: [...declareCookies(12), { name: 'theme', purpose: 'Remembers the theme.' }],
};

let browser: Browser;
let server: TestServer;
const real = new Map<Tag, Real>();

/** Looks at an element: its class, and what it has rendered. */
const look = (page: Page, tag: Tag): Promise<Real> =>
  page.locator(tag).evaluate((element) => {
    const { constructor, shadowRoot } = element as HTMLElement & {
      constructor: { observedAttributes: string[]; prototype: object };
    };
    const rendered = [...shadowRoot!.querySelectorAll('*')];
    const styles = shadowRoot!.adoptedStyleSheets
      .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      .join('');
    const accessors = Object.entries(Object.getOwnPropertyDescriptors(constructor.prototype)).filter(
      ([, { set }]) => set,
    );
    return {
      attributes: constructor.observedAttributes,
      properties: accessors.map(([name]) => name),
      slots: rendered.flatMap((at) => (at instanceof HTMLSlotElement ? [at.name] : [])),
      parts: rendered.flatMap((at) => [...at.part]),
      cssProperties: [...styles.matchAll(/var\((--cookie-manifest-[a-z-]+)/g)].map(([, name]) => name!),
      events: (globalThis as unknown as { sent: string[] }).sent,
    };
  });

before(async () => {
  [browser, server] = await Promise.all([launchChromium(), startServer()]);
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const sent: string[] = ((globalThis as unknown as { sent: string[] }).sent = []);
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (this instanceof Element && this.localName.startsWith('cookie-manifest')) sent.push(event.type);
      return dispatchEvent.call(this, event);
    };
  });
  const document = (body: string) => ({
    body: `<!doctype html><html lang="en"><title>Example</title><script type="module" src="/cookie-manifest.js"></script>${body}`,
  });
  server.on('/', document('<cookie-manifest src="/cookies.json"></cookie-manifest>'));
  server.on('/policy', document('<cookie-manifest-policy src="/cookies.json"></cookie-manifest-policy>'));
  server.on('/waiting', document('<cookie-manifest-policy src="/none.json"></cookie-manifest-policy>'));
  server.on('/cookies.json', { body: JSON.stringify(manifest) });
  for (const file of ['cookie-manifest.js', ...readdirSync(`${root}dist/chunks`).map((name) => `chunks/${name}`)])
    server.on(`/${file}`, { body: readFileSync(`${root}dist/${file}`, 'utf8') });

  await page.goto(server.origin);
  const opened = page.locator(selectors.openDetails);
  await opened.click();
  await page.locator(selectors.row).first().waitFor();
  const details = await look(page, 'cookie-manifest');
  await page.keyboard.press('Escape');
  await page.locator(selectors.ok).click();
  await page.locator(selectors.notice).waitFor({ state: 'detached' });
  real.set('cookie-manifest', { ...details, events: (await look(page, 'cookie-manifest')).events });

  await page.goto(`${server.origin}/waiting`);
  await page.locator('cookie-manifest-policy slot:not([name])').waitFor({ state: 'attached' });
  const waiting = await look(page, 'cookie-manifest-policy');
  await page.goto(`${server.origin}/policy`);
  await page.locator('cookie-manifest-policy [part=table]').first().waitFor();
  const policy = await look(page, 'cookie-manifest-policy');
  real.set('cookie-manifest-policy', { ...policy, slots: [...waiting.slots, ...policy.slots] });
  await page.close();
});

after(async () => {
  await browser.close();
  await server.close();
});

for (const tag of ['cookie-manifest', 'cookie-manifest-policy'] as const) {
  test(`web-types name what <${tag}> has`, () => {
    const { attributes, slots, events, properties } = real.get(tag)!;
    const told = webTypes.contributions.html.elements.find(({ name }) => name === tag)!;
    assert.deepEqual(names(told.attributes), sorted(attributes));
    assert.deepEqual(names(told.slots), sorted(slots));
    assert.deepEqual(names(told.events), sorted(events));
    assert.deepEqual(names(told.js.properties), sorted(properties));
    assert.deepEqual(names(told.js.events), sorted(events));
  });

  test(`the custom data for HTML name the attributes of <${tag}>`, () => {
    const told = html.tags.find(({ name }) => name === tag)!;
    assert.deepEqual(names(told.attributes), sorted(real.get(tag)!.attributes));
  });
}

test('attributes that hold a word offer those that there are', () => {
  const [notice] = html.tags;
  const offered = Object.fromEntries(
    notice!.attributes.filter(({ values }) => values.length).map(({ name, values }) => [name, names(values)]),
  );
  assert.deepEqual(offered, {
    notice: ['auto', 'manual'],
    placement: ['bottom', 'bottom-end', 'bottom-start', 'inline', 'top'],
  });
});

test('parts and custom properties are told to style sheets', () => {
  const all = [...real.values()];
  const parts = sorted(all.flatMap(({ parts }) => parts));
  const properties = sorted(all.flatMap(({ cssProperties }) => cssProperties));
  assert.ok(parts.length > 10 && properties.length > 3);
  assert.deepEqual(
    names(webTypes.contributions.css['pseudo-elements']),
    parts.map((name) => `part(${name})`),
  );
  assert.deepEqual(names(webTypes.contributions.css.properties), properties);
  assert.deepEqual(
    names(css.pseudoElements),
    parts.map((name) => `::part(${name})`),
  );
  assert.deepEqual(names(css.properties), properties);
});

test('everything that is told is described, and web-types are of this version', () => {
  const { html: markup, css: styles } = webTypes.contributions;
  const all = [
    ...markup.elements,
    ...markup.elements.flatMap(({ attributes, slots, events }) => [...attributes, ...slots, ...events]),
    ...styles.properties,
    ...styles['pseudo-elements'],
  ];
  assert.deepEqual(
    all.filter(({ description }) => !description),
    [],
  );
  const { name, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    name: string;
    version: string;
  };
  assert.deepEqual([webTypes.name, webTypes.version], [name, version]);
});
