import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compare, distinct, strayWaivers } from '../audit/compare.js';
import { defaultCookie } from '../preferences/read.js';
import { launch, type Launched } from './browser.js';
import { htmlReport } from './html.js';
import { jsonReport } from './json-report.js';
import { junitReport } from './junit.js';
import { readManifest } from './manifest.js';
import { auditArguments } from './options.js';
import { Trouble, saying } from './problem.js';
import { failing, type Report } from './report.js';
import { sarifReport } from './sarif.js';
import { tableReport } from './table.js';
import { visit, type Steps, type Visited } from './visit.js';

const forms = { junit: junitReport, sarif: sarifReport, html: htmlReport } as const;

/**
 * `cookie-manifest audit`: visits, compares, reports.
 * @param version - the library's, for the reports
 * @param stop - aborts the run: the browser is closed, and the rest is left
 * @returns the exit code
 * @throws {Trouble} where it could not do its work
 */
export async function audit(args: readonly string[], version: string, stop: AbortSignal): Promise<number> {
  const { urls, manifest, failOn, json, files, script, headers, wait, storageState, browserPath, browserArgs } = auditArguments(args);
  const file = await readManifest(manifest);
  if (file.problems.length) throw new Trouble(`The manifest has problems. Mend them first, as nothing can be held against them:\n${file.problems.join('\n')}`);
  const steps = script && (await loadSteps(script));

  const launched = await launch(browserPath, browserArgs);
  const { browser } = launched;
  const end = endOn(stop, launched);
  const visits: Visited[] = [];
  const visitAll = async () => {
    for (const url of urls) visits.push(await visit(browser, url, { wait, headers, ...(storageState && { storageState }), ...(steps && { steps }) }));
  };
  try {
    // Steps may wait for something that never comes, so the signal does not wait for them.
    await Promise.race([visitAll(), stopped(stop)]);
  } catch (error) {
    stop.throwIfAborted(); // what fails because the browser was closed needs no other reason
    throw browser.isConnected() ? error : new Trouble(`The browser ended by itself: ${saying(error)}`);
  } finally {
    await end();
  }

  const seen = distinct(visits.flatMap((visited) => visited.seen));
  const report: Report = {
    ...{ version, file, urls, failOn },
    at: new Date().toISOString(),
    browser: `${browser.browserType().name()} ${browser.version()}`,
    seen: seen.filter(({ refused }) => !refused).length,
    findings: compare(file.manifest, seen, { cookie: defaultCookie }),
    notes: [...visits.flatMap(({ notes }) => notes), ...strayWaivers(file.manifest)],
  };
  process.stdout.write((json ? jsonReport : tableReport)(report));
  for (const [form, path] of Object.entries(files))
    await writeFile(path, forms[form as keyof typeof forms](report)).catch((error: unknown) => {
      throw new Trouble(`The report cannot be written: ${saying(error)}`);
    });
  return failing(report).length ? 1 : 0;
}

/** Closes the browser as soon as the run is stopped; what is given back closes it when the run is over. */
function endOn(stop: AbortSignal, { close }: Launched): () => Promise<void> {
  const end = () => (ending ??= close());
  let ending: Promise<void> | undefined;
  stop.addEventListener('abort', () => void end(), { once: true });
  if (stop.aborted) void end();
  return end;
}

/** Is rejected as soon as the run is stopped. */
const stopped = (stop: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = () => reject(stop.reason as Error);
    stop.addEventListener('abort', end, { once: true });
    if (stop.aborted) end();
  });

async function loadSteps(file: string): Promise<Steps> {
  const module = (await import(pathToFileURL(resolve(file)).href).catch((error: unknown) => {
    throw new Trouble(`--script ${file} cannot be loaded: ${saying(error)}`);
  })) as { readonly default?: unknown };
  if (typeof module.default !== 'function') throw new Trouble(`--script ${file} has no function as its default export: export default async ({ page, url }) => { … }`);
  return module.default as Steps;
}
