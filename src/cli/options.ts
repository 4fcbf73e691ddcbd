import { parseArgs } from 'node:util';
import { severities, type Severity } from '../audit/finding.js';
import { didYouMean } from '../manifest/suggest.js';
import { Trouble, saying } from './problem.js';

export const help = `Usage:
  cookie-manifest audit <url…> --manifest cookies.json   compares the manifest with what a site really keeps
  cookie-manifest validate <manifest> [--strict]         checks the manifest alone

Options of audit:
  --manifest FILE       the manifest (required)
  --fail-on SEVERITY    exit with 1 from this severity on: error (default), warning, info
  --json                print the report as JSON instead of a table
  --junit FILE          also write it as JUnit XML, for CI servers
  --sarif FILE          also write it as SARIF, for code scanning
  --html FILE           also write it as a page for people
  --script FILE         a module whose default export, async ({ page, url }) => { … }, logs in or clicks
  --storage-state FILE  cookies and local storage to begin with, as Playwright's storageState writes them
  --header "NAME: VALUE"  sent to the audited origin alone; may be repeated
  --wait SECONDS        how long a page may take to answer, and then to come to rest (default: 15)
  --browser-path FILE   the Chromium to use
  --browser-arg ARG     one more argument for it, as --browser-arg=--lang=de; may be repeated

Options of validate:
  --strict              problems are also: warnings that need no browser, keys that stand twice, waivers of no rule

  --help, --version

Exit codes: 0 nothing found at or above --fail-on; 1 something found; 2 the command could not do its work.
`;

export interface AuditArguments {
  readonly urls: readonly string[];
  readonly manifest: string;
  readonly failOn: Severity;
  readonly json: boolean;
  readonly files: { readonly [form in 'junit' | 'sarif' | 'html']?: string };
  readonly script?: string;
  readonly storageState?: string;
  readonly headers: { readonly [name: string]: string };
  readonly wait: number;
  readonly browserPath?: string;
  readonly browserArgs: readonly string[];
}

const auditOptions = {
  manifest: { type: 'string' },
  'fail-on': { type: 'string', default: 'error' },
  json: { type: 'boolean', default: false },
  junit: { type: 'string' },
  sarif: { type: 'string' },
  html: { type: 'string' },
  script: { type: 'string' },
  'storage-state': { type: 'string' },
  header: { type: 'string', multiple: true },
  wait: { type: 'string', default: '15' },
  'browser-path': { type: 'string' },
  'browser-arg': { type: 'string', multiple: true },
} as const;
const validateOptions = { strict: { type: 'boolean', default: false } } as const;

/** What a wrong use is told: what is wrong, and where help is. */
export const misuse = (message: string): Trouble => new Trouble(`${message}\nSee cookie-manifest --help.`);

/** Runs Node's own parser; its messages name the option, and for an unknown one a near one is suggested. */
function parse<Parsed>(parser: () => Parsed, known: object): Parsed {
  try {
    return parser();
  } catch (error) {
    const [, unknown] = /^Unknown option '--([^']+)'/.exec(saying(error)) ?? [];
    throw misuse(unknown ? `There is no option --${unknown}.${didYouMean(unknown, Object.keys(known), '--')}` : saying(error));
  }
}

/** @throws {Trouble} where something is missing or cannot be read */
export function auditArguments(args: readonly string[]): AuditArguments {
  const { values, positionals } = parse(() => parseArgs({ args: [...args], options: auditOptions, allowPositionals: true }), auditOptions);
  if (!positionals.length) throw misuse('No address was given: cookie-manifest audit https://example.com/ --manifest cookies.json');
  if (!values.manifest) throw misuse('No manifest was given: --manifest cookies.json');
  const failOn = values['fail-on'] as Severity;
  if (!severities.includes(failOn)) throw misuse(`--fail-on is one of ${severities.join(', ')}, not "${failOn}".`);
  const wait = Number(values.wait);
  if (!(wait > 0)) throw misuse(`--wait is a number of seconds, not "${values.wait}".`);
  const { junit, sarif, html, script } = values;
  const storageState = values['storage-state'];
  const browserPath = values['browser-path'];
  return {
    urls: positionals.map(address),
    manifest: values.manifest,
    failOn,
    json: values.json,
    files: { ...(junit && { junit }), ...(sarif && { sarif }), ...(html && { html }) },
    ...(script && { script }),
    ...(storageState && { storageState }),
    headers: Object.fromEntries((values.header ?? []).map(header)),
    wait,
    ...(browserPath && { browserPath }),
    browserArgs: values['browser-arg'] ?? [],
  };
}

/** @throws {Trouble} where there is not one file */
export function validateArguments(args: readonly string[]): { readonly file: string; readonly strict: boolean } {
  const { values, positionals } = parse(() => parseArgs({ args: [...args], options: validateOptions, allowPositionals: true }), validateOptions);
  const [file, ...more] = positionals;
  if (!file) throw misuse('No manifest was given: cookie-manifest validate cookies.json');
  if (more.length) throw misuse(`One manifest is checked at a time, not also ${more.join(' ')}.`);
  return { file, strict: values.strict };
}

function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password) throw misuse('An address with a password in it would show it in reports. Send it as --header "Authorization: Basic …".');
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href;
  throw misuse(`"${text}" is no http or https address.${/^[\w-]+(\.[\w-]+)+/.test(text) ? ` Did you mean "https://${text}"?` : ''}`);
}

function header(text: string): readonly [string, string] {
  // RFC 9110, section 5: a token, a colon, and a value
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*?)\s*$/.exec(text) ?? [];
  if (!name) throw misuse('--header is given as "Name: value".');
  return [name.toLowerCase(), value!];
}
