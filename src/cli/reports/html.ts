import type { Finding, Severity } from '../../audit/finding.js';
import { inWords } from '../../audit/lifetimes.js';
import { ruleIds, type RuleId } from '../../audit/rules.js';
import { localize } from '../../manifest/localize.js';
import { escapeMarkup as text } from './markup.js';
import { subject, summary, unseen, type Report } from './report.js';

const headings: { readonly [S in Severity]: string } = {
  error: 'Where the list of cookies is not true',
  warning: 'What is true, but should be otherwise',
  info: 'Good to know',
};

/** What each rule finds, for a reader who sets no cookies. */
const meanings: { readonly [Id in RuleId]: string } = {
  undeclared: 'Something is kept on the visitor’s device that the list does not name.',
  unobserved: 'The list names something that was not seen on the visited pages.',
  overstays: 'It lives longer than visitors are told.',
  capped: 'Visitors are told a longer life than browsers give it.',
  'session-but-persistent': 'Visitors are told that it ends with the session; it does not.',
  'persistent-but-session': 'Visitors are told that it lasts; it ends with the session.',
  party: 'Visitors are told wrongly who stores it: the site itself, or another.',
  storage: 'It is kept elsewhere in the browser than visitors are told.',
  'http-only': 'Whether scripts can read it is not as declared.',
  insecure: 'It may travel, or be overwritten, unprotected.',
  'before-choice': 'It was there although the visitor had not agreed to its category.',
  'long-for-exemption': 'It needs no consent for its purpose, but lives longer than the purpose seems to justify.',
  'wide-wildcard': 'The list names it so broadly that nearly anything would be covered.',
};

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:CanvasText;background:Canvas;color-scheme:light dark}
table{border-collapse:collapse;table-layout:fixed;width:100%;margin:1rem 0}th,td{border:1px solid GrayText;padding:.4rem .6rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}caption{text-align:start;padding:.4rem 0}
code{font-family:ui-monospace,monospace}.result{font-size:1.25rem;border-inline-start:.4rem solid;padding-inline-start:1rem}@media print{body{margin:0}tr{break-inside:avoid}}`;

const row = (cells: readonly string[]): string =>
  `<tr><th scope="row">${cells[0]}</th>${cells
    .slice(1)
    .map((cell) => `<td>${cell}</td>`)
    .join('')}</tr>`;

const table = (caption: string, columns: readonly string[], rows: readonly string[]): string =>
  `<table><caption>${caption}</caption><thead><tr>${columns.map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;

/** The report for people: one file without scripts or anything to load, to read, print and keep. */
export function htmlReport(report: Report): string {
  const { at, browser, file, urls, findings, notes, version } = report;
  const { manifest } = file;
  const english = (words: Parameters<typeof localize>[0]) => text(localize(words, 'en', manifest.language).text);
  const day = new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

  const section = (
    heading: string,
    chosen: readonly Finding[],
    last: string,
    lastCell: (finding: Finding) => string,
  ): string => {
    const groups = ruleIds
      .map((rule) => chosen.filter((finding) => finding.rule === rule))
      .filter(({ length }) => length);
    if (!groups.length) return '';
    const tables = groups.map((group) =>
      table(
        `${text(meanings[group[0]!.rule])} <code>${group[0]!.rule}</code>`,
        ['Name', 'Expected', 'Seen', 'Set by', last],
        group.map((finding) =>
          row([
            `<code>${text(subject(finding))}</code>`,
            text(finding.expected),
            text(finding.observed),
            text(finding.by ?? 'not known'),
            lastCell(finding),
          ]),
        ),
      ),
    );
    return `<h2>${heading}</h2>${tables.join('')}`;
  };
  const open = findings.filter(({ waived }) => waived === undefined);
  const sections = (['error', 'warning', 'info'] as const).map((severity) =>
    section(
      headings[severity],
      open.filter((finding) => finding.severity === severity),
      'How to mend it',
      ({ help }) => text(help),
    ),
  );
  const site = english(manifest.site.name);

  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Audit of the cookies${site ? ` of ${site}` : ''}</title><style>${style}</style></head><body><main>
<h1>Audit of the cookies${site ? ` of ${site}` : ''}</h1>
<p class="result">${open.some(({ severity }) => severity === 'error') ? 'What is declared is not all true.' : 'Nothing that is declared was found to be untrue.'} ${text(summary(report))}.</p>
<p>Made on ${text(day)} UTC with cookie-manifest ${text(version)} and ${text(browser)}. “Cookie” here includes all storage on the device, and beacons. Values were not recorded. This is what a program saw, not legal advice.</p>
<h2>What was visited</h2><ul>${urls.map((url) => `<li>${text(url)}</li>`).join('')}</ul>
${notes.length ? `<ul>${notes.map((note) => `<li>${text(note)}</li>`).join('')}</ul>` : ''}
${sections.join('\n')}
${section(
  'Accepted by the site, with its reasons',
  findings.filter(({ waived }) => waived !== undefined),
  'Reason given',
  ({ waived = '' }) => text(waived),
)}
<h2>What is declared</h2>
${table(
  `Revision ${text(manifest.revision ?? 'none')}, from ${text(file.file)}`,
  ['Name', 'Purpose', 'Duration', 'Category', 'Stored by', 'Exemption'],
  manifest.cookies.map((cookie) =>
    row([
      `<code>${text(cookie.name)}</code>`,
      english(cookie.purpose),
      text(inWords(cookie.duration)),
      text(cookie.category),
      `${english(cookie.provider.name)} (${cookie.party} party)`,
      text(cookie.exemption ?? 'none given'),
    ]),
  ),
)}
<h2>What this audit cannot see</h2><ul>${unseen.map((what) => `<li>${text(what)}</li>`).join('')}</ul>
</main></body></html>
`;
}
