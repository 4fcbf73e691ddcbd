/** The plugin in real builds of Vite and rollup, and in Vite's development server: what it adds to pages, and what ends a build. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import test, { after } from 'node:test';
import { rollup, type Plugin as RollupPlugin } from 'rollup';
import { build, createLogger, createServer, type InlineConfig, type Plugin as VitePlugin } from 'vite';
import type cookieManifestType from '../../src/cli/plugin.js';
import { stampPage } from '../../src/cli/stamp.js';

// By the names that the package exports.
const exported = async (entry: string) =>
  ((await import(`cookie-manifest/${entry}`)) as { readonly default: typeof cookieManifestType }).default;
const [cookieManifest, forRollup] = [await exported('vite'), await exported('rollup')];

const top = realpathSync(mkdtempSync(join(tmpdir(), 'plugin-')));
after(() => rmSync(top, { recursive: true }));

const good = {
  revision: '2026-11-01',
  cookies: [{ name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' }],
};
const flawed =
  '{\n  "cookies": [\n    { "name": "sid", "purpose": "Keeps you signed in.",\n      "duration": "3 yaers" }\n  ]\n}\n';
const tag = '<cookie-manifest src="/cookies.json"><noscript>Policy</noscript></cookie-manifest>';
const pageWith = (body: string) =>
  `<!doctype html>\n<html lang="en">\n<head>\n<title>Shop</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
const preload = '<link rel="preload" href="/cookies.json" as="fetch" crossorigin>';
const stamped = '<cookie-manifest revision="2026-11-01" src="/cookies.json">';

let sites = 0;
/** A site in a folder of its own. */
function site(files: { readonly [name: string]: string | object }): string {
  const folder = join(top, `site-${++sites}`);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}
const shop = (more: { readonly [name: string]: string | object } = {}) =>
  site({ 'index.html': pageWith(tag), 'public/cookies.json': good, ...more });

const silent: InlineConfig = { configFile: false, logLevel: 'silent' };
const plugins = (options: Partial<Parameters<typeof cookieManifestType>[0]> = {}): VitePlugin[] => [
  cookieManifest({ manifest: 'public/cookies.json', ...options }),
];

/** Builds a site with Vite, and gives its page. */
async function built(
  root: string,
  options: Parameters<typeof plugins>[0] = {},
  config: InlineConfig = {},
): Promise<string> {
  await build({ ...silent, root, plugins: plugins(options), ...config });
  return readFileSync(join(root, 'dist/index.html'), 'utf8');
}

interface Failure extends Error {
  readonly loc?: { readonly file: string; readonly line: number; readonly column: number };
  /** Where several builders have failed, or may have. */
  readonly errors?: readonly Failure[];
}
/** What ends a build, as its plugins have thrown it. */
const failure = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => assert.fail('it did not fail'),
    (error: unknown) => (error as Failure).errors?.[0] ?? (error as Failure),
  );

/** The page without the plugin. */
async function builtPlain(): Promise<string> {
  const root = shop();
  await build({ ...silent, root });
  return readFileSync(join(root, 'dist/index.html'), 'utf8');
}

test('Vite: the page has the revision, and nothing else is another, so that a returning visit loads no manifest', async () => {
  const page = await built(shop());
  assert.ok(page.includes(stamped));
  assert.equal(page.replace(' revision="2026-11-01"', ''), await builtPlain());
});

test('Vite: where it is wished, the page has the preload too, and nothing else is another', async () => {
  const page = await built(shop(), { preload: true });
  assert.ok(page.includes(preload) && page.includes(stamped));
  assert.equal(page.replace(preload, '').replace(' revision="2026-11-01"', ''), await builtPlain());
});

test('Vite: under a base, the address is the one that the page has', async () => {
  const page = await built(
    shop({ 'index.html': pageWith('<cookie-manifest src="/app/cookies.json"></cookie-manifest>') }),
    { preload: true },
    { base: '/app/' },
  );
  assert.match(
    page,
    /<link rel="preload" href="\/app\/cookies\.json" as="fetch" crossorigin>[^]*<cookie-manifest revision="2026-11-01" src="\/app\/cookies\.json">/,
  );
});

