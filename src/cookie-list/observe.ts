import type { StorageKind } from '../manifest/fields.js';

/** What a script can see on this device now: the names in each storage. Storages that cannot be looked into are left out. */
export type Observation = ReadonlyMap<StorageKind, readonly string[]>;

const looks: { readonly [S in StorageKind]?: () => string[] | Promise<string[]> } = {
  cookie: () => document.cookie.split(';').flatMap((pair) => pair.split('=')[0]!.trim() || []),
  localStorage: () => Object.keys(localStorage),
  sessionStorage: () => Object.keys(sessionStorage),
  // Where storage is denied, Chromium also rejects what nobody can catch; asked first, `localStorage` throws there.
  indexedDB: async () => (localStorage && (await indexedDB.databases())).map(({ name }) => name ?? ''),
  cacheStorage: () => caches.keys(),
};

/** Looks at what is on this device. Values are not read; a storage that is denied is left out. */
export async function observeStorage(): Promise<Observation> {
  const seen = new Map<StorageKind, readonly string[]>();
  for (const [storage, look] of Object.entries(looks)) {
    try {
      seen.set(storage as StorageKind, await look());
    } catch {
      // denied, or not in this browser
    }
  }
  return seen;
}
