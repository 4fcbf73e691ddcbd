import { maxCookieDays } from '../cookie-list/lifetime-limits.js';
import type { Duration } from '../manifest/duration.js';
import type { Exemption } from '../manifest/fields.js';

const day = 86_400;

/** The longest that a browser keeps a cookie, in seconds. */
export const cap = maxCookieDays * day;

/**
 * How much longer than declared a cookie may live before it overstays, in seconds.
 * - A server's clock may run ahead of the browser's: five minutes, and for what is short a tenth of its life.
 * - Months and years are of unequal length (two months may be 62 days, a twelfth of 365 days is 30.4): two in a hundred.
 */
export function tolerance(duration: Extract<Duration, { kind: 'amount' }>): number {
  const { seconds, unit } = duration;
  return Math.min(300, seconds / 10) + (unit === 'month' || unit === 'year' ? seconds / 50 : 0);
}

/**
 * How long an essential cookie may live for what it is exempt for, in seconds. WP29 Opinion 04/2012 gives words (the sections are
 * named), not numbers; these are our reading, on the generous side. "A session" is read as a day, as many a session is kept by a date.
 */
export const justified: { readonly [Reason in Exemption]: number } = {
  'user-input': day, // 3.1: a session, or a few hours
  authentication: day, // 3.2: a session; "remember me" is not exempt
  security: 400 * day, // 3.3: longer than a session, but limited
  'media-player': day, // 3.4: a session
  'load-balancing': day, // 3.5: a session
  preference: 30 * day, // 3.6: a session, or slightly more
};

/** The longest that any exemption justifies, for what gives none. */
export const longestJustified = Math.max(...Object.values(justified));

/** A declared duration in English. */
export function inWords(duration: Duration): string {
  if (duration.kind === 'unknown') return duration.text;
  if (duration.kind !== 'amount') return { session: 'a session', persistent: 'no end' }[duration.kind];
  const { amount, unit } = duration;
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** An observed lifetime in English, in the largest unit of which there are two. */
export function lifetimeInWords(lifetime: number | 'session' | 'persistent'): string {
  if (typeof lifetime === 'string') return inWords({ kind: lifetime });
  const [seconds, unit] = (
    [
      [day, 'day'],
      [3_600, 'hour'],
      [60, 'minute'],
    ] as const
  ).find(([length]) => lifetime >= 2 * length) ?? [1, 'second' as const];
  return inWords({ kind: 'amount', amount: Math.round(lifetime / seconds), unit, seconds: lifetime });
}
