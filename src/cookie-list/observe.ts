import type { StorageKind } from '../manifest/fields.js';

/** The names that a script sees in each storage on this device now. Storages that cannot be looked into are left out. */
export type Observation = ReadonlyMap<StorageKind, readonly string[]>;

/** The ways to list the names in each storage. */
const listNames: { readonly [S in StorageKind]?: () => string[] | Promise<string[]> } = {
  cookie: () => document.cookie.split(';').flatMap((pair) => pair.split('=')[0]!.trim() || []),
  localStorage: () => Object.keys(localStorage),
  sessionStorage: () => Object.keys(sessionStorage),
  // Where storage is denied, Chromium also rejects what nobody can catch; asked first, `localStorage` throws there.
  indexedDB: async () => (localStorage && (await indexedDB.databases())).map(({ name }) => name ?? ''),
  cacheStorage: () => caches.keys(),
};

/** Observes what is on this device. Values are not read; a storage that is denied is left out. */
export async function observeStorage(): Promise<Observation> {
  const seen = new Map<StorageKind, readonly string[]>();
  for (const [storage, list] of Object.entries(listNames)) {
    try {
      seen.set(storage as StorageKind, await list());
    } catch {
      // denied, or not in this browser
    }
  }
  return seen;
}
