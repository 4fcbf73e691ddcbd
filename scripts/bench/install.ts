/** Brings what the pages load: peers from npm, and the floors bundled from this checkout's packages. */
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import type { Package, Subject } from './subjects.js';

const run = promisify(execFile);
const installTimeLimit = 120_000;

/** Outside the project, and kept: what is there already is not installed again. */
const cache = join(tmpdir(), 'cookie-manifest-bench');
const pages = fileURLToPath(new URL('pages/', import.meta.url));
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The plugin's types describe it as if its default export were a property. */
const minify = terser as unknown as typeof terser.default;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Runs npm in a folder.
 * @throws {Error} that says in one line what npm could not install, and npm's code for the reason
 */
async function runNpmInstall(cwd: string, name: string): Promise<void> {
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--fetch-retries=1'];
  try {
    await run('npm', ['install', ...quietly, name], { cwd, timeout: installTimeLimit });
  } catch (error) {
    const { stderr = '' } = error as { readonly stderr?: string };
    const [, code = 'no reason given'] = /^npm error code (\w+)/m.exec(stderr) ?? [];
    throw new Error(`npm could not install ${name} (${code}).`, { cause: error });
  }
}

/** Installs one package into the cache, whole or not at all. Returns the folder that pages load from. */
async function installPackage({ name, version, folder }: Package): Promise<string> {
  const home = join(cache, `${name.replace('/', '+')}-${version}`);
  if (!(await exists(home))) {
    await mkdir(cache, { recursive: true });
    const unfinished = await mkdtemp(join(cache, 'installing-'));
    try {
      await writeFile(join(unfinished, 'package.json'), '{ "private": true }');
      await runNpmInstall(unfinished, `${name}@${version}`);
      await rename(unfinished, home);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  return join(home, 'node_modules', name, folder);
}

/** Bundles a floor as a site would for production. Returns the folder that `app.js` is in. */
async function bundleFloor(id: string, entry: string): Promise<string> {
  const bundle = await rollup({
    input: join(pages, id, entry),
    plugins: [
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      minify({ ecma: 2020, module: true, compress: { passes: 2 }, format: { comments: false } }),
    ],
  });
  const dir = join(cache, id);
  await bundle.write({ dir, format: 'es', entryFileNames: 'app.js' });
  await bundle.close();
  return dir;
}

/**
 * Brings what a page loads, and returns the folder it is in.
 * @throws {Error} where it cannot be had
 */
export async function provide({ id, source }: Subject): Promise<string> {
  if (source === 'dist') {
    if (await exists(join(dist, 'cookie-manifest.js'))) return dist;
    throw new Error('There is nothing in dist/: run npm run build first.');
  }
  return 'bundle' in source ? bundleFloor(id, source.bundle) : installPackage(source);
}
