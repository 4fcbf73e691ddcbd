/** A median, and the middle half of the values that it comes from. */
export interface Summary {
  readonly median: number;
  /** Undefined where there are too few values to halve. */
  readonly middleHalf: readonly [from: number, to: number] | undefined;
}

const fewestToHalve = 4;

/** Returns the value below which a share of all values lies, by linear interpolation. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}

/** Sums up what several runs measured; undefined where none did. */
export function summarize(values: readonly number[]): Summary | undefined {
  if (!values.length) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    middleHalf: sorted.length < fewestToHalve ? undefined : [quantile(sorted, 0.25), quantile(sorted, 0.75)],
  };
}
