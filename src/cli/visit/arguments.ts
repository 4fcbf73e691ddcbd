import { misuse } from '../options.js';

/** How a site is visited, as a person says it on the command line. */
export const visitOptions = {
  script: { type: 'string' },
  'storage-state': { type: 'string' },
  header: { type: 'string', multiple: true },
  wait: { type: 'string', default: '15' },
  'browser-path': { type: 'string' },
  'browser-arg': { type: 'string', multiple: true },
} as const;

export interface VisitArguments {
  /** A module whose default export takes steps. */
  readonly script?: string;
  readonly storageState?: string;
  readonly headers: { readonly [name: string]: string };
  /** In seconds. */
  readonly wait: number;
  readonly browserPath?: string;
  readonly browserArgs: readonly string[];
}

/** The values of `visitOptions`, as Node's parser gives them. */
interface VisitValues {
  readonly script?: string | undefined;
  readonly 'storage-state'?: string | undefined;
  readonly header?: readonly string[] | undefined;
  readonly wait: string;
  readonly 'browser-path'?: string | undefined;
  readonly 'browser-arg'?: readonly string[] | undefined;
}

/** @throws {Trouble} where something cannot be read */
export function visitArguments({ script, header = [], wait, ...values }: VisitValues): VisitArguments {
  const seconds = Number(wait);
  if (!(seconds > 0)) throw misuse(`--wait is a number of seconds, not "${wait}".`);
  const storageState = values['storage-state'];
  const browserPath = values['browser-path'];
  return {
    ...(script && { script }),
    ...(storageState && { storageState }),
    headers: Object.fromEntries(header.map(readHeader)),
    wait: seconds,
    ...(browserPath && { browserPath }),
    browserArgs: values['browser-arg'] ?? [],
  };
}

function readHeader(text: string): readonly [string, string] {
  // RFC 9110, section 5: a token, a colon, and a value
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*?)\s*$/.exec(text) ?? [];
  if (!name) throw misuse('--header is given as "Name: value".');
  return [name.toLowerCase(), value!];
}
