/** The package as npm would publish it: packed, unpacked into an application's node_modules, and used there. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'acorn';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { publint } from 'publint';
import { rollup } from 'rollup';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const application = await mkdtemp(join(tmpdir(), 'cookie-manifest-'));
after(() => rm(application, { recursive: true }));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

// --ignore-scripts: what is packed is what the build step has made and the other tests have tested.
const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', application], {
  cwd: root,
});
const [packed] = JSON.parse(stdout) as [Packed];
const installed = join(application, 'node_modules', 'cookie-manifest');
await mkdir(installed, { recursive: true });
await run('tar', ['-xzf', join(application, packed.filename), '-C', installed, '--strip-components=1']);
// Its dependencies are those of the checkout, so that no network is needed.
for (const name of ['lit', 'lit-html', 'lit-element', '@lit', 'js-cookie', '@types'])
  await symlink(join(root, 'node_modules', name), join(application, 'node_modules', name));
// Frameworks are peers, of which these modules use only functions, when they are called.
const peers = {
  react: ['createElement', 'useEffect', 'useSyncExternalStore'],
  vue: ['getCurrentInstance', 'getCurrentScope', 'onMounted', 'onScopeDispose', 'shallowRef'],
};
for (const [name, functions] of Object.entries(peers)) {
  const folder = join(application, 'node_modules', name);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, type: 'module', exports: './index.js' }));
  const stubs = functions.map((stub) => `export function ${stub}() { throw new Error('${stub}'); }`);
  await writeFile(join(folder, 'index.js'), stubs.join('\n'));
}
await writeFile(
  join(application, 'package.json'),
  JSON.stringify({ name: 'application', private: true, type: 'module' }),
);

const description = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
  readonly exports: { readonly [path: string]: string | { readonly [condition: string]: string } };
  readonly dependencies: object;
  readonly [field: string]: unknown;
};
const paths = packed.files.map(({ path }) => path);

/** Runs a module in the application, without a DOM. */
async function inNode(code: string, ...options: readonly string[]): Promise<unknown> {
  await writeFile(join(application, 'run.js'), code);
  const { stdout } = await run('node', [...options, 'run.js'], { cwd: application });
  return JSON.parse(stdout);
}

test('every path of exports, and every file that package.json names, is in the package', async () => {
  const targets = Object.values(description.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );
  const named = [
    ...['main', 'types', 'unpkg', 'jsdelivr', 'customElements', 'web-types'].map(
      (field) => description[field] as string,
    ),
    ...Object.values(description['bin'] as object),
  ];
  assert.ok(targets.length > 10);
  for (const target of [...targets, ...named]) {
    const pattern = new RegExp(`^${target.replace('./', '').replaceAll('.', '\\.').replace('*', '[^/]+')}$`);
    assert.ok(
      paths.some((path) => pattern.test(path)),
      `${target} is not in the package`,
    );
  }
});

test('publint finds nothing wrong with it', async () => {
  const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
  assert.deepEqual(messages, []);
});

test('its types are found wherever it can be imported', async () => {
  // What is loaded by a tag or a style sheet has no types.
  const untyped = ['policy.css', 'cookie-manifest.js', 'cookie-manifest.classic.js'];
  const attw = join(root, 'node_modules/.bin/attw');
  const tarball = join(application, packed.filename);
  const { stdout: told } = await run(attw, [tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...untyped]);
  assert.match(told, /"cookie-manifest\/audit\/playwright"\s+node16 \(from ESM\): 🟢/);
});

test('the package holds what is needed, and neither tests nor demos nor sources', () => {
  assert.deepEqual([...new Set(paths.map((path) => path.split('/')[0]))].sort(), [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist',
    'package.json',
  ]);
  assert.deepEqual(
    paths.filter((path) => /(^|\/)(tests?|demo|src)\/|\.(test|spec)\.|(?<!\.d)\.ts$/.test(path)),
    [],
  );
  for (const module of paths.filter((path) => /^dist\/(?!chunks|cookie-manifest).*\.js$/.test(path)))
    for (const beside of [`${module}.map`, module.replace(/js$/, 'd.ts')])
      assert.ok(paths.includes(beside), `${beside} is missing`);
});

test('an entry without a module is declarations alone', () => {
  const alone = Object.entries(description.exports).filter(
    ([, target]) => typeof target !== 'string' && !target['default'],
  );
  assert.deepEqual(
    alone.map(([path]) => path),
    ['./astro'],
  );
  for (const [path] of alone)
    assert.ok(!paths.includes(`dist${path.slice(1)}.js`), `${path} has a module that nothing names`);
});

