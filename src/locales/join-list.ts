/**
 * The texts that a language puts between the items of a list: CLDR's `listPattern-type-standard`. CLDR writes whole patterns
 * (`{0} and {1}`), but in all of our languages these begin with the one item and end with the other, and `start` is as `middle`.
 */
export interface ListPatterns {
  /** Between two items that are the whole list. */
  readonly pair: string;
  /** Between the items of a longer list. Default: `, `. */
  readonly middle?: string;
  /** Before the last item of a longer list. Default: as in a pair. */
  readonly end?: string;
}

/**
 * Joins texts as the list of a sentence, without an `Intl` object: making one delays the notice. The patterns do not depend on the next
 * word, as they do in Spanish ("e" before the sound of "i") and in Hebrew (a hyphen before other scripts): no text of ours begins so.
 * @param patterns - the language's own; only a language that the site has brought may come without
 * @param language - BCP 47 tag of the language that the items are in
 */
export function joinList(items: readonly string[], patterns: ListPatterns | undefined, language: string): string {
  if (!patterns) return new Intl.ListFormat(language).format(items);
  const { pair, middle = ', ', end = pair } = patterns;
  if (items.length < 3) return items.join(pair);
  return items.slice(0, -1).join(middle) + end + items.at(-1)!;
}
