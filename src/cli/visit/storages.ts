/** The names in each storage of a frame's origin. It is sent to the frame as text, so it stands alone; values are not read. */
export async function storagesHere(): Promise<{
  readonly host: string;
  readonly names: { readonly [storage: string]: readonly string[] };
}> {
  const names: { [storage: string]: readonly string[] } = {};
  const looks: { [storage: string]: () => readonly string[] | Promise<readonly string[]> } = {
    localStorage: () => Object.keys(localStorage),
    sessionStorage: () => Object.keys(sessionStorage),
    indexedDB: async () => (await indexedDB.databases()).map(({ name }) => name ?? ''),
    cacheStorage: () => caches.keys(),
  };
  for (const [storage, look] of Object.entries(looks)) {
    try {
      names[storage] = await look();
    } catch {
      // denied to this frame, or not there
    }
  }
  return { host: origin === 'null' ? '' : new URL(origin).hostname, names };
}
