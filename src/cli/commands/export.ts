import { matchesPattern } from '../../manifest/validate.js';
import { csv } from '../exports/csv.js';
import { edpb } from '../exports/edpb.js';
import { iab } from '../exports/iab.js';
import { readManifest } from '../manifest.js';
import { misuse, oneFile, oneOf, parseOptions } from '../options.js';
import { writeOut } from '../output.js';
import { Trouble } from '../problem.js';

const forms = { iab, edpb, csv } as const;
const formNames = Object.keys(forms) as readonly (keyof typeof forms)[];

/**
 * `cookie-manifest export`: the manifest in a form that others read. What that form cannot hold goes to stderr.
 * @returns the exit code
 * @throws {Trouble} where it could not do its work
 */
export async function exportManifest(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    to: { type: 'string' },
    lang: { type: 'string' },
    host: { type: 'string' },
    output: { type: 'string' },
  });
  const { lang, host, output } = values;
  const file = oneFile(positionals, 'export cookies.json --to csv');
  if (values.to === undefined) throw misuse(`Say for whom: --to with one of ${formNames.join(', ')}.`);
  const to = oneOf('to', values.to, formNames);
  if (lang !== undefined && !matchesPattern('language', lang))
    throw misuse(`--lang is a language tag like "de", not "${lang}".`);
  if (host !== undefined && !matchesPattern('domain', host))
    throw misuse(`--host is a host like "example.com", not "${host}".`);
  if (host !== undefined && to === 'csv')
    throw misuse('--host is for iab and edpb: a CSV has the domains as they are declared.');
  const { manifest, problems } = await readManifest(file);
  if (problems.length)
    throw new Trouble(
      `The manifest has problems. Mend them first, as others could not read them:\n${problems.join('\n')}`,
    );

  const { text, remarks } = await forms[to](manifest, {
    language: lang ?? manifest.language,
    at: new Date(),
    ...(host !== undefined && { host }),
  });
  await writeOut(text, output);
  for (const remark of remarks) console.error(`Note: ${remark}`);
  return 0;
}
