/** Draws the README's chart: four small bar charts with a scale each, as SVG without scripts, readable on light and dark pages. */
import { describeRun, formatTime, summaryOf, type Results } from './report.js';
import type { Metric } from './rounds.js';
import type { Summary } from './statistics.js';
import { library, litFloor, type Subject } from './subjects.js';

const panels: readonly { readonly metric: Metric; readonly title: string }[] = [
  { metric: 'firstScript', title: 'First visit: script' },
  { metric: 'noticeStill', title: 'First visit: notice painted and still' },
  { metric: 'details', title: 'Click to painted details' },
  { metric: 'returningScript', title: 'Returning visit: script' },
];

const width = 900;
const margin = 20;
const panelsPerRow = 2;
const panelGap = 20;
const panelWidth = (width - 2 * margin - panelGap) / panelsPerRow;
const labelWidth = 214;
const valueWidth = 42;
const barSpace = panelWidth - labelWidth - valueWidth;
const rowHeight = 21;
const barHeight = 13;
const titleHeight = 28;
const headHeight = 62;
const footHeight = 42;

const styles = `
    svg { color-scheme: light dark; font: 12.5px system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
    .page { fill: #fff; stroke: #d0d7de; }
    text { fill: #1f2328; }
    .quiet { fill: #59636e; }
    .heading { font-weight: 600; font-size: 16px; }
    .title, .ours-text { font-weight: 600; }
    .peer { fill: #9aa4af; }
    .floor { fill: #fff; stroke: #59636e; }
    .ours { fill: #0b5cad; }
    .axis { stroke: #d0d7de; }
    .spread { stroke: #1f2328; stroke-width: 1.5; }
    @media (prefers-color-scheme: dark) {
      .page { fill: #0d1117; stroke: #3d444d; }
      text { fill: #f0f6fc; }
      .quiet { fill: #9198a1; }
      .peer { fill: #656c76; }
      .floor { fill: #0d1117; stroke: #9198a1; }
      .ours { fill: #4493f8; }
      .axis { stroke: #3d444d; }
      .spread { stroke: #f0f6fc; }
    }
  `;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const round = (length: number): string => String(Math.round(length * 10) / 10);

function drawText(x: number, y: number, text: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}"${attributes && ` ${attributes}`}>${escape(text)}</text>`;
}

/** Draws one bar, its value beside it and, as a line, the middle half of the runs. */
function drawBar(x: number, middle: number, kind: Subject['kind'], summary: Summary, perMillisecond: number): string {
  const lengthOf = (time: number) => Math.max(time, 0) * perMillisecond;
  const top = round(middle - barHeight / 2);
  const length = round(Math.max(lengthOf(summary.median), 1));
  const bar = `<rect class="${kind}" x="${round(x)}" y="${top}" width="${length}" height="${barHeight}" />`;
  const [from, to] = summary.middleHalf ?? [0, 0];
  const spread = `<path class="spread" d="M${round(x + lengthOf(from))} ${round(middle)}H${round(x + lengthOf(to))}" />`;
  const end = x + lengthOf(Math.max(summary.median, to));
  const value = drawText(end + 6, middle + 4, formatTime(summary.median), kind === 'ours' ? 'class="ours-text"' : '');
  return `${bar}${summary.middleHalf ? spread : ''}${value}`;
}

/** Draws one of the small charts, with a row for each subject. */
function drawPanel(
  results: Results,
  subjects: readonly Subject[],
  { metric, title }: (typeof panels)[number],
  index: number,
): string {
  const left = margin + (index % panelsPerRow) * (panelWidth + panelGap);
  const top = headHeight + Math.floor(index / panelsPerRow) * panelHeightOf(subjects);
  const summaries = subjects.map((subject) => summaryOf(results, subject, metric));
  const longest = Math.max(
    1,
    ...summaries.map((summary) => Math.max(summary?.median ?? 0, summary?.middleHalf?.[1] ?? 0)),
  );
  const barsFrom = left + labelWidth;

  const rows = subjects.map((subject, row) => {
    const middle = top + titleHeight + (row + 0.5) * rowHeight;
    const summary = summaries[row];
    const style = `text-anchor="end"${subject.kind === 'ours' ? ' class="ours-text"' : ''}`;
    const label = drawText(barsFrom - 8, middle + 4, subject.label, style);
    const figure = summary
      ? drawBar(barsFrom, middle, subject.kind, summary, barSpace / longest)
      : drawText(
          barsFrom + 6,
          middle + 4,
          subject.details || metric !== 'details' ? 'not measured' : 'has none',
          'class="quiet"',
        );
    return `    ${label}${figure}`;
  });
  const axis = `<path class="axis" d="M${round(barsFrom)} ${round(top + titleHeight)}v${subjects.length * rowHeight}" />`;
  return ['  <g>', `    ${drawText(left, top + 14, title, 'class="title"')}`, `    ${axis}`, ...rows, '  </g>'].join(
    '\n',
  );
}

const panelHeightOf = (subjects: readonly Subject[]): number => titleHeight + subjects.length * rowHeight + 22;

/** Says in words what the chart shows, for those who cannot see it. */
function describeChart(results: Results): string {
  const sentences = panels.flatMap(({ metric, title }) => {
    const own = summaryOf(results, library, metric);
    const floor = summaryOf(results, litFloor, metric);
    if (!own || !floor) return [];
    return [`${title}: ${formatTime(own.median)} ms, and ${formatTime(floor.median)} ms for the floor with Lit.`];
  });
  return `${sentences.join(' ')} The table beside the chart has every figure.`;
}

/** Draws the whole chart. */
export function drawChart(results: Results): string {
  const subjects = results.outcomes.map(({ subject }) => subject);
  const panelRows = Math.ceil(panels.length / panelsPerRow);
  const height = headHeight + panelRows * panelHeightOf(subjects) + footHeight;
  const heading = 'Time in milliseconds: shorter is faster';
  const key =
    'Outlined: floors, the least that the task takes. Line on a bar: the middle half of the runs. Each chart has its own scale.';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
  <title id="title">${heading}</title>
  <desc id="description">${escape(describeChart(results))}</desc>
  <style>${styles}</style>
  <rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" />
  ${drawText(margin, 30, heading, 'class="heading"')}
  ${drawText(margin, 49, `${describeRun(results)}.`, 'class="quiet"')}
${panels.map((panel, index) => drawPanel(results, subjects, panel, index)).join('\n')}
  ${drawText(margin, height - 18, key, 'class="quiet"')}
</svg>
`;
}
