import type { Collection } from './collect.js';
import type { Row } from './columns.js';
import { plainName, plainText } from './markup.js';
import { hostOf, partyOf, pathOf, providerOf, storageOf, widened, yesOrNo } from './values.js';

/**
 * Takes a row of a cookie list as a cookie. A row without a name, and a host that is none, are reported.
 * @param about - what is known of the cookie from elsewhere, and the row does not say; and the sign that stands for any characters in names
 */
export function addRow(
  collection: Collection,
  { at, cells }: Pick<Row, 'at' | 'cells'>,
  about: { readonly category?: string; readonly categoryText?: string; readonly sign?: RegExp } = {},
): void {
  const { add, remark } = collection;
  const { name, purpose, session, type = '' } = cells;
  if (!name) return remark('lost', at, 'This row names no cookie.', Object.values(cells).join(' | '));
  const domain = hostOf(cells.domain);
  const stray = cells.domain && !domain ? cells.domain : undefined;
  if (stray)
    remark(
      cells.provider ? 'lost' : 'doubt',
      at,
      `The domain of ${plainName(name)} is no host, and ${cells.provider ? 'is left out' : 'was taken for its provider'}.`,
      stray,
    );
  const isSession = yesOrNo(session) ?? /^session\b(?!\s*storage)/i.test(type);
  const duration = cells.duration ?? (isSession ? 'session' : undefined);
  const third = yesOrNo(cells.third);
  const path = pathOf(cells.path);
  add({
    at,
    name: about.sign ? widened(collection, at, plainName(name), about.sign) : plainName(name),
    purpose: purpose && plainText(purpose),
    duration: duration && plainText(duration),
    ...providerOf(cells.provider ?? stray),
    category: cells.category ? plainText(cells.category) : about.category,
    categoryText: about.categoryText,
    storage: storageOf(type),
    party:
      third === undefined
        ? (partyOf(cells.third) ?? partyOf(type) ?? partyOf(cells.domain))
        : third
          ? 'third'
          : 'first',
    domain,
    path,
    httpOnly: yesOrNo(cells.httpOnly),
  });
}
