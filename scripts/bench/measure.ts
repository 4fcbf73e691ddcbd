/** Measures single visits. Each has a browser profile of its own, so that no cache and no cookie is left from the one before. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { BenchServer } from './server.js';
import type { Subject } from './subjects.js';
import { traceScripts } from './trace.js';

/** What a visitor's browser keeps of a site. */
export type StoredState = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Painted {
  /** Milliseconds to the first frame in which something shows, and to the one in which it is opaque and at its place. */
  readonly first: number;
  readonly still: number;
}

declare global {
  interface Window {
    /** Defined in watch.js. */
    readonly bench: {
      look(selector: string): object | undefined;
      middleOf(selector: string): { readonly x: number; readonly y: number };
      watchPainting(selector: string, start: number): Promise<Painted>;
      watchAfterClick(selector: string): Promise<Painted>;
    };
    benchNotice: Promise<Painted>;
    benchDetails: Promise<Painted>;
  }
}

export const slowdown = 4;
const viewport = { width: 1280, height: 720 };
const watchScript = fileURLToPath(new URL('watch.js', import.meta.url));
/**
 * How long after the load event scripts still count, in milliseconds: peers use timers, and the library loads its notice then. The
 * longer ones are for a machine so busy that no notice shows in the first.
 */
const scriptPeriods = [800, 1_600, 3_200] as const;
const defaultClickDelay = 150;
const storeTimeLimit = 3_000;

/** Opens an empty page in a new profile, hands it to `use`, and closes the profile whatever happens. */
async function withPage<Result>(
  browser: Browser,
  state: StoredState | undefined,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport, locale: 'en-US', ...(state && { storageState: state }) });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Slows a page's processor down as one of a cheap phone is slower than this one. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Opens a subject's page, and returns when its notice was painted. */
async function showNotice(page: Page, server: BenchServer, subject: Subject): Promise<Painted> {
  await page.addInitScript({ path: watchScript });
  await page.addInitScript((selector) => {
    window.benchNotice = window.bench.watchPainting(selector, 0);
  }, subject.notice);
  await page.goto(server.addressOf(subject.id));
  return page.evaluate(() => window.benchNotice);
}

/** Presses a button with the mouse, once the page has come to rest. */
async function press(page: Page, subject: Subject, button: string): Promise<void> {
  await page.waitForTimeout(subject.clickDelay ?? defaultClickDelay);
  const { x, y } = await page.evaluate((selector) => window.bench.middleOf(selector), button);
  await page.mouse.click(x, y);
}

/** Answers a subject's notice as a visitor does. Returns what the browser keeps of that. */
export function answerNotice(browser: Browser, server: BenchServer, subject: Subject): Promise<StoredState> {
  return withPage(browser, undefined, async (page) => {
    await showNotice(page, server, subject);
    const read = () => page.context().storageState();
    const before = JSON.stringify(await read());
    await press(page, subject, subject.answer);
    const deadline = performance.now() + storeTimeLimit;
    while (JSON.stringify(await read()) === before) {
      if (performance.now() > deadline) throw new Error('Its answer is not stored.');
      await page.waitForTimeout(50);
    }
    await page.waitForTimeout(defaultClickDelay); // for those that store it bit by bit
    return read();
  });
}

/** Opens a page and returns how long its scripts run, in milliseconds, with nothing of the bench's in the page. */
async function traceVisit(browser: Browser, page: Page, address: string, period: number): Promise<number> {
  await slowDown(page);
  return traceScripts(browser, page, async () => {
    await page.goto(address);
    await page.waitForTimeout(period);
  });
}

/** Tells whether a notice shows on a page that the bench has not touched so far. */
async function showsNotice(page: Page, { notice }: Subject): Promise<boolean> {
  await page.addScriptTag({ path: watchScript });
  return page.evaluate((selector) => !!window.bench.look(selector), notice);
}

/**
 * Measures how long the scripts of a first visit run.
 * @throws {Error} where no notice shows
 */
export async function measureFirstVisit(browser: Browser, server: BenchServer, subject: Subject): Promise<number> {
  for (const period of scriptPeriods) {
    const { time, shown } = await withPage(browser, undefined, async (page) => ({
      time: await traceVisit(browser, page, server.addressOf(subject.id), period),
      shown: await showsNotice(page, subject),
    }));
    if (shown) return time;
  }
  throw new Error('No notice shows.');
}

/**
 * Measures how long the scripts of a returning visit run.
 * @param state - what the earlier visit stored
 * @throws {Error} where the notice shows again
 */
export function measureReturningVisit(
  browser: Browser,
  server: BenchServer,
  subject: Subject,
  state: StoredState,
): Promise<number> {
  return withPage(browser, state, async (page) => {
    const time = await traceVisit(browser, page, server.addressOf(subject.id), scriptPeriods[0]);
    if (await showsNotice(page, subject)) throw new Error('A returning visitor sees the notice again.');
    return time;
  });
}

/** Measures how long the scripts of the page without any notice run. */
export function measureBlankVisit(browser: Browser, server: BenchServer): Promise<number> {
  return withPage(browser, undefined, (page) => traceVisit(browser, page, server.addressOf('blank'), scriptPeriods[0]));
}

/** What is seen of a visit: the notice since navigation began, and the details, where there are any, since the click. */
export interface Seen {
  readonly notice: Painted;
  readonly details: Painted | undefined;
}

/** Measures when the notice is painted, and then the details after a click. */
export function measurePainting(browser: Browser, server: BenchServer, subject: Subject): Promise<Seen> {
  return withPage(browser, undefined, async (page) => {
    await slowDown(page);
    const notice = await showNotice(page, server, subject);
    if (!subject.open || !subject.details) return { notice, details: undefined };
    await page.evaluate((selector) => {
      window.benchDetails = window.bench.watchAfterClick(selector);
    }, subject.details);
    await press(page, subject, subject.open);
    return { notice, details: await page.evaluate(() => window.benchDetails) };
  });
}
