/** A `Set-Cookie` header, cut into its parts. */
export interface SetCookie {
  readonly name: string;
  /** The attributes by their names in lower case; one without a value has an empty one. */
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * Cuts a `Set-Cookie` header, or what a script gives to `document.cookie` (RFC 6265bis, section 5.6): the last of equal attributes counts.
 * @returns undefined for what no browser takes: without a name. The value is left out
 */
export function cutSetCookie(text: string): SetCookie | undefined {
  const [pair = '', ...rest] = text.split(';');
  const name = pair.includes('=') ? pair.slice(0, pair.indexOf('=')).trim() : '';
  if (!name) return undefined;
  const attributes = new Map(
    rest.map((part) => {
      const [key = '', ...value] = part.split('=');
      return [key.trim().toLowerCase(), value.join('=').trim()] as const;
    }),
  );
  return { name, attributes };
}
