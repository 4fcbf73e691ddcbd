/** Runs the built command as a user does. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
export const main = `${root}dist/cli/main.js`;

/** A folder for a test file's own files, gone afterwards. */
export const folder = mkdtempSync(join(tmpdir(), 'command-'));
after(() => rmSync(folder, { recursive: true }));

/** Writes a file into the folder, and gives its path. */
export function file(name: string, content: string | Uint8Array | object): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content, null, 2),
  );
  return path;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What is typed, then the end of input. Default: no input is there. */
  readonly input?: string;
  /** Flags for Node itself. */
  readonly node?: readonly string[];
  /** Milliseconds after which it is killed. Default: never. */
  readonly limit?: number;
  /** Sees the process when it has begun. */
  readonly started?: (child: ReturnType<typeof spawn>) => void;
}

export function run(
  args: readonly string[],
  { cwd = root, env = process.env, input, node = [], limit, started }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, main, ...args], {
      cwd,
      env,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    const out = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream]!.setEncoding('utf8').on('data', (text: string) => (out[stream] += text));
    child.stdin?.on('error', () => undefined).end(input); // it may end before it has read all
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...out }));
    started?.(child);
  });
}
