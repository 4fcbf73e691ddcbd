import type { ListedCookie } from './list.js';

/** Cookies of a category that share a purpose. */
export interface PurposeGroup {
  readonly purpose: string;
  /** BCP 47 tag of the language that the purpose is in. */
  readonly language: string;
  /** How many cookies it has, which may be more than are shown. */
  readonly count: number;
  readonly cookies: readonly ListedCookie[];
}

/** The cookies of a category, by purpose. */
export interface CategoryGroup {
  readonly category: string;
  /** True for the library's own cookie, set apart from what the site declares. */
  readonly own: boolean;
  /** How many cookies it has. */
  readonly count: number;
  readonly purposes: readonly PurposeGroup[];
}

/** Groups cookies by category and then by purpose: essential first, the library's own last, else in the manifest's order. */
export function groupCookies(cookies: readonly ListedCookie[]): readonly CategoryGroup[] {
  const inOrder = cookies.toSorted((a, b) => rank(a) - rank(b));
  return groupBy(inOrder, ({ category, own }) => `${own} ${category}`).map((members) => {
    const { category, own } = members[0]!;
    return {
      category,
      own,
      count: members.length,
      purposes: groupBy(members, ({ purpose }) => purpose).map(toPurposeGroup),
    };
  });
}

function rank({ category, own }: ListedCookie): number {
  if (own) return 2;
  return category === 'essential' ? 0 : 1;
}

function toPurposeGroup(cookies: readonly ListedCookie[]): PurposeGroup {
  const { purpose, purposeLanguage: language } = cookies[0]!;
  return { purpose, language, count: cookies.length, cookies };
}

/** Groups what has the same key, in the order in which the keys come first. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
