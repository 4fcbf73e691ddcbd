import { relative, sep } from 'node:path';
import type { Severity } from '../../audit/finding.js';
import { ruleIds, rules } from '../../audit/rules.js';
import { findCookiePath } from '../check-manifest.js';
import { subject, type Report } from './report.js';

/** SARIF 2.1.0, section 3.27.10. */
const levels: { readonly [S in Severity]: string } = { error: 'error', warning: 'warning', info: 'note' };

/**
 * The report in SARIF 2.1.0 (OASIS), for code scanning. Each finding points at the place in the manifest where the cookie is
 * declared, or where it would be.
 */
export function sarifReport({ version, file, findings }: Report): string {
  const uri = relative(process.cwd(), file.file).split(sep).map(encodeURIComponent).join('/');
  const results = findings.map((finding) => {
    const { rule, severity, name, storage, expected, observed, help, by, page, declared, waived } = finding;
    const { line, column } = file.at(findCookiePath(file.manifest, declared, storage));
    return {
      ruleId: rule,
      ruleIndex: ruleIds.indexOf(rule),
      level: levels[severity],
      message: {
        text: `${subject(finding)}: expected ${expected}; observed ${observed}.${by ? ` Set by ${by}.` : ''}${page ? ` On ${page}.` : ''} ${help}`,
      },
      locations: [
        { physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column } } },
      ],
      partialFingerprints: { 'cookie/v1': `${rule} ${storage} ${name}` },
      ...(waived !== undefined && { suppressions: [{ kind: 'inSource', justification: waived }] }),
    };
  });
  const driver = {
    name: 'cookie-manifest',
    version,
    rules: ruleIds.map((id) => ({
      id,
      shortDescription: { text: id },
      help: { text: rules[id].help },
      defaultConfiguration: { level: levels[rules[id].severity] },
    })),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, results, columnKind: 'utf16CodeUnits' }] }, null, 2)}\n`;
}
