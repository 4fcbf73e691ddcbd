/**
 * Freezes a value and all that is in it.
 * @returns the value itself
 */
export function deepFreeze<T>(value: T): T {
  if (Object(value) === value) Object.values(Object.freeze(value) as object).forEach(deepFreeze);
  return value;
}
