/** Tells what was measured: a table for the terminal, and the limits. */
import type { Metric, Outcome } from './rounds.js';
import { summarize, type Summary } from './statistics.js';
import { library, litFloor, orejime, vanillaCookieConsent, type Subject } from './subjects.js';

/** What was measured, where and how often. */
export interface Results {
  readonly date: string;
  readonly chromium: string;
  readonly cores: number;
  readonly slowdown: number;
  readonly runs: number;
  readonly outcomes: readonly Outcome[];
}

/** The columns of the tables. The first row of a thousand cookies is told by itself, as the library alone has it. */
export const columns = [
  { metric: 'firstScript', heading: 'first visit: script' },
  { metric: 'noticeStill', heading: 'notice painted, still' },
  { metric: 'details', heading: 'click to details' },
  { metric: 'detailsStill', heading: 'click to details, still' },
  { metric: 'returningScript', heading: 'returning visit: script' },
] as const satisfies readonly { readonly metric: Metric; readonly heading: string }[];

const wholeNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Writes milliseconds, as exactly as such figures can be taken. */
export function formatTime(time: number): string {
  return (Math.abs(time) < 9.95 ? oneDecimal : wholeNumber).format(time);
}

/** Returns what a subject took, or undefined where that was not measured. */
export function summaryOf(results: Results, subject: Subject, metric: Metric): Summary | undefined {
  const outcome = results.outcomes.find((candidate) => candidate.subject.id === subject.id);
  return outcome && !outcome.failure ? summarize(outcome.values[metric]) : undefined;
}

/** Returns how many times as much a subject takes as the floor with Lit. */
export function ratioOf(results: Results, subject: Subject, metric: Metric): number | undefined {
  const own = summaryOf(results, subject, metric);
  const floor = summaryOf(results, litFloor, metric);
  return own && floor && floor.median > 0 ? own.median / floor.median : undefined;
}

/** Writes a middle half as `12–15`, or nothing where there is none. */
export function formatMiddleHalf({ middleHalf }: Summary): string {
  return middleHalf ? middleHalf.map(formatTime).join('–') : '';
}

/** Writes one cell of the terminal's table: median, middle half, and ratio to the floor. */
function formatCell(results: Results, subject: Subject, metric: Metric): string {
  const summary = summaryOf(results, subject, metric);
  if (!summary) return '–';
  const middleHalf = formatMiddleHalf(summary);
  const ratio = ratioOf(results, subject, metric);
  return [
    formatTime(summary.median),
    ...(middleHalf ? [`(${middleHalf})`] : []),
    ...(ratio === undefined ? [] : [`${ratio.toFixed(2)} ×`.padStart(7)]),
  ].join(' ');
}

/** Writes in one line how and where it was measured. */
export function describeRun({ chromium, slowdown, runs, cores }: Results): string {
  const medians = runs === 1 ? 'one run' : `medians of ${runs} runs by turns`;
  return `Chromium ${chromium.split('.')[0]}, processor ${slowdown} times slower, on ${cores} cores; ${medians}`;
}

/** Writes the table for the terminal. */
export function formatTable(results: Results): string {
  const labelWidth = 32;
  const width = 29;
  const lines = [
    `${describeRun(results)}.`,
    'Milliseconds (middle half of the runs), and how many times as much as the floor with Lit.',
    '',
    ' '.repeat(labelWidth) + columns.map(({ heading }) => heading.padStart(width)).join(''),
  ];
  for (const { subject, failure } of results.outcomes) {
    const cells = columns.map(({ metric }) => formatCell(results, subject, metric).padStart(width));
    lines.push(subject.label.padEnd(labelWidth) + (failure ? `not measured: ${failure}` : cells.join('')));
  }
  const thousand = summaryOf(results, library, 'thousand');
  if (thousand) lines.push('', `1,000 cookies, click to first rows: ${formatCell(results, library, 'thousand')}`);
  return lines.join('\n');
}

interface Limit {
  readonly what: string;
  /** The figure and the most it may be; undefined where it was not measured. */
  readonly value: number | undefined;
  readonly most: number | undefined;
  readonly unit: '×' | 'ms';
}

/** Returns a limit on the library's ratio to the floor with Lit. */
function limitRatio(results: Results, what: string, metric: Metric, most: number): Limit {
  return { what: `${what}, to the floor with Lit`, value: ratioOf(results, library, metric), most, unit: '×' };
}

/** Returns a limit that is a peer's median. */
function limitByPeer(results: Results, what: string, metric: Metric, peer: Subject): Limit {
  const most = summaryOf(results, peer, metric)?.median;
  return {
    what: `${what}, below ${peer.label}'s`,
    value: summaryOf(results, library, metric)?.median,
    most,
    unit: 'ms',
  };
}

/** Returns everything that the library has to keep. */
function limitsOf(results: Results): Limit[] {
  const thousand = summaryOf(results, library, 'thousand')?.median;
  return [
    limitRatio(results, 'Script of a first visit', 'firstScript', 1.5),
    limitByPeer(results, 'Script of a first visit', 'firstScript', vanillaCookieConsent),
    limitRatio(results, 'Notice painted and still', 'noticeStill', 1.2),
    limitRatio(results, 'Click to painted details', 'details', 2),
    limitByPeer(results, 'Click to painted details', 'details', orejime),
    limitRatio(results, 'Script of a returning visit', 'returningScript', 1.05),
    { what: 'First rows of 1,000 cookies', value: thousand, most: 200, unit: 'ms' },
  ];
}

/** Tells whether a limit is kept. */
function judge({ value, most }: Limit): string {
  if (value === undefined || most === undefined) return 'not measured';
  return value <= most ? 'passed' : 'FAILED';
}

/** Writes the limits, each with whether it is kept. */
export function formatLimits(results: Results): string {
  const format = (figure: number | undefined, unit: Limit['unit']) => {
    if (figure === undefined) return '–';
    return `${unit === '×' ? figure.toFixed(2) : formatTime(figure)} ${unit}`;
  };
  const lines = limitsOf(results).map((limit) => {
    const { what, value, most, unit } = limit;
    return judge(limit).padEnd(14) + what.padEnd(60) + `${format(value, unit)} of ${format(most, unit)}`;
  });
  return lines.join('\n');
}
