/** An object that JSON.parse gave: its own keys alone are looked at, so that `__proto__` is a key like any other. */
export type JsonObject = { readonly [key: string]: unknown };

/** What a text holds as JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of the first of the keys that has one, whatever the case of its letters. */
export function field(object: unknown, ...keys: readonly string[]): unknown {
  if (!isObject(object)) return undefined;
  for (const key of keys) {
    const own = Object.hasOwn(object, key)
      ? key
      : Object.keys(object).find((other) => other.toLowerCase() === key.toLowerCase());
    const value = own === undefined ? undefined : object[own];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

/** An entry in a few words, for remarks: its texts and numbers, but for a cookie's value. What lies deeper is not looked at. */
export function brief(value: unknown): string | undefined {
  if (!isObject(value)) return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  const parts = Object.entries(value).filter(
    ([key, part]) =>
      !/value/i.test(key) && (typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean'),
  );
  return parts
    .slice(0, 8)
    .map(([key, part]) => `${key}: ${String(part)}`)
    .join(', ');
}

/** A list under one of the keys; empty where there is none. */
export function list(object: unknown, ...keys: readonly string[]): readonly unknown[] {
  const value = field(object, ...keys);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** A text or number under one of the keys, as trimmed text; undefined where there is none, or nothing in it. */
export function text(object: unknown, ...keys: readonly string[]): string | undefined {
  const value = field(object, ...keys);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined;
}
