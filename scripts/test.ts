/**
 * `npm test`: every check there is, two at a time, and lines that sum them up by step and by engine. Words after it choose steps: `npm test -- e2e package`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './browsers.js';
import { engineNames, type EngineName } from '../test/engines/engine.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** How many steps run at once: a browser and what drives it keep about one core busy. */
const lanes = 2;

interface Count {
  passed: number;
  failed: number;
  /** How many tests were skipped for each feature that is missing. */
  skipped: Record<string, number>;
}

type Engine = EngineName | 'node';
type Counts = Partial<Record<Engine, Count>>;

/** What a step does, and how it is told to print. */
interface Runner {
  /** Runs a program in the checkout; `lines` sees each line of what it prints. */
  call(
    command: string,
    args: readonly string[],
    options?: { readonly env?: NodeJS.ProcessEnv; readonly lines?: (line: string) => void },
  ): Promise<boolean>;
  print(text: string): void;
}

interface Step {
  readonly name: string;
  /** A file it cannot do without: it waits for the build, and where that has not made it, the step is not run and counts as failed. */
  readonly needs?: string;
  run(runner: Runner): Promise<Counts>;
}

/** @param live - whether what is printed is shown as it comes, and not together at the end */
function runner(live: boolean): Runner & { readonly printed: () => string } {
  let printed = '';
  const print = (text: string) => {
    if (live) process.stdout.write(text);
    else printed += text;
  };
  return {
    print,
    printed: () => printed,
    call: (command, args, { env, lines } = {}) =>
      new Promise((resolve) => {
        const child = spawn(command, args, {
          cwd: root,
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, NO_COLOR: '1', ...env },
        });
        let rest = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          print(text);
          const whole = (rest + text).split('\n');
          rest = whole.pop() ?? '';
          for (const line of whole) lines?.(line);
        });
        child.stderr.setEncoding('utf8').on('data', print);
        child.on('error', (error) => {
          print(`${error.message}\n`);
          resolve(false);
        });
        child.on('close', (code) => resolve(code === 0));
      }),
  };
}

const count = (passed = 0, failed = 0): Count => ({ passed, failed, skipped: {} });
const one = (passed: boolean): Counts => ({ node: count(Number(passed), Number(!passed)) });
const bin = (name: string) => `node_modules/.bin/${name}`;

function add(into: Count, { passed, failed, skipped }: Count): void {
  into.passed += passed;
  into.failed += failed;
  for (const [feature, times] of Object.entries(skipped)) into.skipped[feature] = (into.skipped[feature] ?? 0) + times;
}

const total = (counts: readonly Count[]): Count => counts.reduce((sum, each) => (add(sum, each), sum), count());

/** Counts what @web/test-runner has written down for each browser. */
async function inBrowsers({ call }: Runner): Promise<Counts> {
  const report = `${root}coverage/wtr.json`;
  rmSync(report, { force: true });
  const passed = await call('node', ['--import', 'tsx', bin('wtr'), '--config', 'web-test-runner.config.js']);
  if (!existsSync(report)) return one(false);
  const counts = JSON.parse(readFileSync(report, 'utf8')) as Counts;
  // What fails without a failed test is the coverage, or the runner itself.
  return passed || Object.values(counts).some(({ failed }) => failed) ? counts : { ...counts, ...one(false) };
}

