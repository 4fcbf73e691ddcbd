/** Freezes a value and all that is in it. */
export function freeze<T>(value: T): T {
  if (Object(value) === value) Object.values(Object.freeze(value) as object).forEach(freeze);
  return value;
}
