/** What the audit's tests need beside the command itself. */
import type { Finding } from '../../src/entries/index.js';
import { chromiumArgs, chromiumPath } from '../../scripts/browsers.js';

export { file, folder, main, root, run, type Ran, type RunOptions } from '../command.js';

/** The arguments that give the command a browser here. */
export const withBrowser = (args: readonly string[] = []): string[] => [
  '--browser-path',
  chromiumPath(),
  ...[...chromiumArgs, ...args].map((arg) => `--browser-arg=${arg}`),
];

export interface JsonReport {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  readonly seen: number;
  readonly failed: boolean;
  readonly [field: string]: unknown;
}