test('Vite: a manifest outside the public folder has the address that is said', async () => {
  const root = site({
    'index.html': pageWith('<cookie-manifest src="/data/c.json"></cookie-manifest>'),
    'manifest.json': good,
  });
  assert.match(
    await built(root, { manifest: 'manifest.json', src: '/data/c.json', preload: true }),
    /href="\/data\/c\.json" as="fetch"[^]*<cookie-manifest revision="2026-11-01"/,
  );
});

/** Manifests that end a build: what is told, and where it is. */
const mistakes: {
  readonly [title: string]: {
    readonly manifest: string;
    readonly says: RegExp;
    readonly at: readonly [line: number, column: number];
  };
} = {
  'a duration that cannot be read': {
    manifest: flawed,
    says: /public\/cookies\.json:4:19 cookies\[0\]\.duration: .*Did you mean "3 years"\?/,
    at: [4, 19],
  },
  'what is no JSON': {
    manifest: '{\n  "cookies": [,]\n}',
    says: /public\/cookies\.json:2:15 This is not JSON: /,
    at: [2, 15],
  },
};
for (const [title, { manifest, says, at }] of Object.entries(mistakes)) {
  test(`Vite: the build fails for ${title}`, async () => {
    const root = shop({ 'public/cookies.json': manifest });
    const { message, loc } = await failure(built(root));
    assert.match(message, says);
    assert.deepEqual(loc && { ...loc }, { file: join(root, 'public/cookies.json'), line: at[0], column: at[1] });
  });

  test(`rollup: the build fails for ${title}`, async () => {
    const root = shop({ 'public/cookies.json': manifest, 'main.js': '' });
    const { message, loc } = await failure(
      rollup({ input: join(root, 'main.js'), plugins: [forRollup({ manifest: join(root, 'public/cookies.json') })] }),
    );
    assert.match(message, says);
    assert.deepEqual(loc && { ...loc }, { file: join(root, 'public/cookies.json'), line: at[0], column: at[1] });
  });
}

test('a manifest that is not there ends the build', async () => {
  assert.match(
    (await failure(built(shop(), { manifest: 'public/nowhere.json' }))).message,
    /There is no file .*nowhere\.json\./,
  );
});

test('Vite: another revision on the page ends the build, at its place in the author’s file', async () => {
  const root = shop({
    'index.html': pageWith('<cookie-manifest src="/cookies.json"\n  revision="2025-01-01"></cookie-manifest>'),
  });
  const { message, loc } = await failure(built(root));
  assert.match(
    message,
    /index\.html:8:3 The page says revision="2025-01-01", and the manifest's revision is "2026-11-01"\./,
  );
  assert.deepEqual(loc, { file: join(root, 'index.html'), line: 8, column: 3 });
});

test('Vite’s server: pages have both, a mistake is a warning, and the file is looked at again', async () => {
  const root = shop();
  const logger = createLogger('silent');
  const next = () => new Promise<string>((resolve) => (logger.warn = (message) => resolve(message)));
  const server = await createServer({
    ...silent,
    root,
    plugins: plugins({ preload: true }),
    customLogger: logger,
    server: { port: 0, host: '127.0.0.1', watch: { usePolling: true, interval: 50 } },
  });
  try {
    await server.listen();
    const url = server.resolvedUrls!.local[0]!;
    const page = await (await fetch(url)).text();
    assert.ok(page.includes(preload) && page.includes(stamped));

    const warning = next();
    writeFileSync(join(root, 'public/cookies.json'), flawed);
    assert.match(await warning, /public\/cookies\.json:4:19 cookies\[0\]\.duration: /);
    assert.equal((await fetch(url)).status, 200);
  } finally {
    await server.close();
  }
});

test('Vite’s server starts with a manifest that has a mistake, and warns', async () => {
  const root = shop({ 'public/cookies.json': flawed });
  const logger = createLogger('silent');
  const warnings: string[] = [];
  logger.warn = (message) => void warnings.push(message);
  const server = await createServer({
    ...silent,
    root,
    plugins: plugins(),
    customLogger: logger,
    server: { port: 0, host: '127.0.0.1' },
  });
  try {
    await server.listen();
    assert.match(warnings.join('\n'), /public\/cookies\.json:4:19 cookies\[0\]\.duration: /);
  } finally {
    await server.close();
  }
});

/** Makes pages, as plugins for HTML do. */
const pages = (made: { readonly [fileName: string]: string | Uint8Array }): RollupPlugin => ({
  name: 'pages',
  generateBundle() {
    for (const [fileName, source] of Object.entries(made)) this.emitFile({ type: 'asset', fileName, source });
  },
});

