import type { Cookie, Manifest } from '../manifest/types.js';
import { findCookie } from '../manifest/match-name.js';
import { deepFreeze } from '../manifest/deep-freeze.js';
import { severities, type Finding } from './finding.js';
import { match } from './match.js';
import type { Observed } from './observed.js';
import { ruleIds, rules, type Fault, type Rule, type RuleId } from './rules.js';

/** What an audit may be told. */
export interface AuditOptions {
  /** The categories that the visitor has granted. Default: `essential` alone. */
  readonly granted?: readonly string[];
  /** The name of the library's own cookie, which need not be declared. Default, where the entry `audit` is used: `cookie_preferences`. */
  readonly cookie?: string;
  /** Whether the observer would have seen a declared cookie; what it could not see is not called unobserved. Default: it sees all. */
  sees?(cookie: Cookie): boolean;
}

/**
 * Holds what was seen on a device against what is declared. Pure: looks at nothing but its arguments.
 * @param observations - what was seen, without values; the same thing seen twice is one
 * @returns the findings, frozen, the most severe first
 */
export function compare(
  { cookies, waivers }: Manifest,
  observations: Iterable<Observed>,
  options: AuditOptions = {},
): readonly Finding[] {
  const { granted = ['essential'], cookie: own, sees = () => true } = options;
  const seenOf = new Map<Cookie, Observed[]>(cookies.map((cookie) => [cookie, []]));
  const findings: Finding[] = [];

  const add = (
    id: RuleId,
    { expected, observed }: Fault,
    { name, storage, by, page }: Pick<Observed, 'name' | 'storage' | 'by' | 'page'>,
    declared?: Cookie,
  ) => {
    const { severity, help }: Rule = rules[id];
    const waived = waivers?.filter(({ rule }) => rule === id) ?? [];
    const waiver = findCookie(waived, name) ?? waived.find((waiver) => waiver.name === declared?.name);
    findings.push({
      ...{ rule: id, severity, name, storage, expected, observed, help },
      ...(waiver && { waived: waiver.reason }),
      ...(declared && { declared: declared.name }),
      ...(by && { by }),
      ...(page && { page }),
    });
  };

  for (const seen of distinct(observations)) {
    const sight = { seen, granted: seen.granted ?? granted, ...match(cookies, seen) };
    const isOwn = seen.own || (seen.storage === 'cookie' && seen.name === own && seen.party !== 'third');
    if (isOwn && !sight.cookie) continue;
    if (sight.cookie) seenOf.get(sight.cookie)!.push(seen);
    for (const id of ruleIds) {
      // What the browser refused was never kept: only its attributes are of interest.
      const fault = seen.refused && id !== 'insecure' ? undefined : (rules[id] as Rule).seen?.(sight);
      if (fault) add(id, fault, seen, sight.cookie);
    }
  }
  for (const [cookie, seen] of seenOf)
    for (const id of ruleIds) {
      const fault = id === 'unobserved' && !sees(cookie) ? undefined : (rules[id] as Rule).declared?.(cookie, seen);
      if (fault) add(id, fault, cookie, cookie);
    }

  const rank = ({ severity }: Finding) => severities.indexOf(severity);
  return deepFreeze(findings.sort((a, b) => rank(a) - rank(b) || ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule)));
}

/**
 * Each thing once, as it was first seen, and with the longest life of all sightings. A cookie is the same by name, domain, path and
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

/** What is wrong with the waivers themselves: those that name no rule. In words. */
export const strayWaivers = ({ waivers = [] }: Manifest): readonly string[] =>
  waivers.flatMap(({ rule }, index) =>
    (ruleIds as readonly string[]).includes(rule) ? [] : `waivers[${index}].rule: there is no rule "${rule}"`,
  );

/** Whether a finding counts at a severity or above it. */
export const counts = ({ severity, waived }: Finding, least: Finding['severity']): boolean =>
  waived === undefined && severities.indexOf(severity) <= severities.indexOf(least);
