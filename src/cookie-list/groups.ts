import type { ListedCookie } from './list.js';

/** Cookies that share a purpose. */
export interface PurposeGroup {
  readonly purpose: string;
  readonly language: string;
  readonly cookies: readonly ListedCookie[];
}

/** The cookies of a category, by purpose. */
export interface CategoryGroup {
  readonly category: string;
  /** The library's own cookie, set apart from what the site declares. */
  readonly own: boolean;
  readonly purposes: readonly PurposeGroup[];
}

/** Groups cookies by category and, within it, by purpose: essential first, the library's own last, else in the manifest's order. */
export function groupCookies(cookies: readonly ListedCookie[]): readonly CategoryGroup[] {
  const rank = ({ category, own }: ListedCookie) => (own ? 2 : +(category !== 'essential'));
  return gather(
    cookies.toSorted((a, b) => rank(a) - rank(b)),
    ({ category, own }) => `${own} ${category}`,
  ).map((shared) => ({
    ...shared[0]!,
    purposes: gather(shared, ({ purpose }) => purpose).map((cookies) => ({
      ...cookies[0]!,
      language: cookies[0]!.purposeLanguage,
      cookies,
    })),
  }));
}

/** Lists of what has the same key, in the order in which the keys come first. */
function gather<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    lists.get(key)?.push(item) ?? lists.set(key, [item]);
  }
  return [...lists.values()];
}
