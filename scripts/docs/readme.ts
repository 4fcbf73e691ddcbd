import { readFileSync } from 'node:fs';
import { root } from './program.js';

export const readme = readFileSync(`${root}README.md`, 'utf8');

/** The README's examples in a language, in the order in which they stand there. */
export const examples = (...languages: readonly string[]): string[] =>
  [...readme.matchAll(/^( *)```(\w+)\n([^]*?)^\1```$/gm)]
    .filter(([, , language]) => languages.includes(language!))
    .map(([, , , code]) => code!);
