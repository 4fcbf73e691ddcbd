/**
 * `npm test`: every check there is, in order, and one line that sums them up. Words after it choose steps: `npm test -- e2e package`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './browsers.js';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Count {
  passed: number;
  failed: number;
}

interface Step {
  readonly name: string;
  /** A file it cannot do without: where the build has not made it, the step is not run and counts as failed. */
  readonly needs?: string;
  run(): Promise<Count>;
}

/** Runs a program in the checkout, its output streamed as it comes; `lines` sees each line of what it prints. */
function call(command: string, args: readonly string[], lines?: (line: string) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', lines ? 'pipe' : 'inherit', 'inherit'], env: { ...process.env, NO_COLOR: '1' } });
    let rest = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text);
      const whole = (rest + text).split('\n');
      rest = whole.pop() ?? '';
      for (const line of whole) lines?.(line);
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}

const one = (passed: boolean): Count => ({ passed: Number(passed), failed: Number(!passed) });
const bin = (name: string) => `node_modules/.bin/${name}`;

/** Counts what @web/test-runner has written down for each browser. */
async function inBrowsers(): Promise<Count> {
  const report = `${root}coverage/wtr.json`;
  rmSync(report, { force: true });
  const passed = await call('node', ['--import', 'tsx', bin('wtr'), '--config', 'test/web-test-runner.config.mjs']);
  if (!existsSync(report)) return one(false);
  const browsers = JSON.parse(readFileSync(report, 'utf8')) as Record<string, Count>;
  const total = { passed: 0, failed: 0 };
  for (const count of Object.values(browsers)) {
    total.passed += count.passed;
    total.failed += count.failed;
  }
  // What fails without a failed test is the coverage, or the runner itself.
  if (!passed && !total.failed) total.failed = 1;
  return total;
}

/** Counts the tests of node:test in a folder. */
async function inNode(folder: string): Promise<Count> {
  const files = (await readdir(`${root}test/${folder}`)).filter((file) => file.endsWith('.test.ts')).map((file) => `test/${folder}/${file}`);
  const total = { passed: 0, failed: 0 };
  const passed = await call('node', ['--import', 'tsx', '--test', '--test-concurrency=1', '--test-timeout=300000', '--test-reporter=spec', ...files], (line) => {
    const [, what, count] = /^ℹ (pass|fail|cancelled) (\d+)$/.exec(line) ?? [];
    if (what) total[what === 'pass' ? 'passed' : 'failed'] += Number(count);
  });
  if (!passed && !total.failed) total.failed = 1;
  if (!total.passed && !total.failed) total.failed = 1; // a folder without tests has lost them
  return total;
}

const steps: readonly Step[] = [
  { name: 'types', run: async () => one((await call(bin('tsc'), ['--noEmit', '-p', '.'])) && (await call(bin('tsc'), ['--noEmit', '-p', 'src/cli']))) },
  { name: 'test-types', run: async () => one(await call(bin('tsc'), ['-p', 'test'])) },
  { name: 'lint', run: async () => one(await call('npm', ['run', '--silent', 'lint'])) },
  { name: 'build', run: async () => one(await call('npm', ['run', '--silent', 'build'])) },
  { name: 'browser', run: inBrowsers },
  ...['locales', 'policy', 'import', 'pictures', 'docs', 'schema', 'boundaries', 'package', 'audit', 'commands', 'plugin', 'e2e'].map((folder) => ({ name: folder, needs: 'dist/cookie-manifest.js', run: () => inNode(folder) })),
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  console.error(`No step is called ${unknown.join(' or ')}; there are ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

try {
  const { chromium, firefox } = ensureBrowsers();
  if (!firefox) console.log('No Firefox was found, so unit and element tests run in Chromium alone. In CI it must be there.');
  Object.assign(process.env, { CHROMIUM: chromium, ...(firefox && { FIREFOX: firefox }) });
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

const results = new Map<string, Count>();
for (const { name, needs, run } of steps.filter((step) => !asked.length || asked.includes(step.name))) {
  console.log(`\n── ${name}`);
  const missing = needs && !existsSync(root + needs);
  if (missing) console.log(`Not run: there is no ${needs}, as the build failed.`);
  results.set(name, missing ? one(false) : await run());
}

console.log('');
for (const [name, { passed, failed }] of results) console.log(`${name.padEnd(12)} ${passed} passed, ${failed} failed`);
const total = [...results.values()].reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
