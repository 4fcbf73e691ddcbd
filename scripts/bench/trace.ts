/**
 * How long a page's scripts run, from a trace. `Performance.getMetrics` has a figure of that name which leaves out microtasks: with it,
 * whatever a script does after an `await` would cost nothing, and so would everything that Lit renders.
 */
import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  /** `X` for an event with a duration, `M` for what is said of processes and threads. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Start and duration in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

type Interval = readonly [from: number, to: number];

const categories = ['-*', 'devtools.timeline', 'v8', 'v8.execute'];
/** Compiling and running scripts, their callbacks and their promises. */
const scriptEvents = new Set([
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
]);
/** What a script makes the browser do at once when it asks for a size: it counts as rendering. */
const renderingEvents = new Set(['UpdateLayoutTree', 'Layout']);

/** Returns how much time intervals cover, in their own unit; where they overlap it counts once. */
function coveredTime(intervals: readonly Interval[]): number {
  let covered = 0;
  let reached = -Infinity;
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    covered += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return covered;
}

/** Returns the intervals of the events that have one of the names. */
function intervalsOf(events: readonly TraceEvent[], names: ReadonlySet<string>): Interval[] {
  return events.filter(({ name }) => names.has(name)).map(({ ts, dur = 0 }) => [ts, ts + dur]);
}

/** Returns the milliseconds in which one thread ran scripts and did not render. */
function scriptTimeOf(events: readonly TraceEvent[]): number {
  const rendering = intervalsOf(events, renderingEvents);
  const both = [...intervalsOf(events, scriptEvents), ...rendering];
  return (coveredTime(both) - coveredTime(rendering)) / 1_000;
}

/** Returns the script time of the busiest main thread in a trace: other pages are empty. */
export function scriptTime(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const mainThreads = events
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(threadOf);
  if (!mainThreads.length) throw new Error('The trace knows no main thread.');
  return Math.max(
    ...mainThreads.map((thread) =>
      scriptTimeOf(events.filter((event) => event.ph === 'X' && threadOf(event) === thread)),
    ),
  );
}

/** Returns how long scripts ran while something was done with a page, in milliseconds. */
export async function traceScripts(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page, { categories });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  return scriptTime(traceEvents);
}