test('lit and js-cookie are the only dependencies', () => {
  assert.deepEqual(Object.keys(description.dependencies).sort(), ['js-cookie', 'lit']);
});

test('every peer is optional', () => {
  const { peerDependencies, peerDependenciesMeta } = description as unknown as {
    readonly [field: string]: { readonly [name: string]: { readonly optional?: boolean } };
  };
  assert.deepEqual(Object.keys(peerDependencies!).sort(), ['playwright-core', 'react', 'svelte', 'vue']);
  for (const name of Object.keys(peerDependencies!)) assert.equal(peerDependenciesMeta![name]?.optional, true, name);
});

test('no file names a place on the machine that built it', async () => {
  for (const path of paths) {
    const text = await readFile(join(installed, path), 'utf8');
    assert.ok(!text.includes(root.slice(0, -1)), `${path} names ${root}`);
  }
});

test('package-lock.json names no registry and no place on a machine', async () => {
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: { readonly [path: string]: { readonly resolved?: string } } };
  assert.deepEqual(
    Object.keys(packages).filter((path) => packages[path]?.resolved),
    [],
  );
  assert.doesNotMatch(lock, /"(file:|\/|~\/)/);
});

test('every module imports in Node, without a DOM and without an effect', async () => {
  const specifiers = Object.entries(description.exports).flatMap(([path, target]) =>
    typeof target === 'string' || !target['default']
      ? []
      : path.includes('*')
        ? ['de', 'ar'].map((tag) => path.replace('*', tag))
        : [path],
  );
  const found = await inNode(`
    const before = Object.getOwnPropertyNames(globalThis).length;
    const names = {};
    for (const path of ${JSON.stringify(specifiers)}) names[path] = Object.keys(await import('cookie-manifest' + path.slice(1)));
    console.log(JSON.stringify({ names, globals: 'cookieManifest' in globalThis || Symbol.for('cookie-manifest') in globalThis }));`);
  const { names, globals } = found as { names: { readonly [path: string]: readonly string[] }; globals: boolean };
  assert.equal(globals, false);
  assert.deepEqual(names['.']?.toSorted(), [
    'ManifestError',
    'cookieManifest',
    'makeAcknowledgedCookie',
    'parseManifest',
    'readPreferences',
  ]);
  for (const path of specifiers) assert.ok(names[path]?.length, `${path} exports nothing`);
});

test('on a server, queries answer and acts reject', async () => {
  const found = await inNode(`
    import { cookieManifest, parseManifest, readPreferences, ManifestError } from 'cookie-manifest';
    const acts = {};
    for (const act of ['show', 'hide', 'showDetails', 'acknowledge', 'reset']) acts[act] = await cookieManifest[act]().then(() => 'done', (error) => error.constructor.name);
    let error;
    try { parseManifest([]); } catch (thrown) { error = thrown instanceof ManifestError; }
    const seen = [];
    cookieManifest.subscribe(({ status }) => seen.push(status))();
    const manifest = await cookieManifest.load({ cookies: [{ name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' }] });
    console.log(JSON.stringify({ acts, error, seen, names: cookieManifest.cookies().map(({ name }) => name), problems: manifest.problems,
      allows: [cookieManifest.allows('essential'), cookieManifest.allows('statistics')],
      preferences: cookieManifest.preferences,
      read: readPreferences('a=b; cookie_preferences=v=1&status=acknowledged&revision=1&granted=essential&denied=&at=2026-11-24; c=d') }));`);
  assert.deepEqual(found, {
    acts: { show: 'Error', hide: 'Error', showDetails: 'Error', acknowledge: 'Error', reset: 'Error' },
    error: true,
    seen: ['unset'],
    names: ['sid', 'cookie_preferences'],
    problems: [],
    allows: [true, false],
    preferences: { status: 'unset', granted: ['essential'], denied: [], revision: null, updatedAt: null },
    read: { status: 'acknowledged', granted: ['essential'], denied: [], revision: '1', updatedAt: '2026-11-24' },
  });
});

test('for React’s server components, what is rendered there is a client component', async () => {
  const target = description.exports['./react'] as { readonly [condition: string]: string };
  const { body } = parse(await readFile(join(installed, target['default']!), 'utf8'), {
    ecmaVersion: 'latest',
    sourceType: 'module',
  });
  const [first] = body;
  assert.equal(first?.type === 'ExpressionStatement' && first.directive, 'use client');
});

