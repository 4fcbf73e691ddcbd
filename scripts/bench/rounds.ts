/** Runs all subjects by turns, so that what else the machine does falls on all of them alike. */
import type { Browser } from 'playwright-core';
import {
  answerNotice,
  measureBlankVisit,
  measureFirstVisit,
  measurePainting,
  measureReturningVisit,
  type StoredState,
} from './measure.js';
import type { BenchServer } from './server.js';
import { library, thousandCookies, type Subject } from './subjects.js';

/** What is measured, in milliseconds; script time is that above the page without a notice. */
export type Metric = 'firstScript' | 'noticeStill' | 'details' | 'detailsStill' | 'returningScript' | 'thousand';

/** What the runs of one subject measured, or why it could not be measured. */
export interface Outcome {
  readonly subject: Subject;
  readonly values: Record<Metric, number[]>;
  failure?: string;
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!;

/** Marks a subject as one that cannot be measured. */
export function fail(outcome: Outcome, error: unknown): void {
  outcome.failure = firstLine(error);
}

/** Returns an outcome without any values. */
export function startOutcome(subject: Subject): Outcome {
  const values = { firstScript: [], noticeStill: [], details: [], detailsStill: [], returningScript: [], thousand: [] };
  return { subject, values };
}

/**
 * Measures everything of one subject once.
 * @param state - what a returning visitor's browser has stored
 * @param blank - the script time of the page without a notice
 */
async function measureOnce(
  browser: Browser,
  server: BenchServer,
  { subject, values }: Outcome,
  state: StoredState,
  blank: number,
): Promise<void> {
  values.firstScript.push((await measureFirstVisit(browser, server, subject)) - blank);
  values.returningScript.push((await measureReturningVisit(browser, server, subject, state)) - blank);
  const { notice, details } = await measurePainting(browser, server, subject);
  values.noticeStill.push(notice.still);
  if (details) {
    values.details.push(details.first);
    values.detailsStill.push(details.still);
  }
  if (subject === library) {
    const large = await measurePainting(browser, server, thousandCookies);
    values.thousand.push(large.details!.first);
  }
}

/** Fills the outcomes by several rounds. A subject that breaks is marked, and left out from then on. */
export async function runRounds(
  browser: Browser,
  server: BenchServer,
  outcomes: readonly Outcome[],
  runs: number,
): Promise<void> {
  const states = new Map<Outcome, StoredState>();
  const forEachWorking = async (step: (outcome: Outcome) => Promise<unknown>) => {
    for (const outcome of outcomes)
      if (!outcome.failure) await step(outcome).catch((error: unknown) => fail(outcome, error));
  };

  await forEachWorking(async (outcome) => states.set(outcome, await answerNotice(browser, server, outcome.subject)));
  for (let round = 1; round <= runs; round++) {
    console.error(`Round ${round} of ${runs} …`);
    const blank = await measureBlankVisit(browser, server);
    await forEachWorking((outcome) => measureOnce(browser, server, outcome, states.get(outcome)!, blank));
  }
}
