/** An example of demo/frameworks outside of the checkout: installed with the packed tarball, built by its own tool, and served. */
import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { after, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { root } from '../../scripts/docs/program.js';

const run = promisify(execFile);

export const names = ['react', 'vue', 'svelte', 'angular', 'astro', 'next'] as const;
export type Name = (typeof names)[number];

const folder = await mkdtemp(join(tmpdir(), 'frameworks-'));
after(() => rm(folder, { recursive: true, force: true }));

const isSource = (path: string) => !/^(node_modules|dist|\.angular|\.astro|\.next)$/.test(basename(path));
await cp(join(root, 'demo/frameworks'), join(folder, 'demo/frameworks'), { recursive: true, filter: isSource });
// --ignore-scripts: what is packed is what the build step has made and the other tests have tested.
const { stdout: packed } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
  cwd: root,
});
const [{ filename: tarball }] = JSON.parse(packed) as [{ filename: string }];

export const folderOf = (name: Name): string => join(folder, 'demo/frameworks', name);

const environment = {
  ...process.env,
  NO_COLOR: '1',
  CI: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  NEXT_TELEMETRY_DISABLED: '1',
};

/**
 * Runs npm in an example's folder.
 * @returns all that it printed
 * @throws {Error} with all that it printed, where it fails
 */
export async function npm(name: Name, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout, stderr } = await run('npm', args, { cwd: folderOf(name), env: environment, maxBuffer: 1 << 24 });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm ${args.join(' ')} in ${name}\n${stdout}${stderr}`, { cause: error });
  }
}

/** Installs an example as an application would be, with the tarball in place of the checkout. */
export async function install(name: Name): Promise<void> {
  const file = join(folderOf(name), 'package.json');
  const description = JSON.parse(await readFile(file, 'utf8')) as { dependencies: { [name: string]: string } };
  description.dependencies['cookie-manifest'] = `file:${join(folder, tarball)}`;
  await writeFile(file, JSON.stringify(description));
  await npm(name, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/**
 * Starts an example's server, until the test ends.
 * @param script - of the example's package.json
 * @returns its origin
 */
export async function start(t: TestContext, name: Name, script: 'start' | 'dev'): Promise<string> {
  const port = await freePort();
  const { scripts } = JSON.parse(await readFile(join(folderOf(name), 'package.json'), 'utf8')) as {
    scripts: { [name: string]: string };
  };
  const [command = '', ...args] = scripts[script]!.split(' '); // without npm between, which would not hand on the signal that ends it
  const server = spawn(command, args, {
    cwd: folderOf(name),
    env: {
      ...environment,
      PATH: [join(folderOf(name), 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      PORT: String(port),
      HOST: 'localhost',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(async () => {
    const closed = new Promise((resolve) => server.once('close', resolve));
    server.kill();
    await closed;
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.once('close', () => reject(new Error(`The server of ${name} ended:\n${said}`)));
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes(`:${port}`)) resolve();
      });
  });
  return `http://localhost:${port}`;
}