test('for React’s server components, what is for browsers alone fails, and says what to write', async () => {
  const found = await inNode(
    `
    const said = {};
    for (const path of ['notice', 'auto']) said[path] = await import('cookie-manifest/' + path).then(() => 'nothing', String);
    const { readPreferences } = await import('cookie-manifest');
    const { renderPolicyMarkdown } = await import('cookie-manifest/policy');
    console.log(JSON.stringify({ said, status: readPreferences('').status, policy: renderPolicyMarkdown({ cookies: [] }, { lang: 'de' }) }));`,
    '--conditions=react-server',
  );
  const { said, status, policy } = found as { said: { [path: string]: string }; status: string; policy: string };
  for (const path of ['notice', 'auto'])
    assert.match(
      said[path]!,
      new RegExp(`cookie-manifest/${path}'.*Render <CookieNotice> from 'cookie-manifest/react'`),
    );
  assert.equal(status, 'unset');
  assert.match(policy, /^# Cookie-Richtlinie\n/);
});

test('on a server, the policy page is there in every language at once', async () => {
  const pages = await inNode(`
    import { renderPolicyHtml, renderPolicyMarkdown } from 'cookie-manifest/policy';
    const manifest = { site: { name: 'Example' }, cookies: [{ name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' }] };
    console.log(JSON.stringify(['de', 'ar', 'fi'].map((lang) => [renderPolicyHtml(manifest, { lang }), renderPolicyMarkdown(manifest, { lang })])));`);
  const [[german, markdown], [arabic], [finnish]] = pages as [[string, string], [string, string], [string, string]];
  assert.match(german, /<h1>Cookie-Richtlinie<\/h1>[^]*<th scope="col">Zweck<\/th>[^]*<td>Sitzung<\/td>/);
  assert.match(markdown, /^# Cookie-Richtlinie\n[^]*\| `sid` \| Keeps you signed in\. \| Sitzung \| Example \|/);
  assert.match(arabic, /^<article data-policy lang="ar" dir="rtl">/);
  assert.match(finnish, /<h2 lang="en">What cookies are<\/h2>/);
});

test('a strict application type-checks, under both ways of resolving modules', async () => {
  await cp(fileURLToPath(new URL('consumer', import.meta.url)), application, { recursive: true });
  for (const moduleResolution of ['nodenext', 'bundler']) {
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
      types: [],
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: moduleResolution === 'bundler' ? 'esnext' : 'nodenext',
      moduleResolution,
    };
    await writeFile(join(application, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    const output = await run(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: application }).then(
      () => '',
      (error: unknown) => (error as { stdout: string }).stdout,
    );
    assert.equal(output, '', moduleResolution);
  }
});

/** How a project names its types: those it wants, or all that are installed, as TypeScript 5 takes them by itself. */
const typesOfProjects = { 'the types that it lists': ['node'], 'all types that it has installed': ['*'] };

for (const [kept, types] of Object.entries(typesOfProjects))
  test(`a reference to the types of the elements leaves a project ${kept}`, async () => {
    const folder = join(application, 'types');
    await mkdir(folder, { recursive: true });
    for (const framework of ['react', 'vue', 'svelte', 'astro']) {
      const [referred, imported] = [join(folder, `${framework}.d.ts`), join(folder, `${framework}-imported.ts`)];
      await writeFile(referred, `/// <reference types="cookie-manifest/${framework}" />\n`);
      await writeFile(imported, `import 'cookie-manifest/${framework}';\n`);
    }
    await writeFile(join(folder, 'main.ts'), 'export const environment: string | undefined = process.env.NODE_ENV;\n');
    const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', skipLibCheck: true, types };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
    const output = await run(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: folder }).then(
      () => '',
      (error: unknown) => (error as { stdout: string }).stdout,
    );
    assert.equal(output, '');
  });

test('rollup bundles an application of the API alone without Lit in its first file', async () => {
  await writeFile(
    join(application, 'bundled.js'),
    "import { cookieManifest } from 'cookie-manifest';\nconsole.log(cookieManifest.allows('essential'));\n",
  );
  const warnings: string[] = [];
  const bundle = await rollup({
    input: join(application, 'bundled.js'),
    preserveSymlinks: true,
    onwarn: ({ message }) => void warnings.push(message),
    plugins: [nodeResolve({ exportConditions: ['browser', 'production'], rootDir: application })],
  });
  const { output } = await bundle.generate({ format: 'es', dir: 'out' });
  await bundle.close();
  const [first] = output;
  assert.deepEqual(warnings, []);
  assert.ok(output.length > 1, 'what is loaded on demand is in files of its own');
  assert.doesNotMatch(first.code, /litElementVersions|litHtmlVersions/);
});
