#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { didYouMean } from '../manifest/suggest.js';
import { audit } from './audit.js';
import { help, misuse } from './options.js';
import { Trouble } from './problem.js';
import { validate } from './validate.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    stop.abort(new Trouble(`Interrupted (${signal}): the browser is closed, and nothing is reported.`));
  });

async function run([command, ...args]: readonly string[]): Promise<number> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
  if (command === undefined) throw misuse('Say what to do: audit or validate.');
  if (command === '--version') {
    console.log(version);
    return 0;
  }
  if (command === 'help' || [command, ...args].includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  if (command === 'audit') return audit(args, version, stop.signal);
  if (command === 'validate') return validate(args);
  throw misuse(`There is no command "${command}".${didYouMean(command, ['audit', 'validate'])}`);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // An error that nobody foresaw keeps its stack: it is to be reported.
  console.error(error instanceof Trouble ? error.message : error);
  process.exitCode = 2;
  if (stop.signal.aborted) process.exit(); // whatever else of the run is still waiting
}
