import { durationPattern } from './fields.js';

/** The units in which a duration is written. */
export type DurationUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/**
 * How long something is kept. `session` ends with the browser's session, `persistent` has no end; an amount keeps the unit it was
 * written in, and `seconds` (a year of 365 days, a month a twelfth of it) serves comparisons alone. `unknown` holds what was written.
 */
export type Duration =
  | { readonly kind: 'session' }
  | { readonly kind: 'persistent' }
  | { readonly kind: 'amount'; readonly amount: number; readonly unit: DurationUnit; readonly seconds: number }
  | { readonly kind: 'unknown'; readonly text: string };

const secondsIn: Record<DurationUnit, number> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
  month: 2_628_000,
  year: 31_536_000,
};

export const durationUnits = Object.keys(secondsIn) as DurationUnit[];

/** The units in the same order, as ISO 8601 writes them around an amount. */
const designators = ['PTS', 'PTM', 'PTH', 'PD', 'PW', 'PM', 'PY'];

/**
 * Reads a duration as a manifest writes it: `session`, `persistent`, `30 minutes`, or ISO 8601 with one designator (`PT30M`).
 * @param text - what is written
 * @returns the duration; of kind `unknown` where it cannot be read
 */
export function parseDuration(text: string): Duration {
  const match = durationPattern.exec(text);
  if (!match) return { kind: 'unknown', text };
  const unit = (match[2] as DurationUnit | undefined) ?? durationUnits[designators.indexOf(text.replace(/\d+/, ''))];
  const amount = Number(text.replace(/\D+/g, ''));
  return unit
    ? { kind: 'amount', amount, unit, seconds: amount * secondsIn[unit] }
    : { kind: text as 'session' | 'persistent' };
}

const formats: { [languageAndUnit: string]: Intl.NumberFormat } = {}; // making one takes longer than using it a hundred times

/**
 * Words a duration for a reader.
 * @param language - BCP 47 tag of the reader's language
 * @param messages - that language's words for what Intl does not know
 */
export function formatDuration(
  duration: Duration,
  language: string,
  messages: { readonly session: string; readonly persistent: string },
): string {
  if (duration.kind === 'unknown') return duration.text;
  if (duration.kind !== 'amount') return messages[duration.kind];
  const { unit, amount } = duration;
  return (formats[language + unit] ??= new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  })).format(amount);
}
