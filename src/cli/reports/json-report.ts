import { failing, unseen, type Report } from './report.js';

/** The report for programs. */
export function jsonReport(report: Report): string {
  const { version, at, browser, file, urls, seen, findings, notes, failOn } = report;
  const { revision } = file.manifest;
  return `${JSON.stringify({ version, at, browser, manifest: { file: file.file, revision }, urls, seen, failOn, failed: failing(report).length, findings, notes, unseen }, null, 2)}\n`;
}
