import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Trouble, saying } from '../problem.js';
import type { VisitArguments } from './arguments.js';
import { launch, type Launched } from './browser.js';
import { visit, type Steps, type Visited, type VisitOptions } from './visit.js';

/** What came of the visits, and the browser that made them. */
export interface Visits {
  readonly visits: readonly Visited[];
  /** Its name and version. */
  readonly browser: string;
}

/**
 * Visits addresses one after the other, in a browser that is closed afterwards.
 * @param stop - aborts the run: the browser is closed, and the rest is left
 * @param more - what else is to be found out
 * @throws {Trouble} where an address cannot be visited, or the run was stopped
 */
export async function visitSites(
  urls: readonly string[],
  { script, headers, wait, storageState, browserPath, browserArgs }: VisitArguments,
  stop: AbortSignal,
  more: Pick<VisitOptions, 'about'> = {},
): Promise<Visits> {
  const steps = script && (await loadSteps(script));
  const launched = await launch(browserPath, browserArgs);
  const { browser } = launched;
  const end = endOn(stop, launched);
  const visits: Visited[] = [];
  const visitAll = async () => {
    for (const url of urls)
      visits.push(
        await visit(browser, url, {
          ...more,
          wait,
          headers,
          ...(storageState && { storageState }),
          ...(steps && { steps }),
        }),
      );
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
  return { visits, browser: `${browser.browserType().name()} ${browser.version()}` };
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
  if (typeof module.default !== 'function')
    throw new Trouble(
      `--script ${file} has no function as its default export: export default async ({ page, url }) => { … }`,
    );
  return module.default as Steps;
}
