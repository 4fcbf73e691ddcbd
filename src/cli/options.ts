import { parseArgs, type ParseArgsConfig } from 'node:util';
import { matchesPattern } from '../manifest/validate.js';
import { suggestWord } from '../manifest/suggest.js';
import { Trouble, saying } from './problem.js';

/** What every command is given. */
export interface Context {
  /** The library's version. */
  readonly version: string;
  /** Aborts the run. */
  readonly stop: AbortSignal;
}

/** What a wrong use is told: what is wrong, and where help is. */
export const misuse = (message: string): Trouble => new Trouble(`${message}\nSee cookie-manifest --help.`);

/**
 * Runs Node's own parser; its messages name the option, and for an unknown one a near one is suggested.
 * @throws {Trouble} where an option is unknown or lacks its value
 */
export function parseOptions<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [, unknown] = /^Unknown option '--([^']+)'/.exec(saying(error)) ?? [];
    throw misuse(
      unknown ? `There is no option --${unknown}.${suggestWord(unknown, Object.keys(options), '--')}` : saying(error),
    );
  }
}

/**
 * The value of an option that takes one of some words.
 * @throws {Trouble} where it is none of them; a near one is suggested
 */
export function oneOf<const Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found === undefined)
    throw misuse(`--${option} is one of ${words.join(', ')}, not "${value}".${suggestWord(value, words)}`);
  return found;
}

/**
 * The one file that a command works on.
 * @throws {Trouble} where there is none, or more
 */
export function oneFile([file, ...more]: readonly string[], example: string): string {
  if (!file) throw misuse(`No manifest was given: cookie-manifest ${example}`);
  if (more.length) throw misuse(`It works on one manifest at a time, not also ${more.join(' ')}.`);
  return file;
}

/**
 * The revision of a manifest that is made; today's date (UTC) where none is given.
 * @throws {Trouble} where it is none
 */
export function newRevision(text = new Date().toISOString().slice(0, 10)): string {
  if (!matchesPattern('revision', text))
    throw misuse(`--revision is up to 64 letters, digits, ".", "_" and "-", not "${text}".`);
  return text;
}

/**
 * The name of the site that a manifest is made for; undefined where none is given.
 * @throws {Trouble} where there is nothing in it
 */
export function newSite(name: string | undefined): string | undefined {
  if (name !== undefined && !name.trim()) throw misuse('--site is a name.');
  return name;
}

/**
 * An address to visit or read.
 * @throws {Trouble} where it is none of http or https, or has a password in it
 */
export function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password)
    throw misuse(
      'An address with a password in it would show it in reports. Send it as --header "Authorization: Basic …".',
    );
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href;
  throw misuse(
    `"${text}" is no http or https address.${/^[\w-]+(\.[\w-]+)+/.test(text) ? ` Did you mean "https://${text}"?` : ''}`,
  );
}
