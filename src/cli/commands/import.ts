import { draft } from '../../import/draft.js';
import type { Source } from '../../import/found.js';
import { decode, readSource, sourceForms, type SourceForm } from '../../import/read.js';
import { matchesPattern } from '../../manifest/validate.js';
import { asking, improve } from '../import/ask.js';
import { loadAddress, loadFile } from '../import/load.js';
import { importReport } from '../import/report.js';
import { writeManifest } from '../format.js';
import { address, misuse, newRevision, newSite, oneOf, parseOptions, type Context } from '../options.js';
import { writeOut } from '../output.js';
import { Trouble, saying } from '../problem.js';

const options = {
  as: { type: 'string' },
  language: { type: 'string' },
  site: { type: 'string' },
  revision: { type: 'string' },
  output: { type: 'string' },
  interactive: { type: 'boolean', default: false },
} as const;

interface ImportArguments {
  /** Files and addresses. */
  readonly names: readonly string[];
  readonly as: SourceForm | undefined;
  readonly language: string | undefined;
  readonly site: string | undefined;
  readonly revision: string;
  readonly output: string | undefined;
  readonly interactive: boolean;
}

/** @throws {Trouble} where something is missing or is not what it must be */
function importArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseOptions(args, options);
  if (!positionals.length)
    throw misuse('Nothing to import was given: cookie-manifest import https://example.com/cookies');
  const { language, output, interactive } = values;
  const as = values.as === undefined ? undefined : oneOf('as', values.as, sourceForms);
  if (language !== undefined && !matchesPattern('language', language))
    throw misuse(`--language is a tag such as de or pt-BR, not "${language}".`);
  const [revision, site] = [newRevision(values.revision), newSite(values.site)];
  return {
    names: positionals.map((name) => (/^[a-z][a-z\d+.-]*:\/\//i.test(name) ? address(name) : name)),
    as,
    language,
    site,
    revision,
    output,
    interactive,
  };
}

/** Several sources as one; each place then names its source too. */
function together(sources: readonly (Source & { readonly name: string })[]): Source {
  const [only] = sources;
  if (only && sources.length === 1) return only;
  const within = <T extends { readonly at: string }>(items: readonly T[], name: string): T[] =>
    items.map((item) => ({ ...item, at: `${name}, ${item.at}` }));
  const language = sources.find(({ language }) => language !== undefined)?.language;
  const site = sources.find(({ site }) => site !== undefined)?.site;
  const other = sources.filter((source) => source.language !== undefined && source.language !== language);
  return {
    cookies: sources.flatMap(({ cookies, name }) => within(cookies, name)),
    remarks: [
      ...sources.flatMap(({ remarks, name }) => within(remarks, name)),
      ...other.map(({ name, language: spoken }) => ({
        at: name,
        message: `It is in ${spoken}, and its texts stand among those in ${language}.`,
        kind: 'doubt' as const,
      })),
    ],
    ...(language !== undefined && { language }),
    ...(site !== undefined && { site }),
  };
}

/**
 * `cookie-manifest import`: reads pages, exports and configurations, and prints a manifest; what is uncertain goes to stderr.
 * @returns the exit code
 * @throws {Trouble} where a source cannot be had, or the manifest not be written
 */
export async function importManifest(args: readonly string[], { stop }: Context): Promise<number> {
  const { names, as, language, site, revision, output, interactive } = importArguments(args);
  const sources: (Source & { readonly name: string })[] = [];
  for (const name of names) {
    const { bytes, type } = await (/^https?:/i.test(name) ? loadAddress(name, stop, language) : loadFile(name));
    try {
      sources.push({ name, ...readSource(decode(bytes, type), { as, name, type }) });
    } catch (error) {
      throw new Trouble(`${name}: ${saying(error)}`);
    }
  }
  const found = together(sources);
  const { source, categories } = interactive
    ? await asking(stop, (ask) => improve(found, language ?? found.language, ask))
    : { source: found, categories: new Map<string, string>() };
  const { manifest, remarks } = draft(source, { language, site, revision, categories });
  const nothing = manifest.cookies.length
    ? []
    : [{ at: names.join(', '), message: 'No cookie was found.', kind: 'lost' as const }];
  await writeOut(writeManifest(manifest), output);
  process.stderr.write(importReport([...remarks, ...nothing], manifest.cookies.length));
  return [...remarks, ...nothing].some(({ kind }) => kind === 'lost') ? 1 : 0;
}
