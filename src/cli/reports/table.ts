import { summary, subject, type Report } from './report.js';

/** Lines of cells, each column as wide as its widest. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The report for a terminal. */
export function tableReport(report: Report): string {
  const { findings, notes } = report;
  const open = findings.filter(({ waived }) => waived === undefined);
  const rows = open.map((finding) => [
    finding.severity,
    finding.rule,
    subject(finding),
    finding.expected,
    finding.observed,
  ]);
  const blocks = [
    rows.length && columns([['severity', 'rule', 'name', 'expected', 'observed'], ...rows]),
    open.some(({ by }) => by) &&
      `Who set it:\n${columns(open.flatMap((finding) => (finding.by ? [[`  ${subject(finding)}`, finding.by]] : [])).filter(unlike))}`,
    open.length &&
      `How to mend it:\n${columns([...new Map(open.map(({ rule, help }) => [rule, help]))].map(([rule, help]) => [`  ${rule}`, help]))}`,
    findings.length > open.length &&
      `Waived by the manifest:\n${columns(findings.flatMap((finding) => (finding.waived === undefined ? [] : [[`  ${finding.rule}`, subject(finding), finding.waived]])))}`,
    notes.length && notes.map((note) => `Note: ${note}`).join('\n'),
    summary(report),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

const unlike = (row: readonly string[], index: number, rows: readonly (readonly string[])[]): boolean =>
  rows.findIndex((other) => other.join('\n') === row.join('\n')) === index;
