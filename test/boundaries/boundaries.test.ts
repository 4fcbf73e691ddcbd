/** The rooms of the code, and which may import which: read from rollup's module graph, where a dynamic import counts like a static one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup, type ModuleInfo } from 'rollup';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Which rooms a room may import from, itself aside. */
const arrows: { readonly [room: string]: readonly string[] } = {
  manifest: [],
  locales: ['manifest'],
  preferences: ['manifest'],
  'cookie-list': ['manifest', 'locales'],
  policy: ['manifest', 'locales', 'cookie-list', 'preferences'],
  audit: ['manifest', 'preferences', 'cookie-list'],
  devtools: ['manifest', 'locales', 'cookie-list', 'preferences', 'audit'],
  page: ['manifest', 'locales', 'cookie-list', 'preferences'],
  elements: ['manifest', 'locales', 'cookie-list', 'policy', 'page'],
  import: ['manifest', 'locales'],
  cli: ['manifest', 'preferences', 'audit', 'locales', 'policy', 'import', 'entries'],
  entries: ['page', 'elements', 'manifest', 'preferences', 'policy', 'locales', 'audit'],
  frameworks: ['page', 'preferences'],
};
/** What one file alone may reach, by a dynamic import. */
const onDemand: { readonly [file: string]: readonly string[] } = {
  'page/define-elements.js': ['elements'],
  'page/import-notice.js': ['elements'],
  'page/examine.js': ['devtools', 'audit'],
};
/** Packages, and the rooms that may use them. */
const packages: { readonly [name: string]: readonly string[] } = {
  lit: ['elements'],
  'js-cookie': ['preferences'],
  node: ['cli'],
  react: ['frameworks'],
  vue: ['frameworks'],
};

const entries = [
  'entries/index',
  'entries/auto',
  'entries/notice',
  'entries/policy',
  'entries/policy.node',
  'entries/classic',
  'entries/audit',
  'entries/browser-only',
  'frameworks/react',
  'frameworks/vue',
  'frameworks/svelte',
  'cli/main',
  'cli/playwright',
  'cli/plugin',
  'import/libraries',
].map((name) => `${dist}${name}.js`);

async function graph(): Promise<Map<string, ModuleInfo>> {
  const modules = new Map<string, ModuleInfo>();
  const bundle = await rollup({
    input: entries,
    treeshake: false,
    external: ['react', 'vue'], // peers, which need not be here
    onLog(level, log, handle) {
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log); // of React's server components
    },
    plugins: [
      nodeResolve({ exportConditions: ['browser', 'production'] }),
      {
        name: 'modules',
        buildEnd() {
          for (const id of this.getModuleIds()) {
            const info = this.getModuleInfo(id);
            if (info) modules.set(id, info);
          }
        },
      },
    ],
  });
  await bundle.close();
  return modules;
}

const modules = await graph();

const isOwn = (id: string) => id.startsWith(dist);
const packageOf = (id: string) =>
  id.startsWith('node:') ? 'node' : (/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? id);
function roomOf(id: string): string {
  const room = dirname(relative(dist, id)).split('/')[0];
  return room!;
}
const short = (id: string) => (isOwn(id) ? relative(dist, id) : packageOf(id));

test('every module of the source is in the graph', () => {
  const files = readdirSync(fileURLToPath(new URL('../../src/', import.meta.url)), {
    recursive: true,
    encoding: 'utf8',
  });
  const built = [...modules.keys()].filter(isOwn).map((id) => relative(dist, id).replace(/\.js$/, '.ts'));
  // A module of nothing but types leaves no import behind.
  const missing = files.filter((file) => /(?<!\.d)\.ts$/.test(file) && !built.includes(file) && !onlyTypes(file));
  assert.deepEqual(missing, []);
});

const onlyTypes = (file: string) =>
  readFileSync(dist + file.replace(/\.ts$/, '.js'), 'utf8')
    .replace(/^\/\/.*$/gm, '')
    .trim() === 'export {};';

