import { ruleIds } from '../../audit/rules.js';
import { escapeMarkup } from './markup.js';
import { failing, subject, type Report } from './report.js';

/**
 * The report as JUnit writes test results, for CI servers: a test case for every rule, which fails by the findings that count. Of
 * several dialects this keeps to what all have: testsuites, testsuite, testcase, failure, system-out.
 */
export function junitReport(report: Report): string {
  const counted = failing(report);
  const line = (finding: (typeof counted)[number]) => {
    const { expected, observed, help, by, page, waived } = finding;
    return `${subject(finding)}: expected ${expected}; observed ${observed}.${by ? ` Set by ${by}.` : ''}${page ? ` On ${page}.` : ''} ${waived === undefined ? help : `Waived: ${waived}`}`;
  };
  const cases = ruleIds.map((rule) => {
    const failures = counted.filter((finding) => finding.rule === rule);
    const others = report.findings.filter((finding) => finding.rule === rule && !counted.includes(finding));
    const inner = [
      ...(failures.length
        ? [
            `<failure type="${rule}" message="${escapeMarkup(failures.map(subject).join(', '))}">${escapeMarkup(failures.map(line).join('\n'))}</failure>`,
          ]
        : []),
      ...(others.length ? [`<system-out>${escapeMarkup(others.map(line).join('\n'))}</system-out>`] : []),
    ].join('');
    return `    <testcase classname="cookie-manifest" name="${rule}">${inner}</testcase>`;
  });
  const failed = new Set(counted.map(({ rule }) => rule)).size;
  const sums = `tests="${ruleIds.length}" failures="${failed}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${sums}>
  <testsuite name="${escapeMarkup(`cookie-manifest audit of ${report.urls.join(' ')}`)}" ${sums} skipped="0" timestamp="${report.at.slice(0, 19)}">
${cases.join('\n')}
  </testsuite>
</testsuites>
`;
}
