import { compare, distinct, strayWaivers } from '../../audit/compare.js';
import { severities, type Severity } from '../../audit/finding.js';
import { defaultCookieName } from '../../preferences/settings.js';
import { readManifest } from '../manifest.js';
import { address, misuse, oneOf, parseOptions, type Context } from '../options.js';
import { writeOut } from '../output.js';
import { Trouble } from '../problem.js';
import { htmlReport } from '../reports/html.js';
import { jsonReport } from '../reports/json-report.js';
import { junitReport } from '../reports/junit.js';
import { failing, type Report } from '../reports/report.js';
import { sarifReport } from '../reports/sarif.js';
import { tableReport } from '../reports/table.js';
import { visitArguments, visitOptions, type VisitArguments } from '../visit/arguments.js';
import { visitSites } from '../visit/sites.js';

const forms = { junit: junitReport, sarif: sarifReport, html: htmlReport } as const;

const options = {
  manifest: { type: 'string' },
  'fail-on': { type: 'string', default: 'error' },
  json: { type: 'boolean', default: false },
  junit: { type: 'string' },
  sarif: { type: 'string' },
  html: { type: 'string' },
  ...visitOptions,
} as const;

interface AuditArguments {
  readonly urls: readonly string[];
  readonly manifest: string;
  readonly failOn: Severity;
  readonly json: boolean;
  readonly files: { readonly [form in keyof typeof forms]?: string };
  readonly visiting: VisitArguments;
}

/** @throws {Trouble} where something is missing or cannot be read */
function auditArguments(args: readonly string[]): AuditArguments {
  const { values, positionals } = parseOptions(args, options);
  if (!positionals.length)
    throw misuse('No address was given: cookie-manifest audit https://example.com/ --manifest cookies.json');
  if (!values.manifest) throw misuse('No manifest was given: --manifest cookies.json');
  const { junit, sarif, html } = values;
  return {
    urls: positionals.map(address),
    manifest: values.manifest,
    failOn: oneOf('fail-on', values['fail-on'], severities),
    json: values.json,
    files: { ...(junit && { junit }), ...(sarif && { sarif }), ...(html && { html }) },
    visiting: visitArguments(values),
  };
}

/**
 * `cookie-manifest audit`: visits, compares, reports.
 * @returns the exit code
 * @throws {Trouble} where it could not do its work
 */
export async function audit(args: readonly string[], { version, stop }: Context): Promise<number> {
  const { urls, manifest, failOn, json, files, visiting } = auditArguments(args);
  const file = await readManifest(manifest);
  if (file.problems.length)
    throw new Trouble(
      `The manifest has problems. Mend them first, as nothing can be held against them:\n${file.problems.join('\n')}`,
    );
  const { visits, browser } = await visitSites(urls, visiting, stop);

  const seen = distinct(visits.flatMap((visited) => visited.seen));
  const report: Report = {
    ...{ version, file, urls, failOn, browser },
    at: new Date().toISOString(),
    seen: seen.filter(({ refused }) => !refused).length,
    findings: compare(file.manifest, seen, { cookie: defaultCookieName }),
    notes: [...visits.flatMap(({ notes }) => notes), ...strayWaivers(file.manifest)],
  };
  process.stdout.write((json ? jsonReport : tableReport)(report));
  for (const [form, path] of Object.entries(files)) await writeOut(forms[form as keyof typeof forms](report), path);
  return failing(report).length ? 1 : 0;
}
