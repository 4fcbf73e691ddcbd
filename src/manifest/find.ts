/** Whether a name falls under a declared one, in which `*` stands for any run of characters, the empty one too. */
export function matches(declared: string, name: string): boolean {
  const [head = '', ...rest] = declared.split('*');
  const tail = rest.pop();
  if (tail === undefined) return declared === name;
  if (!name.startsWith(head) || !name.endsWith(tail)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - tail.length;
}

/** How exactly a declared name fits those that fall under it: without a wildcard before any with one, then by its fixed letters. */
const precision = (declared: string): number => (declared.includes('*') ? declared.replaceAll('*', '').length : Infinity);

/**
 * The declared cookie that a name falls under: an exact name before any wildcard, then the longest fixed part.
 * @returns undefined where the name is not declared
 */
export function findCookie<C extends { readonly name: string }>(cookies: readonly C[], name: string): C | undefined {
  let best: C | undefined;
  for (const cookie of cookies)
    if (matches(cookie.name, name) && (!best || precision(cookie.name) > precision(best.name))) best = cookie;
  return best;
}
