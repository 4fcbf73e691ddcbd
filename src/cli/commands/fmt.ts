import { formatManifest } from '../format.js';
import { locateManifest, readText } from '../manifest.js';
import { misuse, parseOptions } from '../options.js';
import { writeOut } from '../output.js';
import { Trouble } from '../problem.js';

/**
 * `cookie-manifest fmt`: writes manifests in the one order and spacing, and names those that it changed. A file keeps the ends of its lines (CRLF or LF).
 * With `--check` nothing is written.
 * @returns the exit code
 * @throws {Trouble} where one of them is no manifest, or has a key twice, of which only one would be left; then none is written
 */
export async function fmt(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, { check: { type: 'boolean', default: false } });
  if (!positionals.length) throw misuse('No manifest was given: cookie-manifest fmt cookies.json');
  const changed: { readonly file: string; readonly text: string }[] = [];
  for (const file of positionals) {
    const before = await readText(file);
    const { written, repeated } = locateManifest(file, before);
    if (repeated.length)
      throw new Trouble([...repeated, `${file} is left as it is, until each key stands there once.`].join('\n'));
    const text = formatManifest(written).replaceAll('\n', before.includes('\r\n') ? '\r\n' : '\n');
    if (text !== before) changed.push({ file, text });
  }
  for (const { file, text } of changed) {
    if (!values.check) await writeOut(text, file);
    console.log(values.check ? `${file} would change` : file);
  }
  return values.check && changed.length ? 1 : 0;
}
