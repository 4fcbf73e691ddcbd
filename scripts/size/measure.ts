/** What the built files weigh over the network: each compressed alone with brotli at its best. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languages as localeFiles } from '../../src/locales/languages.js';
import { policyLanguages } from '../../src/locales/load-policy.js';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Files that come only when they are asked for. What is not named here counts for the first visit. */
export const details = ['details'];
export const languages = Object.keys(localeFiles);
/** The policy page and its languages, the console's view, the audit, and the words for a manifest's mistakes. */
export const seldom = [
  'policy',
  ...Object.keys(policyLanguages).map((tag) => `policy-${tag}`),
  'inspect',
  'audit',
  'explain-problem',
];

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
  const later = [...details, ...languages, ...seldom];
  const gone = later.filter((name) => !chunks.has(name));
  if (gone.length)
    throw new Error(`dist/chunks has nothing called ${gone.join(' or ')}: bring scripts/size/measure.ts up to date.`);

  const weigh = (files: readonly Buffer[]) => ({
    requests: files.length,
    raw: files.reduce((sum, file) => sum + file.length, 0),
    bytes: files.reduce((sum, file) => sum + brotli(file), 0),
  });
  const returning = [readFileSync(`${dist}cookie-manifest.js`)];
  const first = [...returning, ...[...chunks].filter(([name]) => !later.includes(name)).map(([, file]) => file)];
  const opened = [...first, ...details.map((name) => chunks.get(name)!)];
  const [largest] = languages
    .map((name) => ({ name, weight: weigh([chunks.get(name)!]) }))
    .sort((a, b) => b.weight.bytes - a.weight.bytes) as [{ name: string; weight: ReturnType<typeof weigh> }];
  return [
    { what: 'Returning visit', ...weigh(returning), budget: 2_500, mostRequests: 1 },
    { what: 'First visit, until the notice is painted', ...weigh(first), budget: 14_000, mostRequests: 3 },
    { what: 'First visit, with the details opened', ...weigh(opened), budget: 17_000, mostRequests: 4 },
    {
      what: `Another language (${largest.name} is the largest of ${languages.length})`,
      ...largest.weight,
      budget: 1_000,
      mostRequests: 1,
      added: true,
    },
  ];
}
