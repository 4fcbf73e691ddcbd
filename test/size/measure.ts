/** What the built files weigh over the network: each compressed alone with brotli at its best. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Files that come only when they are asked for. What is not named here counts for the first visit. */
export const details = ['details'];
export const languages = ['ar', 'de'];
/** The console's view, the audit, and the words for a manifest's mistakes. */
export const seldom = ['inspect', 'audit', 'explain'];

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

const brotli = (file: Buffer): number => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

export function measure(): Weight[] {
  const chunks = new Map(readdirSync(`${dist}chunks`).map((file) => [file.replace(/-\d+\.\d+\.\d+.*$/, ''), readFileSync(`${dist}chunks/${file}`)]));
  const later = [...details, ...languages, ...seldom];
  const gone = later.filter((name) => !chunks.has(name));
  if (gone.length) throw new Error(`dist/chunks has nothing called ${gone.join(' or ')}: bring test/size/measure.ts up to date.`);

  const weigh = (files: readonly Buffer[]) => ({
    requests: files.length,
    raw: files.reduce((sum, file) => sum + file.length, 0),
    bytes: files.reduce((sum, file) => sum + brotli(file), 0),
  });
  const returning = [readFileSync(`${dist}cookie-manifest.js`)];
  const first = [...returning, ...[...chunks].filter(([name]) => !later.includes(name)).map(([, file]) => file)];
  const opened = [...first, ...details.map((name) => chunks.get(name)!)];
  return [
    { what: 'Returning visit', ...weigh(returning), budget: 2_500, mostRequests: 1 },
    { what: 'First visit, until the notice is painted', ...weigh(first), budget: 10_500, mostRequests: 3 },
    // The aim is 13,000. Lit comes with the details and is a fifth of it; until something gives, the figure may at least not grow.
    { what: 'First visit, with the details opened', ...weigh(opened), budget: 14_100, mostRequests: 4 },
    ...languages.map((name) => ({ what: `Language other than English: ${name}`, ...weigh([chunks.get(name)!]), budget: 1_000, mostRequests: 1, added: true })),
  ];
}
