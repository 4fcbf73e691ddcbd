import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './program.js';

/** Files that a visitor gets only on asking for the details, or for a language. */
const details = 'details';
const languages = ['ar', 'de'];
/** Files that most visits never load: the words for mistakes, the console's view, the stand-in. */
const seldom = ['explain', 'inspect', 'plain'];

const number = new Intl.NumberFormat('en');

/** Bytes over the network, every file compressed alone. */
const brotli = (file: Buffer): number => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** The rows of the README's table of costs, of the built files: visit, requests, bytes, bytes in brotli. */
export function sizeRows(): string[][] {
  const chunks = new Map(
    readdirSync(`${root}dist/chunks`).map((file) => [file.replace(/-\d+\.\d+\.\d+.*$/, ''), readFileSync(`${root}dist/chunks/${file}`)]),
  );
  const take = (name: string): Buffer => {
    const file = chunks.get(name);
    if (!file) throw new Error(`dist/chunks has no file for ${name}: bring test/docs/sizes.ts up to date`);
    return file;
  };
  const row = (visit: string, files: readonly Buffer[], more = '') => [
    visit,
    more + number.format(files.length),
    more + number.format(files.reduce((sum, file) => sum + file.length, 0)),
    more + number.format(files.reduce((sum, file) => sum + brotli(file), 0)),
  ];

  const returning = [readFileSync(`${root}dist/cookie-manifest.js`)];
  // What is not known to come later counts at once.
  const first = [...returning, ...[...chunks].filter(([name]) => ![details, ...languages, ...seldom].includes(name)).map(([, file]) => file)];
  return [
    row('Returning visitor', returning),
    row('First visit, until the notice is there', first),
    row('… with the details opened', [...first, take(details)]),
    ...languages.map((language) => row(`A language other than English: \`${language}\``, [take(language)], '+ ')),
  ];
}
