import { expect } from '@open-wc/testing';
import { detectPresence } from '../../src/cookie-list/presence.js';
import { observeStorage } from '../../src/cookie-list/observe.js';
import { parseManifest } from '../../src/entries/index.js';

const declare = (...cookies: object[]) =>
  parseManifest({ cookies: cookies.map((fields) => ({ purpose: 'p', duration: '1 day', ...fields })) }).cookies;
const here = (declared: ReturnType<typeof declare>, seen: Record<string, string[]>) =>
  [...detectPresence(declared, new Map(Object.entries(seen)) as never).entries()].map(([{ name }, answer]) => [
    name,
    answer,
  ]);

describe('detectPresence', () => {
  it('sees what is there', () => expect(here(declare({ name: 'a' }), { cookie: ['a'] })).to.deep.equal([['a', true]]));

  it('cannot tell that a cookie is not there, unless it is said to be no HttpOnly one', () => {
    const declared = declare(
      { name: 'unknown' },
      { name: 'hidden', httpOnly: true },
      { name: 'seen', httpOnly: false },
    );
    expect(here(declared, { cookie: [] })).to.deep.equal([
      ['unknown', null],
      ['hidden', null],
      ['seen', false],
    ]);
  });

  it('can tell of what scripts store', () =>
    expect(
      here(declare({ name: 'a', storage: 'localStorage' }, { name: 'b', storage: 'localStorage' }), {
        localStorage: ['b'],
      }),
    ).to.deep.equal([
      ['a', false],
      ['b', true],
    ]));

  it('keeps storages apart', () =>
    expect(
      here(declare({ name: 'a', storage: 'sessionStorage' }), { localStorage: ['a'], sessionStorage: [] }),
    ).to.deep.equal([['a', false]]));

  it('cannot tell of a storage that could not be looked into, of beacons, or of others’ cookies', () => {
    const declared = declare(
      { name: 'a', storage: 'localStorage' },
      { name: 'b', storage: 'beacon' },
      { name: 'c', party: 'third', httpOnly: false },
    );
    expect(here(declared, { cookie: ['c'] })).to.deep.equal([
      ['a', null],
      ['b', null],
      ['c', null],
    ]);
  });

  it('counts a name for its most specific declaration alone', () => {
    const declared = declare({ name: 'x*', httpOnly: false }, { name: 'x_1', httpOnly: false });
    expect(here(declared, { cookie: ['x_1'] })).to.deep.equal([
      ['x*', false],
      ['x_1', true],
    ]);
    expect(here(declared, { cookie: ['x_2'] })).to.deep.equal([
      ['x*', true],
      ['x_1', false],
    ]);
  });
});

describe('observe', () => {
  it('gives the names in each storage', async () => {
    document.cookie = 'observed=1; path=/';
    localStorage.setItem('observed_local', '1');
    sessionStorage.setItem('observed_session', '1');
    const seen = await observeStorage();
    document.cookie = 'observed=; path=/; max-age=0';
    localStorage.clear();
    sessionStorage.clear();
    expect(seen.get('cookie')).to.contain('observed');
    expect(seen.get('localStorage')).to.deep.equal(['observed_local']);
    expect(seen.get('sessionStorage')).to.deep.equal(['observed_session']);
  });

  it('gives databases and caches', async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('observed_db');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
    await caches.open('observed_cache');
    const seen = await observeStorage();
    opened.close();
    indexedDB.deleteDatabase('observed_db');
    await caches.delete('observed_cache');
    expect(seen.get('indexedDB')).to.deep.equal(['observed_db']);
    expect(seen.get('cacheStorage')).to.deep.equal(['observed_cache']);
  });

  it('gives no values', async () => {
    localStorage.setItem('key', 'a secret');
    const seen = await observeStorage();
    localStorage.clear();
    expect(JSON.stringify([...seen])).not.to.contain('secret');
  });
});
