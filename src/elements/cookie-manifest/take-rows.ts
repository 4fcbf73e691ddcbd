import { groupCookies, type CategoryGroup } from '../../cookie-list/groups.js';
import type { ListedCookie } from '../../cookie-list/list.js';

/** Groups cookies by category and purpose, up to a number of rows: groups that would be empty are left out. */
export function takeRows(cookies: readonly ListedCookie[], limit: number): readonly CategoryGroup[] {
  let left = limit;
  return groupCookies(cookies)
    .map((category) => ({
      ...category,
      purposes: category.purposes
        .map((purpose) => {
          const taken = purpose.cookies.slice(0, Math.max(left, 0));
          left -= taken.length;
          return { ...purpose, cookies: taken };
        })
        .filter((purpose) => purpose.cookies.length > 0),
    }))
    .filter((category) => category.purposes.length > 0);
}
