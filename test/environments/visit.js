/**
 * A team's component tests, in a process of their own: `node visit.js ENVIRONMENT` prints as JSON what the elements did in a page that is
 * only simulated. It does not end the process, which has to end by itself.
 */
import assert from 'node:assert/strict';
import { simulatePage } from './globals.js';

const uncaught = [];
process.on('unhandledRejection', (reason) => uncaught.push(String(reason)));
process.on('uncaughtException', (error) => uncaught.push(String(error)));
let said = [];
for (const level of ['warn', 'error']) console[level] = (...what) => said.push(what.map(String).join(' '));
for (const level of ['group', 'groupEnd', 'info', 'log', 'table']) console[level] = () => {};

await simulatePage(process.argv[2]);
await import('../../dist/entries/notice.js');
await import('../../dist/entries/policy.js');
const { fireEvent, waitFor, within } = await import('@testing-library/dom');

const manifest = {
  revision: '2026-11-01',
  site: { name: 'Example', policyUrl: '/cookies' },
  cookies: [
    { name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' },
    { name: 'lang', purpose: 'Remembers your language.', duration: '7 days' },
  ],
};
const { cookieManifest } = globalThis;

const find = (element, role, name) => within(element.shadowRoot).getByRole(role, name ? { name } : undefined);
const press = (element, name) => fireEvent.click(find(element, 'button', name));
const textOf = (element) => find(element, 'region').querySelector('p').textContent.replace(/\s+/g, ' ').trim();
const namesIn = (element) =>
  [...find(element, 'dialog').querySelectorAll('tbody code')].map((code) => code.textContent);
const until = (isTrue) => waitFor(() => assert.ok(isTrue()));

/** Puts markup into the page, and gives its element. */
function insert(markup, value) {
  document.body.innerHTML = markup;
  const element = document.querySelector('cookie-manifest, cookie-manifest-policy');
  if (value) element.manifest = value;
  return element;
}

/** Waits until the notice of an element is there. */
async function insertNotice(markup, value) {
  const element = insert(markup, value);
  await waitFor(() => find(element, 'button', 'OK'));
  return element;
}

const scenarios = {
  /** Jest's page has no `fetch`. */
  async withoutFetch() {
    const { fetch } = globalThis;
    globalThis.fetch = undefined;
    const element = await insertNotice('<cookie-manifest src="/cookies.json"></cookie-manifest>');
    globalThis.fetch = fetch;
    return textOf(element);
  },
  async mockedFetch() {
    const { fetch } = globalThis;
    globalThis.fetch = async () => new Response(JSON.stringify(manifest));
    const element = await insertNotice('<cookie-manifest src="/cookies.json"></cookie-manifest>');
    await until(() => textOf(element).startsWith('Example'));
    globalThis.fetch = fetch;
    return textOf(element);
  },
  async answer() {
    const element = await insertNotice('<cookie-manifest></cookie-manifest>', manifest);
    press(element, 'OK');
    await until(() => !element.open);
    return { status: cookieManifest.preferences.status, stored: document.cookie.replace(/\d{4}-\d\d-\d\d$/, 'today') };
  },
  async escape() {
    const element = await insertNotice('<cookie-manifest placement="inline"></cookie-manifest>', manifest);
    fireEvent.keyDown(find(element, 'button', 'OK'), { key: 'Escape' });
    await until(() => !element.open);
    return cookieManifest.preferences.status;
  },
  async details() {
    const element = await insertNotice('<cookie-manifest></cookie-manifest>', manifest);
    find(element, 'button', 'Cookie details').focus();
    press(element, 'Cookie details');
    await waitFor(() => find(element, 'dialog'));
    const names = namesIn(element);
    press(element, 'Close');
    await until(() => !element.shadowRoot.querySelector('dialog'));
    return { names, focused: element.shadowRoot.activeElement.textContent, answered: !cookieManifest.due };
  },
  /** By script, with an element that moves while all is open. */
  async script() {
    const element = await insertNotice('<a href="#here">Here</a><cookie-manifest></cookie-manifest>', manifest);
    await cookieManifest.showDetails();
    element.remove();
    document.body.append(element);
    await waitFor(() => find(element, 'dialog'));
    const names = namesIn(element);
    const inspected = await cookieManifest.inspect();
    await cookieManifest.acknowledge();
    return { names, inspected: inspected.length, open: element.open };
  },
  /** The place from which the focus came into the notice gets it back, or the next one where it has gone. */
  async focus() {
    const markup = '<button>Before</button><cookie-manifest></cookie-manifest><a href="#">After</a>';
    const element = await insertNotice(markup, manifest);
    const before = document.querySelector('button');
    before.focus();
    find(element, 'button', 'OK').focus();
    before.remove();
    press(element, 'OK');
    await until(() => !element.open);
    return document.activeElement.textContent;
  },
  async policy() {
    const element = insert('<cookie-manifest-policy></cookie-manifest-policy>', manifest);
    await waitFor(() => within(element.shadowRoot).getByText('sid'));
    return find(element, 'heading', 'Cookie policy').localName;
  },
};

const seen = {};
for (const [name, play] of Object.entries(scenarios)) {
  said = [];
  const result = await play().catch((error) => `failed: ${error.stack.slice(0, 600)}`);
  await new Promise((resolve) => setTimeout(resolve)); // what is left to do may fail as well
  seen[name] = { result, said: [...said] };
  await cookieManifest.reset();
  document.body.replaceChildren();
}
process.stdout.write(JSON.stringify({ seen, uncaught }));
