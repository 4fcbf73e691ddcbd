import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core';
import type { Observed } from '../../audit/observed.js';
import { about, type About } from './about.js';
import { hostOf, isWithin } from './address.js';
import { watch } from './collector.js';
import { Trouble, saying } from '../problem.js';
import { siteOf } from './site.js';
import { within } from './within.js';

/** What a module given by `--script` exports by default: it logs in, clicks, whatever leads to the cookies. */
export type Steps = (tools: { readonly page: Page; readonly url: string }) => unknown;

export interface VisitOptions {
  /** How long a page may take to answer, and then to come to rest, in seconds. */
  readonly wait: number;
  readonly headers: { readonly [name: string]: string };
  /** A file as Playwright's `storageState` writes it. */
  readonly storageState?: string;
  readonly steps?: Steps;
  /** Whether to find out who is behind what was seen. */
  readonly about?: boolean;
}

/** One address, visited. */
export interface Visited {
  readonly url: string;
  readonly seen: readonly Observed[];
  /** What whoever reads the findings should know of the visit. */
  readonly notes: readonly string[];
  /** Where it was asked for. */
  readonly about?: About;
}

/**
 * Visits an address for the first time: looks before and after acting on the notice, in a context of its own.
 * @throws {Trouble} where it cannot be reached, answers with an error, or leads to another site
 */
export async function visit(browser: Browser, url: string, options: VisitOptions): Promise<Visited> {
  const { wait, headers, storageState, steps } = options;
  const notes: string[] = [];
  const context = await browser
    .newContext(storageState ? ({ storageState } satisfies BrowserContextOptions) : {})
    .catch((error: unknown) => {
      throw new Trouble(`${storageState} cannot be used: ${saying(error)}`);
    });
  try {
    const collector = await watch(context);
    const { origin } = new URL(url);
    // To the audited origin alone: a header may hold what no third party should get.
    if (Object.keys(headers).length)
      await context.route(
        (address) => address.origin === origin,
        async (route) => route.continue({ headers: { ...(await route.request().allHeaders()), ...headers } }),
      );

    const page = await context.newPage();
    page.setDefaultTimeout(wait * 1000);
    const answer = await go(page, url, wait);
    const settle = async (when: string) => {
      const late = await rest(page);
      if (late)
        notes.push(
          `${url} did not come to rest within ${wait} s ${when}: what came later was not seen. Give it more time with --wait.`,
        );
    };
    await settle('of its first load');
    const site = await siteOf(browser, hostOf(url));
    const stays = () => isWithin(hostOf(page.url()), site);
    if (!steps) {
      if (!stays())
        throw new Trouble(
          `${url} leads to another site, ${new URL(page.url()).origin}. Audit that address, or log in with --script or --storage-state.`,
        );
      if (answer && answer.status() >= 400)
        throw new Trouble(
          `${url} answers ${answer.status()}${answer.statusText() ? ` (${answer.statusText()})` : ''}.`,
        );
    }

    const seen = stays() ? [...(await collector.look(page))] : [];
    if (steps) {
      await Promise.resolve()
        .then(() => steps({ page, url }))
        .catch((error: unknown) => {
          throw new Trouble(`The steps of --script failed at ${page.url()}: ${saying(error)}`);
        });
      await settle('of the steps');
      if (!stays())
        throw new Trouble(`After the steps of --script the page is at another site, ${new URL(page.url()).origin}.`);
      seen.push(...(await collector.look(page)));
    }
    const answered =
      (await within(wait, acknowledge(page))) ??
      `the page does not react within ${wait} s, so its notice was not answered.`;
    if (answered === 'done') {
      await settle('of the answer to the notice');
      seen.push(...(await collector.look(page)));
    } else notes.push(`${url}: ${answered}`);
    return { url, seen, notes, ...(options.about && { about: await about(browser, page, seen) }) };
  } finally {
    await context.close().catch(() => {}); // an interrupted run has closed it already
  }
}

/** Goes to an address. */
async function go(page: Page, url: string, wait: number): Promise<Response | null> {
  try {
    return await page.goto(url, { waitUntil: 'commit' });
  } catch (error) {
    const said = saying(error);
    const [code] = /net::\w+/.exec(said) ?? [];
    if (/Timeout/.test(said))
      throw new Trouble(`${url} does not answer within ${wait} s. Give it more time with --wait.`);
    if (code === 'net::ERR_NAME_NOT_RESOLVED')
      throw new Trouble(`${url} cannot be reached: there is no host of that name (${code}).`);
    if (code) throw new Trouble(`${url} cannot be reached (${code}).`);
    throw error;
  }
}

/** Waits until the page has loaded and asks for nothing more; gives true where it does not come to that. */
async function rest(page: Page): Promise<boolean> {
  try {
    await page.waitForLoadState('networkidle');
    return false;
  } catch (error) {
    if (/Timeout/.test(saying(error))) return true;
    throw error;
  }
}

/** Answers the notice as a visitor does, by its OK; else through the API. Gives `done`, or why nothing was done. */
async function acknowledge(page: Page): Promise<string> {
  const ok = page.locator('cookie-manifest button[part=ok]').first();
  if (await ok.isVisible())
    try {
      await ok.click();
      return 'done';
    } catch (error) {
      if (!/Timeout/.test(saying(error))) throw error; // covered by something: the API is left
    }
  return page.evaluate(async () => {
    interface Api {
      readonly due: boolean;
      acknowledge(): Promise<void>;
    }
    const api = (globalThis as { [key: symbol]: Api | undefined })[Symbol.for('cookie-manifest')];
    if (!api) return 'no notice of cookie-manifest is on the page, so none was answered.';
    if (!api.due) return 'the notice is not due, so it was not answered.';
    try {
      await api.acknowledge();
      return 'done';
    } catch (error) {
      return `the notice was not answered: ${(error as Error).message}.`;
    }
  });
}
