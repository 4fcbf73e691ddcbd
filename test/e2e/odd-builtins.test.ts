/** Pages that change what every script builds upon, or take the library's names. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { answered, flaws, open, wholeWay, type Odd, withoutRefusal } from './odd.js';
import { manifest, settled } from './support.js';

const script = (text: string) => `<script>${text}</script>`;
const classic = '<script src="/dist/cookie-manifest.classic.js"></script>';

const harmless: { readonly [what: string]: Odd } = {
  'a form by the name of the API': {
    body: '<form id="cookieManifest"><input name="preferences"/></form><a name="cookieManifest">Of the page</a>',
  },
  'an id by the name of the tag': {
    body: '<p id="cookie-manifest" class="cookie-manifest">Of the page</p><img name="cookie-manifest" alt=""/>',
  },
  'a variable by the name of the API': { head: script('var cookieManifest = { due: false };') },
  'a constant by the name of the API': { head: script('const cookieManifest = { due: false };') },
  'frozen prototypes of the language': {
    head: script(
      'for (const made of [Object, Array, Function, String, Number, Promise, Map, Set, RegExp, Date, Error, Symbol, URL, Event, EventTarget, Reflect, JSON]) Object.freeze(made.prototype ?? made); Object.freeze(Object); Object.freeze(Array)',
    ),
  },
  'frozen prototypes of the document': {
    head: script(
      'for (const made of [Node, Element, HTMLElement, HTMLButtonElement, HTMLDialogElement, HTMLAnchorElement, ShadowRoot, Document, CSSStyleSheet]) Object.freeze(made.prototype)',
    ),
  },
  'arrays, texts and functions with enumerable additions': {
    head: script(
      'Array.prototype.each = Array.prototype.last = function () { return this }; String.prototype.strip = function () { return this }; Function.prototype.bind2 = function () {}',
    ),
  },
  'a JSON form of arrays, as Prototype.js adds it': {
    head: script('Array.prototype.toJSON = String.prototype.toJSON = function () { return "wrong" }'),
  },
  'methods replaced, as MooTools does': {
    head: script(`
    Array.prototype.includes = function (item) { return this.indexOf(item) > -1 }; Array.prototype.flatMap = function (fn, at) { return [].concat(...this.map(fn, at)) };
    String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, '') }; String.prototype.contains = function (part) { return this.indexOf(part) > -1 };
    Element.prototype.hide = Element.prototype.show = function () { return this }; Element.prototype.getElement = function (one) { return this.querySelector(one) };
    Array.from = function (list) { return [].slice.call(list) }; Object.keys = (given) => { const keys = []; for (const key in given) if (given.hasOwnProperty(key)) keys.push(key); return keys }`),
  },
  'an old promise': {
    head: script(`
    { const Native = Promise;
      window.Promise = function (run) { const real = new Native(run); this.then = (a, b) => new Promise((y, n) => real.then(a, b).then(y, n)); this.catch = (b) => this.then(undefined, b) };
      Promise.resolve = (value) => new Promise((yes) => yes(value)); Promise.reject = (why) => new Promise((_, no) => no(why));
      Promise.all = (list) => new Promise((y, n) => Native.all([...list]).then(y, n)); Promise.race = (list) => new Promise((y, n) => Native.race([...list]).then(y, n)) }`),
  },
  'a JSON parser that throws': {
    head: script('{ const { parse } = JSON; JSON.parse = function () { throw new Error("of the page") } }'),
  },
  'a wrapped fetch': {
    head: script(
      '{ const native = fetch; window.fetch = function (...given) { return native.apply(window, given).then((answer) => answer.clone()) } }',
    ),
  },
  'a wrapped registry of elements': {
    head: script(
      '{ const { define } = customElements; customElements.define = function (name, made, options) { define.call(this, name, class extends made {}, options) } }',
    ),
  },
  'an element class that a polyfill replaces': {
    head: script(
      '{ const Native = HTMLElement; window.HTMLElement = function HTMLElement() { return Reflect.construct(Native, [], this.constructor) }; HTMLElement.prototype = Native.prototype; HTMLElement.prototype.constructor = HTMLElement; Object.setPrototypeOf(HTMLElement, Native) }',
    ),
  },
  'wrapped listeners': {
    head: script(
      '{ const { addEventListener } = EventTarget.prototype; EventTarget.prototype.addEventListener = function (type, listener, options) { addEventListener.call(this ?? window, type, function (...given) { return typeof listener === "function" ? listener.apply(this, given) : listener.handleEvent(...given) }, options) } }',
    ),
  },
  'a wrapped attachShadow': {
    head: script(
      '{ const { attachShadow } = Element.prototype; Element.prototype.attachShadow = function (options) { return attachShadow.call(this, { ...options, mode: "open" }) } }',
    ),
  },
  'no idle time, no other tabs, no cookie store': {
    head: script(
      'for (const name of ["requestIdleCallback", "BroadcastChannel", "cookieStore"]) { delete window[name]; delete Window.prototype[name] }',
    ),
  },
  'languages without their newer parts': {
    head: script(
      'for (const name of ["DurationFormat", "Segmenter", "DisplayNames", "Locale", "RelativeTimeFormat"]) delete Intl[name]',
    ),
  },
  'a variable of its own called origin': { head: script('var origin = { airport: "AMS" }') },
  'a silent console': {
    head: script('window.console = { log() {} }'),
    manifest: manifest({
      cookies: [
        { name: 'a', duration: 'session' },
        { name: 'b', purpose: 'To see.', duration: 'long' },
      ],
    }),
  },
  'no console': {
    head: script('delete window.console'),
    manifest: manifest({
      cookies: [
        { name: 'a', duration: 'session' },
        { name: 'b', purpose: 'To see.', duration: 'long' },
      ],
    }),
  },
  'a module loader of another kind': {
    head: script(
      'window.define = Object.assign(() => {}, { amd: {} }); window.require = () => { throw new Error("of the page") }; window.module = window.exports = {}; window.process = { env: {} }',
    ),
    script: classic,
  },
  'a jQuery-like dollar and an underscore': {
    head: script('window.$ = window._ = window.t = window.e = window.n = () => { throw new Error("of the page") }'),
  },
  'a clock in another century': {
    head: script(
      '{ const Native = Date; window.Date = class extends Native { constructor(...given) { super(...(given.length ? given : [0])) } } }',
    ),
  },
  'a base for addresses': { head: '<base href="/elsewhere/of/the/site/"/>' },
  'a base for addresses, before a plain script': {
    head: '<base href="/elsewhere/of/the/site/" target="_blank"/>',
    script: classic,
  },
};

for (const [what, odd] of Object.entries(harmless))
  test(`the visitor reads and answers the notice: ${what}`, async () => {
    await wholeWay(await open(odd));
  });

test('the API takes the place of what the page called so', async () => {
  for (const head of ['<form id="cookieManifest"></form>', script('var cookieManifest = 1')]) {
    const { page, notice } = await open({ head, body: '<form id="cookieManifest"></form>' });
    await notice.waitFor();
    assert.equal(await page.evaluate(() => typeof window.cookieManifest.subscribe), 'function');
  }
});

test('where the page keeps that name to itself, the notice works and the console says so', async () => {
  const { page, notice, ok, stored, complaints } = await open({
    head: script('Object.defineProperty(window, "cookieManifest", { value: "of the page" })'),
  });
  await notice.waitFor();
  assert.deepEqual(await ok.evaluate(flaws), []);
  await ok.click();
  await notice.waitFor({ state: 'detached' });
  assert.match((await stored()) ?? 'nothing', /^v=1&/);
  assert.equal(await page.evaluate(() => window.cookieManifest as unknown), 'of the page');
  assert.equal(complaints.length, 1);
  assert.match(complaints[0]!, /window\.cookieManifest/);
});

for (const [what, head] of [
  ['reads and writes nothing', script('Object.defineProperty(document, "cookie", { get: () => "", set() {} })')],
  [
    'throws',
    script(
      'Object.defineProperty(document, "cookie", { get() { throw new Error("of the page") }, set() { throw new Error("of the page") } })',
    ),
  ],
  ['is no text', script('Object.defineProperty(document, "cookie", { value: {} })')],
  [
    'cannot be written with options, as each object has an enumerable addition',
    script('Object.prototype.extra = function () {}'),
  ],
  ['is a form of that name', '<form name="cookie"></form>'],
] as const)
  test(`where document.cookie ${what}, OK holds for the life of the page`, async () => {
    const { page, notice, ok, stored, complaints } = await open({
      head: head.startsWith('<form') ? '' : head,
      body: head.startsWith('<form') ? head : '',
    });
    await notice.waitFor();
    assert.deepEqual(await ok.evaluate(flaws), []);
    await ok.click();
    await notice.waitFor({ state: 'detached' });
    assert.deepEqual(await page.evaluate(() => [cookieManifest.preferences.status, cookieManifest.due]), [
      'acknowledged',
      false,
    ]);
    assert.equal(await stored(), null);
    assert.deepEqual(withoutRefusal(complaints), []);
  });

test('without a registry of elements nothing is shown, nothing is stored, nothing fails, and the API answers', async () => {
  const { page, notice, stored, complaints } = await open({
    head: script('Object.defineProperty(window, "customElements", { value: undefined })'),
  });
  await page.waitForFunction(() => window.cookieManifest?.manifest);
  await settled(page);
  assert.equal(await notice.count(), 0);
  assert.deepEqual(await page.evaluate(() => [cookieManifest.due, cookieManifest.cookies().length]), [true, 3]);
  assert.equal(await stored(), null);
  assert.deepEqual(complaints, []);
});

test('where the page has an element of that name, that stays as it is, and the API answers', async () => {
  const { page, notice, complaints } = await open({
    head: script(
      'customElements.define("cookie-manifest", class extends HTMLElement { connectedCallback() { this.textContent = "Of the page" } })',
    ),
  });
  await page.waitForFunction(() => window.cookieManifest?.manifest);
  await settled(page);
  assert.equal(await notice.count(), 0);
  assert.equal(await page.locator('cookie-manifest').textContent(), 'Of the page');
  assert.equal(await page.evaluate(() => cookieManifest.due), true);
  assert.deepEqual(complaints, []);
});

test('a returning visitor sees nothing on any of these pages', async () => {
  for (const odd of Object.values(harmless)) {
    const { page, notice, complaints } = await open({ ...odd, stored: answered, attributes: 'revision="2026-11-01"' });
    await page.waitForFunction(() => window.cookieManifest?.preferences?.status === 'acknowledged');
    assert.equal(await notice.count(), 0);
    assert.deepEqual(complaints, []);
  }
});

test('addresses in the manifest and the tag are resolved as all others of the page are', async () => {
  const { page, notice } = await open({
    head: '<base href="/elsewhere/of/"/>',
    around: '<cookie-manifest src="../../elsewhere/cookies.json"></cookie-manifest>',
    manifest: {},
  });
  const asked = page.waitForRequest('**/elsewhere/cookies.json');
  await page.reload();
  await asked;
  await notice.waitFor();
});
