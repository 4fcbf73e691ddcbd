import { expect } from '@open-wc/testing';
import type { ListedCookie } from '../../src/entries/index.js';
import { groupCookies } from '../../src/cookie-list/groups.js';

const listed = (name: string, purpose: string, more: Partial<ListedCookie> = {}) =>
  ({ name, purpose, purposeLanguage: 'en', category: 'essential', own: false, ...more }) as ListedCookie;
const shape = (cookies: ListedCookie[]) =>
  groupCookies(cookies).map(({ category, own, purposes }) => ({
    category,
    own,
    purposes: purposes.map(({ purpose, cookies }) => [purpose, ...cookies.map(({ name }) => name)]),
  }));

describe('groupCookies', () => {
  it('puts what shares a purpose together, in the order in which it first comes', () =>
    expect(shape([listed('a', 'P'), listed('b', 'Q'), listed('c', 'P')])).to.deep.equal([
      {
        category: 'essential',
        own: false,
        purposes: [
          ['P', 'a', 'c'],
          ['Q', 'b'],
        ],
      },
    ]));

  it('puts essential first, and the library’s own last and apart', () =>
    expect(
      shape([listed('own', 'O', { own: true }), listed('s', 'P', { category: 'statistics' }), listed('a', 'P')]),
    ).to.deep.equal([
      { category: 'essential', own: false, purposes: [['P', 'a']] },
      { category: 'statistics', own: false, purposes: [['P', 's']] },
      { category: 'essential', own: true, purposes: [['O', 'own']] },
    ]));

  it('knows no category from the prototype', () =>
    expect(shape([listed('a', '__proto__', { category: 'constructor' })])).to.deep.equal([
      { category: 'constructor', own: false, purposes: [['__proto__', 'a']] },
    ]));

  it('gives nothing for nothing', () => expect(groupCookies([])).to.deep.equal([]));
});
