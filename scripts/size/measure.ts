/** What the built files weigh over the network: each compressed alone with brotli at its best. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languages as localeFiles } from '../../src/locales/languages.js';
import { policyLanguages } from '../../src/locales/load-policy.js';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What the notice waits for, beside the one script. */
const first = ['page', 'notice'];
/** What comes when the notice is painted: what answering it takes. */
const answer = ['answer'];
/** What opening the details adds. */
const details = ['details'];
const languages = Object.keys(localeFiles);
/** What the API loads when it is called, what a notice waits for, the stand-in for Lit, the policy page, the console's view, the audit, and words for problems and tags. */
const seldom = [
  'acts',
  'covers',
  'plain',
  'policy',
  'examine',
  'inspect',
  'audit',
  'explain-fault',
  'explain-problem',
  'explain-refusal',
  'suggest',
  'unclosed-tag',
];
const policies = Object.keys(policyLanguages).map((tag) => `policy-${tag}`);

/** The most bytes that each visit may take, in brotli. */
export const budgets = { returning: 2_500, painted: 16_700, details: 24_700, language: 1_000 };

export interface Weight {
  readonly what: string;
  readonly requests: number;
  /** Bytes as they are, and compressed. */
  readonly raw: number;
  readonly bytes: number;
  /** The most that it may be, in bytes and requests. */
  readonly budget: number;
  readonly mostRequests: number;
  /** Whether it comes on top of a visit. */
  readonly added?: boolean;
}

const brotli = (file: Buffer): number =>
  brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

export function measure(): Weight[] {
  const chunks = new Map(
    readdirSync(`${dist}chunks`).map((file) => [
      file.replace(/-\d+\.\d+\.\d+.*$/, ''),
      readFileSync(`${dist}chunks/${file}`),
    ]),
  );
  const known = [...first, ...answer, ...details, ...languages, ...seldom, ...policies];
  const differing = [
    ...known.filter((name) => !chunks.has(name)),
    ...[...chunks.keys()].filter((name) => !known.includes(name)),
  ];
  if (differing.length)
    throw new Error(`dist/chunks differs in ${differing.join(', ')}: bring scripts/size/measure.ts up to date.`);

  const weigh = (files: readonly Buffer[]) => ({
    requests: files.length,
    raw: files.reduce((sum, file) => sum + file.length, 0),
    bytes: files.reduce((sum, file) => sum + brotli(file), 0),
  });
  const entry = readFileSync(`${dist}cookie-manifest.js`);
  const load = (...names: string[]) => weigh([entry, ...names.map((name) => chunks.get(name)!)]);
  const [largest] = languages
    .map((name) => ({ name, weight: weigh([chunks.get(name)!]) }))
    .sort((a, b) => b.weight.bytes - a.weight.bytes) as [{ name: string; weight: ReturnType<typeof weigh> }];
  return [
    { what: 'Returning visit', ...load(), budget: budgets.returning, mostRequests: 1 },
    { what: 'First visit, until the notice is painted', ...load(...first), budget: budgets.painted, mostRequests: 3 },
    {
      what: 'First visit, with the details opened',
      ...load(...first, ...answer, ...details),
      budget: budgets.details,
      mostRequests: 5,
    },
    {
      what: `Another language (${largest.name} is the largest of ${languages.length})`,
      ...largest.weight,
      budget: budgets.language,
      mostRequests: 1,
      added: true,
    },
  ];
}