/** Counts the tests of node:test in a folder, and names what the skipped ones lack. */
async function inNode(
  { call }: Runner,
  folder: string,
  engine: Engine = 'node',
  env: NodeJS.ProcessEnv = {},
): Promise<Counts> {
  const files = (await readdir(`${root}test/${folder}`))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${folder}/${file}`);
  const result = count();
  const passed = await call(
    'node',
    ['--import', 'tsx', '--test', '--test-concurrency=1', '--test-timeout=300000', '--test-reporter=spec', ...files],
    {
      env,
      lines(line) {
        const [, what, times] = /^ℹ (pass|fail|cancelled) (\d+)$/.exec(line) ?? [];
        if (what) result[what === 'pass' ? 'passed' : 'failed'] += Number(times);
        const [, feature] = /^\s*﹣ .* # (.+)$/.exec(line) ?? [];
        if (feature) add(result, { ...count(), skipped: { [feature]: 1 } });
      },
    },
  );
  if (!passed && !result.failed) result.failed = 1;
  if (!result.passed && !result.failed) result.failed = 1; // a folder without tests has lost them
  return { [engine]: result };
}

/** Runs the suite for all engines in each that is there. */
async function inEngines(runner: Runner): Promise<Counts> {
  const counts: Counts = {};
  for (const engine of engineNames.filter((name) => process.env[name.toUpperCase()])) {
    runner.print(`\n${engine}\n`);
    Object.assign(counts, await inNode(runner, 'engines', engine, { ENGINE: engine, WDIO_LOG_LEVEL: 'silent' }));
  }
  return counts;
}

/** Builds the documentation site, and tests what was built. */
async function inSite(runner: Runner): Promise<Counts> {
  const isBuilt = await runner.call(bin('vitepress'), ['build', 'docs']);
  return isBuilt ? inNode(runner, 'site') : one(false);
}

const needs = 'dist/cookie-manifest.js';
const inChromium = ['e2e', 'libraries', 'audit', 'pictures'].map((folder): Step => ({
  name: folder,
  needs,
  run: (runner) => inNode(runner, folder, 'chromium'),
}));

/** In the order in which they begin: the long ones first, so that two end at about the same time. */
const steps: readonly Step[] = [
  { name: 'build', run: async ({ call }) => one(await call('npm', ['run', '--silent', 'build'])) },
  {
    name: 'types',
    run: async ({ call }) =>
      one((await call(bin('tsc'), ['--noEmit', '-p', '.'])) && (await call(bin('tsc'), ['--noEmit', '-p', 'src/cli']))),
  },
  {
    name: 'test-types',
    needs: 'dist/manifest.schema.json',
    async run({ call }) {
      for (const project of ['test', 'scripts', 'docs'])
        if (!(await call(bin('tsc'), ['-p', project]))) return one(false);
      return one(true);
    },
  },
  ...inChromium,
  { name: 'site', needs, run: inSite },
  { name: 'browser', run: inBrowsers },
  { name: 'engines', needs, run: inEngines },
  { name: 'lint', run: async ({ call }) => one(await call('npm', ['run', '--silent', 'lint'])) },
  ...[
    'import',
    'plugin',
    'commands',
    'package',
    'environments',
    'docs',
    'locales',
    'policy',
    'schema',
    'manifests',
    'boundaries',
  ].map((folder): Step => ({ name: folder, needs, run: (runner) => inNode(runner, folder) })),
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  console.error(`No step is called ${unknown.join(' or ')}; there are ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const absent: EngineName[] = [];
try {
  const browsers = ensureBrowsers();
  for (const name of engineNames) {
    const path = browsers[name];
    if (path) process.env[name.toUpperCase()] = path;
    else absent.push(name);
  }
  if (absent.length)
    console.log(`There is no ${absent.join(' and no ')} here, so the tests run without. In CI they must be there.`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

const chosen = steps.filter((step) => !asked.length || asked.includes(step.name));
const results = new Map<string, Counts>();
const waiting = [...chosen];
let endBuild = () => {};
const building = chosen.some(({ name }) => name === 'build')
  ? new Promise<void>((resolve) => (endBuild = resolve))
  : Promise.resolve();

/** Runs one step after another: the first of those left, and while `dist` is being built, the first that does without. */
async function lane(): Promise<void> {
  for (;;) {
    const index = results.has('build') ? 0 : waiting.findIndex((step) => !step.needs);
    const [step] = waiting.splice(Math.max(index, 0), 1);
    if (!step) return;
    if (step.needs) await building;
    await finish(step);
    if (step.name === 'build') endBuild();
  }
}

async function finish({ name, needs, run }: Step): Promise<void> {
  const began = Date.now();
  const live = chosen.length === 1;
  const own = runner(live);
  console.log(live ? `\n── ${name}` : `… ${name}`);
  const missing = needs && !existsSync(root + needs);
  if (missing) own.print(`Not run: there is no ${needs}, as the build failed.\n`);
  results.set(name, missing ? one(false) : await run(own));
  if (!live) process.stdout.write(`\n── ${name}, ${Math.round((Date.now() - began) / 1000)} s\n${own.printed()}`);
}

await Promise.all(Array.from({ length: lanes }, lane));

/** `412 passed, 0 failed, 6 skipped: setViewport (4), emulateMedia (2)` */
function line({ passed, failed, skipped }: Count): string {
  const features = Object.entries(skipped);
  const times = features.reduce((sum, [, each]) => sum + each, 0);
  return `${passed} passed, ${failed} failed, ${times} skipped${times ? `: ${features.map(([feature, each]) => `${feature} (${each})`).join(', ')}` : ''}`;
}

console.log('');
for (const { name } of chosen) console.log(`${name.padEnd(12)} ${line(total(Object.values(results.get(name)!)))}`);
console.log('');
for (const engine of [...engineNames, 'node'] as const) {
  const counts = [...results.values()].flatMap((each) => each[engine] ?? []);
  console.log(
    `${engine.padEnd(12)} ${absent.includes(engine as EngineName) ? 'not run, as it is not installed' : line(total(counts))}`,
  );
}
const { passed, failed, skipped } = total([...results.values()].flatMap((counts) => Object.values(counts)));
console.log(
  `\n${passed} passed, ${failed} failed, ${Object.values(skipped).reduce((sum, each) => sum + each, 0)} skipped`,
);
process.exitCode = failed ? 1 : 0;
