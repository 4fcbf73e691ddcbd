import { readFile } from 'node:fs/promises';
import { distinct } from '../../audit/compare.js';
import type { DatabaseEntry } from '../../import/exports/database.js';
import { defaultCookieName } from '../../preferences/settings.js';
import { draftObserved, siteNameOf } from '../drafting.js';
import { writeManifest } from '../format.js';
import { address, misuse, newRevision, newSite, parseOptions, type Context } from '../options.js';
import { writeOut } from '../output.js';
import { Trouble, saying } from '../problem.js';
import { visitArguments, visitOptions } from '../visit/arguments.js';
import { visitSites } from '../visit/sites.js';

const options = {
  purposes: { type: 'string' },
  site: { type: 'string' },
  revision: { type: 'string' },
  output: { type: 'string' },
  ...visitOptions,
} as const;

/** What a database of cookies says of a name. */
async function openDatabase(file: string): Promise<(name: string) => DatabaseEntry | undefined> {
  const csv = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Trouble(`--purposes ${file} cannot be read: ${saying(error)}`);
  });
  // The parser is loaded only where there is something to parse.
  const { lookUp, readDatabase } = await import('../../import/exports/database.js');
  try {
    const entries = readDatabase(csv);
    return (name) => lookUp(entries, name);
  } catch (error) {
    throw new Trouble(`--purposes ${file}: ${saying(error)}`);
  }
}

/** How many there are of what, in words. */
const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;

/**
 * `cookie-manifest init`: visits as the audit does, and drafts a manifest from what it saw. What a person has to add goes to stderr.
 * @returns the exit code
 * @throws {Trouble} where it could not do its work
 */
export async function init(args: readonly string[], { stop }: Context): Promise<number> {
  const { values, positionals } = parseOptions(args, options);
  if (!positionals.length)
    throw misuse('No address was given: cookie-manifest init https://example.com/ --output cookies.json');
  const revision = newRevision(values.revision);
  const named = newSite(values.site);
  const urls = positionals.map(address);
  const visiting = visitArguments(values);
  const lookUp = values.purposes === undefined ? undefined : await openDatabase(values.purposes);

  const { visits, browser } = await visitSites(urls, visiting, stop, { about: true });
  const abouts = visits.flatMap(({ about }) => about ?? []);
  const sites = new Map(abouts.flatMap(({ sites }) => [...sites]));
  const visited = new Set(abouts.map(({ host }) => sites.get(host) ?? host));
  if (visited.size > 1)
    throw new Trouble(
      `A manifest speaks for one site, and these are ${visited.size}: ${[...visited].join(', ')}. Draft one for each.`,
    );
  const observations = visits.flatMap(({ seen }) => seen);
  const site = named ?? siteNameOf(abouts.map(({ names }) => names)) ?? [...visited].join('');
  const { manifest, open } = draftObserved(observations, {
    ...{ site, revision, own: defaultCookieName },
    hosts: new Set(abouts.map(({ host }) => host)),
    siteOf: (host) => sites.get(host) ?? host,
    ...(lookUp && { lookUp }),
  });
  await writeOut(writeManifest(manifest), values.output);

  const refused = distinct(observations)
    .filter((one) => one.refused)
    .map(({ name }) => name);
  const report = [
    `${count(manifest.cookies.length, 'cookie')} drafted from ${count(urls.length, 'visit')} with ${browser}, for ${site}, revision ${revision}.`,
    ...open.map((sentence) => `To do: ${sentence}.`),
    ...(refused.length
      ? [`Note: the browser did not keep ${refused.join(', ')}; what it refuses is not declared.`]
      : []),
    ...visits.flatMap(({ notes }) => notes.map((note) => `Note: ${note}`)),
  ];
  console.error(report.join('\n'));
  return 0;
}
