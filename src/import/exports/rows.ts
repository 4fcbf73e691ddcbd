import type { Collection } from './collect.js';
import type { Row } from './columns.js';
import { plainText } from './markup.js';
import { hostOf, partyOf, pathOf, providerOf, storageOf, yesOrNo } from './values.js';

/**
 * Takes a row of a cookie list as a cookie. A row without a name, and a host that is none, are reported.
 * @param about - what is known of the cookie from elsewhere, and the row does not say
 */
export function addRow({ add, remark }: Collection, { at, cells }: Pick<Row, 'at' | 'cells'>, about: { readonly category?: string; readonly categoryText?: string } = {}): void {
  const { name, purpose, session, type = '' } = cells;
  if (!name) return remark('lost', at, 'This row names no cookie.', Object.values(cells).join(' | '));
  const domain = hostOf(cells.domain);
  const stray = cells.domain && !domain ? cells.domain : undefined;
  if (stray) remark(cells.provider ? 'lost' : 'doubt', at, `The domain of ${plainText(name)} is no host, and ${cells.provider ? 'is left out' : 'was taken for its provider'}.`, stray);
  const isSession = yesOrNo(session) ?? /^session\b(?!\s*storage)/i.test(type);
  const duration = cells.duration ?? (isSession ? 'session' : undefined);
  const third = yesOrNo(cells.third);
  const path = pathOf(cells.path);
  add({
    at,
    name: plainText(name),
    purpose: purpose && plainText(purpose),
    duration: duration && plainText(duration),
    ...providerOf(cells.provider ?? stray),
    category: cells.category ? plainText(cells.category) : about.category,
    categoryText: about.categoryText,
    storage: storageOf(type),
    party: third === undefined ? (partyOf(cells.third) ?? partyOf(type) ?? partyOf(cells.domain)) : third ? 'third' : 'first',
    domain,
    path,
    httpOnly: yesOrNo(cells.httpOnly),
  });
}
