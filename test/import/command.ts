/** Runs the built `cookie-manifest import` as a user does. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** A folder for a test file's own files, gone afterwards. */
export const folder = mkdtempSync(join(tmpdir(), 'import-'));
after(() => rmSync(folder, { recursive: true }));

/** Writes a file into the folder, and gives its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export interface Ran {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What is typed, then the end of input. */
  readonly input?: string;
  /** Flags for Node itself. */
  readonly node?: readonly string[];
  /** Milliseconds after which it is killed. */
  readonly limit?: number;
}

/** Runs `cookie-manifest import`. */
export function runImport(args: readonly string[], { input = '', node = [], limit = 120_000 }: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, main, 'import', ...args], { stdio: 'pipe', timeout: limit, killSignal: 'SIGKILL' });
    const out = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) child[stream].setEncoding('utf8').on('data', (text: string) => (out[stream] += text));
    child.stdin.on('error', () => undefined); // it may end before it has read all
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...out }));
  });
}

/** Serves on a port of its own until the tests have run; gives the origin. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
