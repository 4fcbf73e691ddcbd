const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

const worded = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;

const units: readonly (readonly [seconds: number, unit: string])[] = [
  [year, 'year'],
  [day, 'day'],
  [hour, 'hour'],
  [minute, 'minute'],
  [1, 'second'],
];

/** A manifest's amounts have at most six digits; longer than that is no duration that anyone meant. */
const longest = 999_999 * day;

/**
 * A number of seconds in plain English, in the largest unit of which it is a whole number: 31,536,000 are `1 year`, 2,592,000 `30 days`.
 * @returns undefined where it is no duration: not above zero, or beyond what can be written
 */
export function amountOf(seconds: number): string | undefined {
  if (!(seconds >= 1 && seconds <= longest)) return undefined;
  const whole = Math.round(seconds);
  const [length, unit] = units.find(([length, unit]) => whole % length === 0 && (unit !== 'second' || whole < 1e6)) ?? [
    day,
    'day',
  ];
  return worded(Math.round(whole / length), unit);
}

/**
 * The time between a date and an expiry that was computed from it, by a clock that may be some minutes off and by a calendar in which
 * months and years are of unequal length.
 * @param from - in milliseconds
 * @param to - in milliseconds
 * @returns undefined where it has passed
 */
export function spanOf(from: number, to: number): string | undefined {
  const seconds = (to - from) / 1000;
  if (!(seconds >= 1 && seconds <= longest)) return undefined;
  // Clocks differ; what is short must still be told apart.
  const slack = Math.min(300, Math.max(2, seconds / 100));
  const near = (length: number, step = 1) => {
    const amount = Math.round(seconds / length / step) * step;
    return amount && Math.abs(seconds - amount * length) <= slack ? amount : 0;
  };
  const years = near(year) || (near(day / 4) && calendar(from, to, 12, slack));
  if (years) return worded(years, 'year');
  const thirties = near(day, 30);
  if (thirties) return worded(thirties, 'day');
  const months = seconds > 27 * day && calendar(from, to, 1, slack);
  if (months) return worded(months, 'month');
  for (const [length, unit] of units.slice(1)) {
    const amount = near(length);
    if (amount) return worded(amount, unit);
  }
  return amountOf(Math.round(seconds));
}

/** How many whole steps of so many calendar months lie between two dates; 0 where it is no whole number. */
function calendar(from: number, to: number, months: number, slack: number): number {
  const steps = Math.round((to - from) / 1000 / ((year / 12) * months));
  const date = new Date(from);
  date.setUTCMonth(date.getUTCMonth() + steps * months);
  return Math.abs(date.getTime() - to) / 1000 <= slack ? steps : 0;
}

/** Amounts in which people give durations, in seconds. */
const natural: readonly (readonly [amount: number, unit: string, seconds: number])[] = [
  ...[1, 2, 5, 10, 15, 20, 30, 45].map((amount) => [amount, 'minute', amount * minute] as const),
  ...[1, 2, 3, 4, 6, 8, 12].map((amount) => [amount, 'hour', amount * hour] as const),
  ...[1, 2, 3, 5, 7, 10, 14, 30, 60, 90, 120, 180, 270, 400].map((amount) => [amount, 'day', amount * day] as const),
  [13, 'month', 395 * day],
  ...[1, 2, 3, 5, 10, 20, 30].map((amount) => [amount, 'year', amount * year] as const),
];

/**
 * The natural amount that something was set for of which so many seconds are left: the nearest that is not less, as what is left is
 * never more than what was set, but for a clock that is off.
 */
export function leastAmount(left: number): string {
  const [amount, unit] = natural.reduce(
    (best, next) => (next[2] >= left * 0.98 && (best[2] < left * 0.98 || next[2] < best[2]) ? next : best),
    natural.at(-1)!,
  );
  return worded(amount, unit);
}
