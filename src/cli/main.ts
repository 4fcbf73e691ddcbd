#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { suggestWord } from '../manifest/suggest.js';
import { commandNames, helpFor, isCommand, type CommandName } from './help.js';
import { misuse, type Context } from './options.js';
import { Trouble } from './problem.js';

/** The commands, each loaded when it is asked for: most need neither a browser nor a parser. */
const commands: {
  readonly [Name in CommandName]: () => Promise<(args: readonly string[], context: Context) => Promise<number>>;
} = {
  import: async () => (await import('./commands/import.js')).importManifest,
  init: async () => (await import('./commands/init.js')).init,
  validate: async () => (await import('./commands/validate.js')).validate,
  audit: async () => (await import('./commands/audit.js')).audit,
  policy: async () => (await import('./commands/policy.js')).policy,
  diff: async () => (await import('./commands/diff.js')).diff,
  fmt: async () => (await import('./commands/fmt.js')).fmt,
  types: async () => (await import('./commands/types.js')).types,
  export: async () => (await import('./commands/export.js')).exportManifest,
};

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    stop.abort(new Trouble(`Interrupted (${signal}): the browser is closed, and nothing is reported.`));
  });

// Whoever reads may have had enough, as `head` has; the command ends as it would.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

/** @throws {Trouble} where there is no such command */
function commandOf(name: string): CommandName {
  if (!isCommand(name)) throw misuse(`There is no command "${name}".${suggestWord(name, commandNames)}`);
  return name;
}

async function run([command, ...args]: readonly string[]): Promise<number> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  if (command === undefined) throw misuse(`Say what to do: ${commandNames.join(', ')}.`);
  if (command === '--version') {
    console.log(version);
    return 0;
  }
  if (command === 'help' || [command, ...args].includes('--help')) {
    const about = command === 'help' ? args[0] : command;
    process.stdout.write(helpFor(about === undefined || about === '--help' ? undefined : commandOf(about)));
    return 0;
  }
  const execute = await commands[commandOf(command)]();
  return execute(args, { version, stop: stop.signal });
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // An error that nobody foresaw keeps its stack: it is to be reported.
  console.error(error instanceof Trouble ? error.message : error);
  process.exitCode = 2;
  if (stop.signal.aborted) process.exit(); // whatever else of the run is still waiting
}