test('imports between rooms point one way', () => {
  const wrong: string[] = [];
  for (const [id, { importedIds, dynamicallyImportedIds }] of modules) {
    if (!isOwn(id)) continue;
    const from = roomOf(id);
    const allowed = arrows[from];
    assert.ok(allowed, `${short(id)} is in a room that is not in the table`);
    for (const [targets, rooms] of [
      [importedIds, allowed],
      [dynamicallyImportedIds, [...allowed, ...(onDemand[short(id)] ?? [])]],
    ] as const)
      for (const target of targets) {
        const to = isOwn(target) ? roomOf(target) : '';
        const right = isOwn(target)
          ? to === from || rooms.includes(to)
          : (packages[packageOf(target)] ?? []).includes(from);
        if (!right) wrong.push(`${short(id)} → ${short(target)}`);
      }
  }
  assert.deepEqual(wrong, []);
});

test('no file reaches itself, by whatever import', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) circles.push([...path.slice(path.indexOf(id)), id].map(short).join(' → '));
    if (path.includes(id) || done.has(id)) return;
    const { importedIds = [], dynamicallyImportedIds = [] } = modules.get(id) ?? {};
    for (const next of [...importedIds, ...dynamicallyImportedIds].filter(isOwn)) visit(next, [...path, id]);
    done.add(id);
  };
  for (const id of modules.keys()) if (isOwn(id)) visit(id, []);
  assert.deepEqual(circles, []);
});

/** All that is loaded with a module. */
function together(id: string, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const next of modules.get(id)?.importedIds ?? []) together(next, seen);
  return seen;
}

for (const entry of ['entries/index', 'entries/auto', 'frameworks/react', 'frameworks/vue', 'frameworks/svelte'])
  test(`a returning visitor loads neither Lit nor an element with ${entry}`, () => {
    const loaded = [...together(`${dist}${entry}.js`)];
    const away = ['elements', 'policy', 'devtools', 'audit', 'cli'];
    assert.ok(loaded.length > 3);
    assert.deepEqual(loaded.filter((id) => packageOf(id).includes('lit') || away.includes(roomOf(id))).map(short), []);
  });

test('with the notice nothing is loaded that only some visitors need', () => {
  const loaded = [...together(`${dist}entries/notice.js`)];
  assert.ok(loaded.some((id) => packageOf(id) === 'lit'));
  assert.deepEqual(loaded.filter((id) => ['policy', 'devtools', 'audit', 'cli'].includes(roomOf(id))).map(short), []);
});

test('with the details no language but English is loaded', () => {
  const loaded = [...together(`${dist}elements/cookie-manifest/details-controller.js`)].map(short);
  assert.deepEqual(
    loaded.filter((id) => /^locales\/messages\/[a-z]{2}(-\w{4})?\.js$/.test(id)),
    ['locales/messages/en.js'],
  );
});

test('the stand-in for Lit does without it', () => {
  const loaded = [...together(`${dist}elements/stand-in/define.js`)];
  assert.ok(loaded.length > 3);
  assert.deepEqual(loaded.filter((id) => packageOf(id).includes('lit')).map(short), []);
});

test('no page reaches the command line', () => {
  const reached = new Set<string>();
  const follow = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const next of [...(modules.get(id)?.importedIds ?? []), ...(modules.get(id)?.dynamicallyImportedIds ?? [])])
      follow(next);
  };
  for (const entry of ['index', 'auto', 'notice', 'policy', 'audit']) follow(`${dist}entries/${entry}.js`);
  assert.ok([...reached].some((id) => roomOf(id) === 'audit'));
  assert.deepEqual([...reached].filter((id) => roomOf(id) === 'cli' || packageOf(id) === 'node').map(short), []);
});

test('js-cookie is imported by one file alone', () => {
  const users = [...modules].filter(
    ([id, { importedIds }]) => isOwn(id) && importedIds.some((target) => packageOf(target) === 'js-cookie'),
  );
  assert.deepEqual(
    users.map(([id]) => basename(id)),
    ['cookie-jar.js'],
  );
});
