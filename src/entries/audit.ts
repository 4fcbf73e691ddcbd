/** The audit's rules, for whoever has observations of their own. */
import { compare, type AuditOptions } from '../audit/compare.js';
import type { Finding } from '../audit/finding.js';
import type { Observed } from '../audit/observed.js';
import { parseManifest } from '../manifest/parse.js';
import { defaultCookieName } from '../preferences/settings.js';

export { rules } from '../audit/rules.js';

export type { AuditOptions } from '../audit/compare.js';
export type { Finding, Severity } from '../audit/finding.js';
export type { Observed } from '../audit/observed.js';
export type { Findings } from '../audit/page.js';
export type { Fault, Rule, RuleId, Sight } from '../audit/rules.js';

/**
 * Holds what was seen on a device against what is declared. Pure: looks at nothing but its arguments.
 * @param manifest - the manifest, parsed or as written
 * @param observations - what was seen, without values; the same thing seen twice is one
 * @returns the findings, frozen, the most severe first
 * @throws {ManifestError} where the manifest is no object with an array `cookies`
 */
export const audit = (manifest: object, observations: Iterable<Observed>, options?: AuditOptions): readonly Finding[] =>
  compare(parseManifest(manifest), observations, { cookie: defaultCookieName, ...options });
