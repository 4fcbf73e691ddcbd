import { counts } from '../../audit/compare.js';
import { severities, type Finding, type Severity } from '../../audit/finding.js';
import type { ManifestFile } from '../manifest.js';

/** What an audit has to say, to whomever and in whatever form. */
export interface Report {
  /** The library's version. */
  readonly version: string;
  /** When it was made, in UTC. */
  readonly at: string;
  readonly browser: string;
  readonly file: ManifestFile;
  readonly urls: readonly string[];
  /** How many different things were seen. */
  readonly seen: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  /** The severity from which findings count. */
  readonly failOn: Severity;
}

/** What no audit can see, for every form of report. */
export const unseen = [
  'What other pages and other visitors get',
  'What is set after the audit has left',
  'What a host keeps of its own log files',
] as const;

/** The findings that make the audit fail. */
export const failing = ({ findings, failOn }: Report): readonly Finding[] =>
  findings.filter((finding) => counts(finding, failOn));

const number = (count: number, noun: string): string => `${count} ${noun}${count === 1 || noun === 'info' ? '' : 's'}`;

/** The result in a sentence. */
export function summary({ findings, seen, urls, file }: Report): string {
  const open = findings.filter(({ waived }) => waived === undefined);
  const waived = findings.length - open.length;
  const parts = severities
    .map((severity) => [severity, open.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count);
  const result = parts.length ? parts.map(([severity, count]) => number(count, severity)).join(', ') : 'no finding';
  return `${result}${waived ? `, ${waived} waived` : ''}: ${number(seen, 'thing')} seen on ${number(urls.length, 'page')}, ${number(file.manifest.cookies.length, 'cookie')} declared`;
}

/** What identifies a finding for a reader: the name, and where that is no cookie, what it is. */
export const subject = ({ name, storage }: Finding): string => (storage === 'cookie' ? name : `${name} (${storage})`);
