/** What the built files weigh over the network: each compressed alone with brotli at its best. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Files that come only when they are asked for. What is not named here counts for the first visit. */
export const details = ['details'];
export const languages = ['ar', 'de'];
/** The console's view, and the words for a manifest's mistakes. */
export const seldom = ['inspect', 'explain'];

export interface Weight {
  readonly what: string;
  readonly requests: number;
  readonly bytes: number;
  /** The most that it may be, in bytes and requests. */
  readonly budget: number;
  readonly mostRequests: number;
}

export const brotli = (file: Buffer): number => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

export function measure(): Weight[] {
  const sizes = new Map(
    readdirSync(`${dist}chunks`).map((file) => [file.replace(/-\d+\.\d+\.\d+.*$/, ''), brotli(readFileSync(`${dist}chunks/${file}`))]),
  );
  const later = [...details, ...languages, ...seldom];
  const gone = later.filter((name) => !sizes.has(name));
  if (gone.length) throw new Error(`dist/chunks has nothing called ${gone.join(' or ')}: bring test/size/measure.ts up to date.`);

  const entry = brotli(readFileSync(`${dist}cookie-manifest.js`));
  const first = [entry, ...[...sizes].filter(([name]) => !later.includes(name)).map(([, size]) => size)];
  const opened = [...first, ...details.map((name) => sizes.get(name)!)];
  const sum = (all: readonly number[]) => all.reduce((total, size) => total + size, 0);
  return [
    { what: 'Returning visit', requests: 1, bytes: entry, budget: 2_500, mostRequests: 1 },
    { what: 'First visit, until the notice is painted', requests: first.length, bytes: sum(first), budget: 10_500, mostRequests: 3 },
    // The aim is 13,000. Lit comes with the details and is a fifth of it; until something gives, the figure may at least not grow.
    { what: 'First visit, with the details opened', requests: opened.length, bytes: sum(opened), budget: 14_100, mostRequests: 4 },
    ...languages.map((name) => ({ what: `Language: ${name}`, requests: 1, bytes: sizes.get(name)!, budget: 1_000, mostRequests: 1 })),
  ];
}
