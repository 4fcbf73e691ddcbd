/** A project outside of the checkout: installed with the packed library, built by its own tool, and served. */
import { execFile, spawn } from 'node:child_process';
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { after, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { root } from '../../scripts/docs/program.js';

const run = promisify(execFile);

/** A folder for the test file's projects, gone afterwards. */
export const projects = await mkdtemp(join(tmpdir(), 'frameworks-'));
after(() => rm(projects, { recursive: true, force: true }));

// --ignore-scripts: what is packed is what the build step has made and the other tests have tested.
const { stdout: packed } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', projects], {
  cwd: root,
});
const [{ filename: tarball }] = JSON.parse(packed) as [{ filename: string }];

const environment = {
  ...process.env,
  NO_COLOR: '1',
  CI: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
};

/**
 * Runs npm in a project's folder.
 * @returns all that it printed
 * @throws {Error} with all that it printed, where it fails
 */
export async function runNpm(folder: string, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout, stderr } = await run('npm', args, { cwd: folder, env: environment, maxBuffer: 1 << 24 });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm ${args.join(' ')} in ${basename(folder)}\n${stdout}${stderr}`, { cause: error });
  }
}

/** Installs a project as an application would be, with the tarball in place of the checkout. */
export async function installProject(folder: string): Promise<void> {
  const file = join(folder, 'package.json');
  const description = JSON.parse(await readFile(file, 'utf8')) as { dependencies: { [name: string]: string } };
  description.dependencies['cookie-manifest'] = `file:${join(projects, tarball)}`;
  await writeFile(file, JSON.stringify(description));
  await runNpm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock');
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/**
 * Starts a project's server, until the test ends.
 * @param script - of the project's package.json
 * @returns its origin
 */
export async function startProject(t: TestContext, folder: string, script: 'start' | 'dev'): Promise<string> {
  const port = await findFreePort();
  const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    scripts: { [name: string]: string };
  };
  const [command = '', ...args] = scripts[script]!.split(' '); // without npm between, which would not hand on the signal that ends it
  const server = spawn(command, args, {
    cwd: folder,
    env: {
      ...environment,
      PATH: [join(folder, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
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
    server.once('close', () => reject(new Error(`The server in ${basename(folder)} ended:\n${said}`)));
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes(`:${port}`)) resolve();
      });
  });
  return `http://localhost:${port}`;
}
