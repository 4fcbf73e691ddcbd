import { durationPattern } from './fields.js';
import { isPlainEnglish } from './plain-english.js';

/** The units in which a duration is written. */
export type DurationUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/**
 * The time for which something is kept. `session` ends with the browser's session, `persistent` has no end. An amount keeps the unit it
 * was written in; its `seconds` serve comparisons alone (a year has 365 days, a month is a twelfth of it). `unknown` holds what was
 * written.
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

/** The units, from the shortest to the longest. */
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
  if (text === 'session' || text === 'persistent') return { kind: text };

  const englishUnit = match[2] as DurationUnit | undefined;
  const designator = text.replace(/\d+/, '');
  const unit = englishUnit ?? durationUnits[designators.indexOf(designator)]!;
  const amount = Number(text.replace(/\D+/g, ''));
  return { kind: 'amount', amount, unit, seconds: amount * secondsIn[unit] };
}

/** Formats by language and unit: making one takes longer than using it a hundred times. */
const formats: { [languageAndUnit: string]: Intl.NumberFormat } = {};

/**
 * Words a duration for a reader.
 * @param language - BCP 47 tag of the reader's language
 * @param messages - that language's words for what `Intl` does not know
 * @returns the words; what was written where the duration is unknown
 */
export function formatDuration(
  duration: Duration,
  language: string,
  messages: { readonly session: string; readonly persistent: string },
): string {
  if (duration.kind === 'unknown') return duration.text;
  if (duration.kind !== 'amount') return messages[duration.kind];
  const { unit, amount } = duration;
  if (isPlainEnglish(language, amount)) return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
  formats[language + unit] ??= new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return formats[language + unit]!.format(amount);
}
