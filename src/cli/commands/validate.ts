import { readManifest } from '../manifest.js';
import { oneFile, parseOptions } from '../options.js';

/**
 * `cookie-manifest validate`: the manifest by itself, each problem with line and column.
 * @returns the exit code
 * @throws {Trouble} where there is no manifest to check
 */
export async function validate(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, { strict: { type: 'boolean', default: false } });
  const file = oneFile(positionals, 'validate cookies.json');
  const { manifest, problems, remarks, warnings } = await readManifest(file);
  const found = [...problems, ...(values.strict ? remarks : [])];
  for (const line of [...found, ...warnings]) console.log(line);
  const cookies = `${manifest.cookies.length} cookie${manifest.cookies.length === 1 ? '' : 's'}`;
  console.log(
    found.length
      ? `${found.length} problem${found.length === 1 ? '' : 's'} in ${file}`
      : `${file} is in order: ${cookies}, revision ${manifest.revision ?? 'none'}`,
  );
  return found.length ? 1 : 0;
}
