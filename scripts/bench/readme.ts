/** Writes what the documents show of the figures: a table and a chart. */
import { readFile, writeFile } from 'node:fs/promises';
import { replaceBlocks } from '../docs/blocks.js';
import { drawChart } from './chart.js';
import { columns, describeRun, formatMiddleHalf, formatTime, ratioOf, summaryOf, type Results } from './report.js';
import type { Metric } from './rounds.js';
import { library, type Subject } from './subjects.js';

const page = new URL('../../docs/about/cost.md', import.meta.url);
const chart = new URL('../../demo/pictures/bench.svg', import.meta.url);

/** Writes a figure with its middle half, like `22 (15–26)`. */
function formatFigure(results: Results, subject: Subject, metric: Metric): string {
  const summary = summaryOf(results, subject, metric);
  if (!summary) return '–';
  const middleHalf = formatMiddleHalf(summary);
  return formatTime(summary.median) + (middleHalf && ` (${middleHalf})`);
}

/** Writes a cell of the table: the figure, and in bold the ratio to the floor with Lit. */
function formatCell(results: Results, subject: Subject, metric: Metric): string {
  const ratio = ratioOf(results, subject, metric);
  return formatFigure(results, subject, metric) + (ratio === undefined ? '' : ` **${ratio.toFixed(2)} ×**`);
}

/** Names a subject, and its version where it has one. */
function nameOf({ label, source }: Subject): string {
  return typeof source === 'object' && 'version' in source ? `${label} ${source.version}` : label;
}

/** Writes the table in Markdown. */
function writeTable(results: Results): string {
  const rows = results.outcomes.map(({ subject, failure }) => [
    nameOf(subject) + (failure ? ' (could not be measured)' : ''),
    ...columns.map(({ metric }) => formatCell(results, subject, metric)),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['ms', ...columns.map(({ heading }) => heading)]),
    `|---|${columns.map(() => '--:|').join('')}`,
    ...rows.map(line),
    '',
    `Measured on ${results.date}: ${describeRun(results)}. The first rows of a manifest with 1,000 cookies are painted ${formatFigure(results, library, 'thousand')} ms after the click.`,
  ].join('\n');
}

/** Brings the documents' table and chart up to date. */
export async function writeReadme(results: Results): Promise<void> {
  const text = await readFile(page, 'utf8');
  await writeFile(
    page,
    replaceBlocks(text, (name, old) => (name === 'bench' ? writeTable(results) : old)),
  );
  await writeFile(chart, drawChart(results));
}
