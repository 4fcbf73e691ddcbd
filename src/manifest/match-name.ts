/** Whether a name falls under a declared one, in which `*` stands for any run of characters, the empty one too. */
export function matchesName(declared: string, name: string): boolean {
  const [head = '', ...parts] = declared.split('*');
  const tail = parts.pop();
  let at = head.length;
  // Each part from where the last one ended; where one is not found, its index of -1 gives it away.
  return tail === undefined
    ? declared === name
    : name.startsWith(head) &&
        parts.every((part) => (at = name.indexOf(part, at) + part.length) >= part.length) &&
        name.slice(at).endsWith(tail);
}

/** How exactly a declared name fits those that fall under it: without a wildcard before any with one, then by its fixed letters. */
const precision = (declared: string): number =>
  declared.includes('*') ? declared.replaceAll('*', '').length : Infinity;

/**
 * The declared cookie that a name falls under: an exact name before any wildcard, then the longest fixed part.
 * @returns undefined where the name is not declared
 */
export const findCookie = <C extends { readonly name: string }>(cookies: readonly C[], name: string): C | undefined =>
  cookies.filter((cookie) => matchesName(cookie.name, name)).sort((a, b) => precision(b.name) - precision(a.name))[0];