test('rollup: every page that is made has both, by its own address', async () => {
  const root = site({ 'cookies.json': good, 'main.js': '' });
  const made = {
    'index.html': pageWith(tag),
    'shop/a.html': Buffer.from(pageWith('<p>Ü</p><cookie-manifest src="../cookies.json"></cookie-manifest>')),
    'shop/b.html': pageWith('<cookie-manifest src="cookies.json"></cookie-manifest>'),
    'notes.txt': tag,
  };
  const options: Parameters<typeof forRollup>[0] = { manifest: join(root, 'cookies.json'), preload: true };
  const bundle = await rollup({
    input: join(root, 'main.js'),
    onwarn: () => {},
    plugins: [forRollup(options), pages(made)],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  assert.ok(bundle.watchFiles.includes(join(root, 'cookies.json')));
  const source = (name: string) =>
    output.flatMap((file) => (file.type === 'asset' && file.fileName === name ? [file.source] : [])).join();
  assert.equal(
    source('index.html'),
    pageWith(tag)
      .replace('</head>', `${preload}</head>`)
      .replace('<cookie-manifest', '<cookie-manifest revision="2026-11-01"'),
  );
  assert.match(
    source('shop/a.html'),
    /href="\.\.\/cookies\.json" as="fetch"[^]*<p>Ü<\/p><cookie-manifest revision="2026-11-01"/,
  );
  assert.equal(source('shop/b.html'), made['shop/b.html']); // another address
  assert.equal(source('notes.txt'), tag);
});

test('rollup: another revision on a page ends the build, with its place', async () => {
  const root = site({ 'cookies.json': good, 'main.js': '' });
  const bundle = await rollup({
    input: join(root, 'main.js'),
    onwarn: () => {},
    plugins: [
      pages({ 'index.html': pageWith('<cookie-manifest revision="1" src="/cookies.json"></cookie-manifest>') }),
      forRollup({ manifest: relative('.', join(root, 'cookies.json')) }),
    ],
  });
  const { message, loc } = await failure(bundle.generate({ format: 'es' }));
  await bundle.close();
  assert.match(message, /index\.html:7:18 The page says revision="1"/);
  assert.deepEqual(loc, { file: 'index.html', line: 7, column: 18 });
});

/** Builds a site with Vite, and gives what it warned of. */
async function warnings(root: string, options: Parameters<typeof plugins>[0] = {}, config: InlineConfig = {}) {
  const logger = createLogger('silent');
  const said: string[] = [];
  logger.warn = (message) => void said.push(message);
  await build({ ...silent, root, customLogger: logger, plugins: plugins(options), ...config });
  return said;
}

/** Pages none of which names the manifest: what is told of them. */
const unnamed: { readonly [title: string]: { readonly page: string; readonly found: RegExp } } = {
  'another name': {
    page: pageWith('<cookie-manifest src="/cookie.json"></cookie-manifest>'),
    found: /, and found <cookie-manifest src="\/cookie\.json"> in .*index\.html\. /,
  },
  'another folder': {
    page: pageWith('<cookie-manifest src="public/cookies.json"></cookie-manifest>'),
    found: /, and found <cookie-manifest src="public\/cookies\.json"> in .*index\.html\. /,
  },
  'no address': {
    page: pageWith('<cookie-manifest></cookie-manifest>'),
    found: /, and found <cookie-manifest> in .*index\.html\. /,
  },
  'no element, as where a component makes it': {
    page: pageWith('<div id="app"></div>'),
    found: /<cookie-manifest src="\/cookies\.json"> in [^,]*index\.html\. Where scripts /,
  },
};
const says =
  /No page names \/cookies\.json, the address of .*public\/cookies\.json, so none gets its revision\. Looked for /;

for (const [title, { page, found }] of Object.entries(unnamed)) {
  test(`Vite: the build says once that no page names the manifest: ${title}`, async () => {
    const said = await warnings(shop({ 'index.html': page }));
    assert.equal(said.length, 1);
    assert.match(said[0]!, says);
    assert.match(said[0]!, found);
  });

  test(`Vite’s server says once that no page names the manifest: ${title}`, async () => {
    const logger = createLogger('silent');
    const said: string[] = [];
    logger.warn = (message) => void said.push(message);
    const server = await createServer({
      ...silent,
      root: shop({ 'index.html': page }),
      plugins: plugins(),
      customLogger: logger,
      server: { port: 0, host: '127.0.0.1' },
    });
    try {
      await server.listen();
      for (let visits = 0; visits < 2; visits++) await (await fetch(server.resolvedUrls!.local[0]!)).text();
    } finally {
      await server.close();
    }
    assert.equal(said.length, 1);
    assert.match(said[0]!, says);
    assert.match(said[0]!, found);
  });
}

/** Builds that have nothing to say of that. */
const quiet: {
  readonly [title: string]: {
    readonly files?: { readonly [name: string]: string };
    readonly options?: Parameters<typeof plugins>[0];
    readonly build?: InlineConfig['build'];
  };
} = {
  'a page names it': {},
  'one page of several names it': {
    files: { 'about.html': pageWith('') },
    build: { rollupOptions: { input: ['about.html', 'index.html'] } },
  },
  'a policy page names it': {
    files: { 'index.html': pageWith('<cookie-manifest-policy src="cookies.json"></cookie-manifest-policy>') },
  },
  'no page is expected to': { files: { 'index.html': pageWith('') }, options: { pages: false } },
  'a server is built, which has no pages': { files: { 'server.js': 'export {};' }, build: { ssr: 'server.js' } },
};
for (const [title, { files = {}, options = {}, build: how = {} }] of Object.entries(quiet))
  test(`Vite: the build is quiet where ${title}`, async () => {
    const root = shop(files);
    const input = (how.rollupOptions?.input as string[] | undefined)?.map((name) => join(root, name));
    const config: InlineConfig = { build: input ? { rollupOptions: { input } } : how };
    assert.deepEqual(await warnings(root, options, config), []);
  });

/** Builds a site with rollup, in two forms, and gives what it warned of. */
async function warningsOfRollup(made: Parameters<typeof pages>[0]): Promise<string[]> {
  const root = site({ 'cookies.json': good, 'main.js': 'export const a = 1;' });
  const said: string[] = [];
  const bundle = await rollup({
    input: join(root, 'main.js'),
    onwarn: ({ message }) => void said.push(message),
    plugins: [forRollup({ manifest: join(root, 'cookies.json') }), pages(made)],
  });
  await bundle.generate({ format: 'es' });
  await bundle.generate({ format: 'cjs' });
  await bundle.close();
  return said;
}

test('rollup: the build says once that no page names the manifest', async () => {
  const other = '<cookie-manifest src="/cookie.json"></cookie-manifest>';
  const made = { 'a.html': pageWith(other), 'b.html': pageWith(other), 'c.html': '', 'd.html': '', 'e.html': '' };
  const said = await warningsOfRollup(made);
  assert.equal(said.length, 1);
  assert.match(said[0]!, /No page names \/cookies\.json, /);
  assert.match(
    said[0]!,
    / in a\.html, b\.html, c\.html and 2 more, and found <cookie-manifest src="\/cookie\.json"> in a\.html, /,
  );
});

test('rollup: the build says so where it makes no pages', async () => {
  assert.match((await warningsOfRollup({})).join(), /No page names [^]* in HTML pages, of which there were none\. /);
});

test('rollup: the build is quiet where a page names the manifest', async () => {
  assert.deepEqual(await warningsOfRollup({ 'a.html': '<p>', 'index.html': tag }), []);
});

test('a build that fails says nothing of its pages', async () => {
  const root = shop({
    'index.html': pageWith('<cookie-manifest src="/cookie.json"></cookie-manifest>'),
    'main.js': 'import "./nowhere.js"',
  });
  const logger = createLogger('silent');
  const said: string[] = [];
  logger.warn = (message) => void said.push(message);
  await failure(
    build({
      ...silent,
      root,
      customLogger: logger,
      plugins: plugins(),
      build: { rollupOptions: { input: [join(root, 'index.html'), join(root, 'main.js')] } },
    }),
  );
  assert.deepEqual(said, []);
});

const stamp = {
  page: new URL('https://site.invalid/'),
  src: new URL('https://site.invalid/cookies.json'),
  revision: '7',
  preload: true,
};
const link = preload;
const marked = tag.replace('<cookie-manifest', '<cookie-manifest revision="7"');

/** Pages as people write them: where the two go. */
const shapes: { readonly [title: string]: readonly [before: string, after: string] } = {
  'no head is written': [`<!doctype html><title>a</title>${tag}`, `<!doctype html><title>a</title>${link}${marked}`],
  'nothing of a head is there': [`<!doctype html>\n${tag}`, `<!doctype html>${link}\n${marked}`],
  'only the root is written': [`<html lang=de><body>${tag}`, `<html lang=de>${link}<body>${marked}`],
  'the head is empty': [`<html><head></head>${tag}`, `<html><head>${link}</head>${marked}`],
  'the head does not end': [
    `<head><meta charset=utf-8>\n<body>${tag}`,
    `<head><meta charset=utf-8>${link}\n<body>${marked}`,
  ],
  'nothing but the tag, after a byte order mark': [`\ufeff${tag}`, `\ufeff${link}${marked}`],
  'lines end with CRLF, and texts have letters of two units': [
    `<!doctype html>\r\n<head>\r\n<title>😀</title>\r\n</head>\r\n<p>😀\r\n${tag}\r\n`,
    `<!doctype html>\r\n<head>\r\n<title>😀</title>\r\n${link}</head>\r\n<p>😀\r\n${marked}\r\n`,
  ],
  'the tag is in capitals': [
    `<head></head><Cookie-Manifest SRC='/cookies.json'></Cookie-Manifest>`,
    `<head>${link}</head><Cookie-Manifest revision="7" SRC='/cookies.json'></Cookie-Manifest>`,
  ],
  'the tag is in a template': [
    `<head></head><template>${tag}</template>`,
    `<head>${link}</head><template>${marked}</template>`,
  ],
  'the same revision is there': [
    `<head></head><cookie-manifest revision=7 src=/cookies.json></cookie-manifest>`,
    `<head>${link}</head><cookie-manifest revision=7 src=/cookies.json></cookie-manifest>`,
  ],
  'a preload is there': [
    `<head><link as=fetch crossorigin href="cookies.json" rel="PRELOAD"></head>${tag}`,
    `<head><link as=fetch crossorigin href="cookies.json" rel="PRELOAD"></head>${marked}`,
  ],
  'the address has more in it': [
    '<head></head><cookie-manifest src="/./cookies.json#&quot;&amp;"></cookie-manifest>',
    '<head></head><cookie-manifest src="/./cookies.json#&quot;&amp;"></cookie-manifest>',
  ],
  'the tag is in a comment, a script, an attribute': [
    `<head></head><!--${tag}--><script>'${tag}'</script><p title='${tag}'>`,
    `<head></head><!--${tag}--><script>'${tag}'</script><p title='${tag}'>`,
  ],
  'the manifest is inside the tag': [
    '<cookie-manifest src="/cookies.json"><script type="application/json">{}</script></cookie-manifest>',
    '<cookie-manifest src="/cookies.json"><script type="application/json">{}</script></cookie-manifest>',
  ],
  'texts are inside the tag': [
    '<head></head><cookie-manifest src="/cookies.json"><script type="application/json" data-texts lang="en">{}</script></cookie-manifest>',
    `<head>${link}</head><cookie-manifest revision="7" src="/cookies.json"><script type="application/json" data-texts lang="en">{}</script></cookie-manifest>`,
  ],
  'another manifest': [
    '<cookie-manifest src="/other.json"></cookie-manifest>',
    '<cookie-manifest src="/other.json"></cookie-manifest>',
  ],
  'an address that is none': [
    '<cookie-manifest src="https://"></cookie-manifest>',
    '<cookie-manifest src="https://"></cookie-manifest>',
  ],
};
for (const [title, [before, after]] of Object.entries(shapes))
  test(`where the two go: ${title}`, () => assert.deepEqual(stampPage(before, stamp), { html: after, mistakes: [] }));

test('a page that has its stamp gets no second one', () => {
  const { html } = stampPage(pageWith(tag), stamp);
  assert.notEqual(html, pageWith(tag));
  assert.equal(stampPage(html, stamp).html, html);
});

test('a manifest without a revision leaves the tag alone', () => {
  assert.deepEqual(stampPage(`<head></head>${tag}`, { ...stamp, revision: null }), {
    html: `<head>${link}</head>${tag}`,
    mistakes: [],
  });
});
