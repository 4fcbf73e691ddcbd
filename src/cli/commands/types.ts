import { declarations } from '../declarations.js';
import { readManifest } from '../manifest.js';
import { oneFile, parseOptions } from '../options.js';
import { writeOut } from '../output.js';

/**
 * `cookie-manifest types`: the declared names as a TypeScript module. What is wrong with the manifest is said on stderr; a name that is none is left out.
 * @returns the exit code
 * @throws {Trouble} where there is no manifest
 */
export async function types(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, { output: { type: 'string' } });
  const { manifest, problems } = await readManifest(oneFile(positionals, 'types cookies.json'));
  for (const problem of problems) console.error(problem);
  await writeOut(declarations(manifest), values.output);
  return 0;
}
