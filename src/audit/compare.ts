import type { Cookie, Manifest } from '../manifest/types.js';
import { findCookie } from '../manifest/match-name.js';
import { deepFreeze } from '../manifest/deep-freeze.js';
import { matchesPattern } from '../manifest/validate.js';
import { severities, type Finding } from './finding.js';
import { match } from './match.js';
import type { Observed } from './observed.js';
import { ruleIds, rules, type Fault, type Rule, type RuleId } from './rules.js';

/** The options of an audit. */
export interface AuditOptions {
  /** The categories that the visitor has granted. Default: `essential` alone. */
  readonly granted?: readonly string[];
  /** The name of the library's own cookie, which need not be declared. Default, where the entry `audit` is used: `cookie_preferences`. */
  readonly cookie?: string;
  /** Returns whether the observer would have seen a declared cookie; what it could not see is not called unobserved. Default: it sees all. */
  sees?(cookie: Cookie): boolean;
}

/**
 * Compares what was seen on a device with what is declared. Pure: looks at nothing but its arguments.
 * @param observations - what was seen, without values; the same thing seen twice is one
 * @returns the findings, frozen, the most severe first
 */
export function compare(
  manifest: Manifest,
  observations: Iterable<Observed>,
  options: AuditOptions = {},
): readonly Finding[] {
  const { granted = ['essential'], cookie: ownName, sees = () => true } = options;
  const sightings = new Map<Cookie, Observed[]>(manifest.cookies.map((cookie) => [cookie, []]));
  const findings: Finding[] = [];

  for (const seen of distinct(observations)) {
    const sight = { seen, granted: seen.granted ?? granted, ...match(manifest.cookies, seen) };
    if (!sight.cookie && isOwnCookie(seen, ownName)) continue;
    if (sight.cookie) sightings.get(sight.cookie)!.push(seen);
    // What the browser refused was never kept: only its attributes are of interest.
    for (const id of seen.refused ? (['insecure'] as const) : ruleIds) {
      const fault = (rules[id] as Rule).seen?.(sight);
      if (fault) findings.push(toFinding(id, fault, seen, manifest, sight.cookie));
    }
  }
  for (const [cookie, seen] of sightings)
    for (const id of ruleIds) {
      if (id === 'unobserved' && !sees(cookie)) continue;
      const fault = (rules[id] as Rule).declared?.(cookie, seen);
      if (fault) findings.push(toFinding(id, fault, cookie, manifest, cookie));
    }

  const rank = ({ severity }: Finding) => severities.indexOf(severity);
  return deepFreeze(findings.sort((a, b) => rank(a) - rank(b) || ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule)));
}

/** Returns whether something that was seen is the record of the library itself. */
const isOwnCookie = ({ own, storage, name, party }: Observed, ownName: string | undefined): boolean =>
  own === true || (storage === 'cookie' && name === ownName && party !== 'third');

/**
 * Makes the finding of a fault.
 * @param place - what was seen, or the declared cookie where nothing was
 * @param declared - the declared cookie that it falls under
 */
function toFinding(
  id: RuleId,
  { expected, observed }: Fault,
  { name, storage, by, page }: Pick<Observed, 'name' | 'storage' | 'by' | 'page'>,
  { waivers = [] }: Manifest,
  declared?: Cookie,
): Finding {
  const { severity, help }: Rule = rules[id];
  const candidates = waivers.filter(({ rule }) => rule === id);
  const named = candidates.filter((candidate) => matchesPattern('name', candidate.name));
  const waiver = findCookie(candidates, name) ?? named.find((candidate) => candidate.name === declared?.name);
  return {
    ...{ rule: id, severity, name, storage, expected, observed, help },
    ...(waiver && { waived: waiver.reason }),
    ...(declared && { declared: declared.name }),
    ...(by && { by }),
    ...(page && { page }),
  };
}

/**
 * Merges sightings of one thing: as it was first seen, and with the longest life of all. A cookie is the same by name, domain, path and
 * partition (RFC 6265, section 5.3; CHIPS), anything else by name and host.
 */
export function distinct(observations: Iterable<Observed>): readonly Observed[] {
  const found = new Map<string, Observed>();
  for (const seen of observations) {
    const { storage, name, domain, path, partition, refused } = seen;
    const key = JSON.stringify([storage, name, domain, path, partition, refused]);
    const { lifetime, asked } = found.get(key) ?? seen;
    const longer =
      typeof lifetime === 'number' && typeof seen.lifetime === 'number'
        ? Math.max(lifetime, seen.lifetime)
        : (seen.lifetime ?? lifetime);
    const wish = Math.max(asked ?? 0, seen.asked ?? 0);
    found.set(key, {
      ...seen,
      ...found.get(key),
      ...(longer !== undefined && { lifetime: longer }),
      ...(wish && { asked: wish }),
    });
  }
  return [...found.values()];
}

/** Lists what is wrong with the waivers themselves, in English: those that name no rule. */
export const strayWaivers = ({ waivers = [] }: Manifest): readonly string[] =>
  waivers.flatMap(({ rule }, index) =>
    (ruleIds as readonly string[]).includes(rule) ? [] : `waivers[${index}].rule: there is no rule "${rule}"`,
  );

/** Returns whether a finding counts at a severity or above it. */
export const counts = ({ severity, waived }: Finding, least: Finding['severity']): boolean =>
  waived === undefined && severities.indexOf(severity) <= severities.indexOf(least);
