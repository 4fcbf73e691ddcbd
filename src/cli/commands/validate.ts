import { compare, strayWaivers } from '../../audit/compare.js';
import { explainOptionalCategories, listOptionalCategories } from '../../manifest/optional-categories.js';
import { toDo } from '../drafting.js';
import { pathOf, readManifest } from '../manifest.js';
import { oneFile, parseOptions } from '../options.js';

/**
 * `cookie-manifest validate`: the manifest by itself, each problem with line and column.
 * @returns the exit code
 * @throws {Trouble} where there is no manifest to check
 */
export async function validate(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, { strict: { type: 'boolean', default: false } });
  const { strict } = values;
  const file = oneFile(positionals, 'validate cookies.json');
  const read = await readManifest(file);
  const { manifest, problems, repeated, at } = read;
  const line = (path: string, message: string) => {
    const { line, column } = at(path);
    return `${file}:${line}:${column} ${path}: ${message}`;
  };
  // What needs no browser: nothing was observed, and nothing is called unobserved.
  const unwise = () =>
    compare(manifest, [], { sees: () => false })
      .filter(({ severity, waived }) => severity !== 'info' && waived === undefined)
      .map(({ rule, name, storage, expected, observed, help }) =>
        line(pathOf(read, name, storage), `${rule}: ${name}: expected ${expected}; ${observed}. ${help}`),
      );
  const stray = () => strayWaivers(manifest).map((stray) => line(stray.split(': ')[0]!, stray.split(': ')[1]!));
  const unwritten = () =>
    manifest.cookies.flatMap(({ purpose }, index) =>
      (typeof purpose === 'string'
        ? [['', purpose] as const]
        : Object.entries(purpose).map(([tag, text]) => [`.${tag}`, text] as const)
      ).flatMap(([key, text]) =>
        text === toDo
          ? line(
              `cookies[${index}].purpose${key}`,
              `The purpose is still to be written; "${toDo}" is what a draft has in its place.`,
            )
          : [],
      ),
    );
  const found = [...problems, ...(strict ? [...repeated, ...unwritten(), ...stray(), ...unwise()] : [])];
  for (const problem of found) console.log(problem);
  const optional = listOptionalCategories(manifest);
  const first = manifest.cookies.findIndex(({ category }) => category === optional[0]);
  if (optional.length) console.log(line(`cookies[${first}].category`, explainOptionalCategories(optional)));
  const cookies = `${manifest.cookies.length} cookie${manifest.cookies.length === 1 ? '' : 's'}`;
  console.log(
    found.length
      ? `${found.length} problem${found.length === 1 ? '' : 's'} in ${file}`
      : `${file} is in order: ${cookies}, revision ${manifest.revision ?? 'none'}`,
  );
  return found.length ? 1 : 0;
}
