/** Makes a function that tells whether one of its values is another than at the last call. */
export function changes(): (...values: unknown[]) => boolean {
  let last: unknown[] = [];
  return (...values) => {
    const same = last.length > 0 && values.every((value, index) => value === last[index]);
    last = values;
    return !same;
  };
}
