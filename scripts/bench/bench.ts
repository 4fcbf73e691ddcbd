/**
 * `npm run bench`: how fast the built files are, beside hand-written floors and what else there is on npm, on the same page, in one run,
 * in a Chromium that is slowed down. It prints figures and whether they keep the limits, but fails for no figure: machines differ.
 *
 *   --runs=N      how often each is measured (8)
 *   --only=ID,ID  only some of the subjects in subjects.ts
 *   --readme      writes table and chart for the documents
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../browsers.js';
import { provide } from './install.js';
import { slowdown } from './measure.js';
import { writeReadme } from './readme.js';
import { formatLimits, formatTable, type Results } from './report.js';
import { fail, runRounds, startOutcome, type Outcome } from './rounds.js';
import { startBenchServer } from './server.js';
import { subjects, type Subject } from './subjects.js';

const resultsFile = fileURLToPath(new URL('../../coverage/bench.json', import.meta.url));

interface Options {
  readonly runs: number;
  readonly chosen: readonly Subject[];
  readonly readme: boolean;
}

/**
 * Reads the options of the command line.
 * @throws {Error} that says what is wrong with them
 */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '8' },
      only: { type: 'string' },
      readme: { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a number from 1 on.');
  const ids = values.only?.split(',') ?? subjects.map(({ id }) => id);
  const unknown = ids.filter((id) => !subjects.some((subject) => subject.id === id));
  if (unknown.length) {
    const known = subjects.map(({ id }) => id).join(', ');
    throw new Error(`There is no ${unknown.join(' and no ')} to measure, only ${known}.`);
  }
  if (values.readme && values.only) throw new Error('--readme needs all subjects: leave --only out.');
  return { runs, chosen: subjects.filter(({ id }) => ids.includes(id)), readme: values.readme };
}

/** Brings what each page loads. Returns the folders by subject; outcomes of what cannot be had are marked. */
async function provideAll(outcomes: readonly Outcome[]): Promise<Map<string, string>> {
  const folders = new Map<string, string>();
  await Promise.all(
    outcomes.map(async (outcome) => {
      const { id } = outcome.subject;
      await provide(outcome.subject).then(
        (folder) => folders.set(id, folder),
        (error: unknown) => fail(outcome, error),
      );
    }),
  );
  return folders;
}

/** Measures all that was chosen. */
async function measureAll({ chosen, runs }: Options): Promise<Results> {
  const outcomes = chosen.map(startOutcome);
  const folders = await provideAll(outcomes);
  const server = await startBenchServer(folders);
  // One peer hides from browsers that say they are automated.
  const browser = await launchChromium(['--disable-blink-features=AutomationControlled']);
  try {
    await runRounds(browser, server, outcomes, runs);
    const date = new Date().toISOString().slice(0, 10);
    return { date, chromium: browser.version(), cores: availableParallelism(), slowdown, runs, outcomes };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Reads the options, or ends the program with what is wrong with them. */
function readOptionsOrExit(): Options {
  try {
    return readOptions();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

const options = readOptionsOrExit();
const results = await measureAll(options);
await mkdir(dirname(resultsFile), { recursive: true });
await writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
console.log(`\n${formatTable(results)}\n\n${formatLimits(results)}`);
if (options.readme) await writeReadme(results);

// A peer may be out of reach. What is ours must work.
const broken = results.outcomes.filter(({ subject, failure }) => failure && subject.kind !== 'peer');
if (broken.length) process.exitCode = 1;
