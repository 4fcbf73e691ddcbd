import { matchesPattern } from './validate.js';

/**
 * Returns whether a name falls under a declared one. Nothing falls under one that is invalid, as `*` alone is.
 * @param declared - a name in which `*` stands for any run of characters, the empty one too
 * @param name - the name that was seen
 */
export function matchesName(declared: string, name: string): boolean {
  if (!matchesPattern('name', declared)) return false;
  const [head = '', ...parts] = declared.split('*');
  const tail = parts.pop();
  if (tail === undefined) return declared === name;
  if (!name.startsWith(head)) return false;
  // Each part must follow where the last one ended.
  let end = head.length;
  for (const part of parts) {
    const start = name.indexOf(part, end);
    if (start < 0) return false;
    end = start + part.length;
  }
  return name.slice(end).endsWith(tail);
}

/** Rates how exactly a declared name fits: without a wildcard before any with one, then by the number of fixed characters. */
const ratePrecision = (declared: string): number =>
  declared.includes('*') ? declared.replaceAll('*', '').length : Infinity;

/**
 * Finds the declared cookie that a name falls under: an exact name before any wildcard, then the longest fixed part.
 * @returns undefined where the name is not declared
 */
export const findCookie = <C extends { readonly name: string }>(cookies: readonly C[], name: string): C | undefined =>
  cookies
    .filter((cookie) => matchesName(cookie.name, name))
    .sort((a, b) => ratePrecision(b.name) - ratePrecision(a.name))[0];
