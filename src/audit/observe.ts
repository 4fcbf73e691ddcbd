import { observeStorage } from '../cookie-list/observe.js';
import type { StorageKind } from '../manifest/fields.js';
import type { Observed } from './observed.js';

/** What Chromium's CookieStore tells beyond the standard's name and value. */
interface FullCookie {
  readonly name: string;
  readonly domain?: string | null;
  readonly path?: string;
  readonly expires?: number | null;
  readonly secure?: boolean;
  readonly sameSite?: 'strict' | 'lax' | 'none';
  readonly partitioned?: boolean;
}

/** What a page can see of its device. */
export interface Sighting {
  readonly seen: readonly Observed[];
  /** The storages that could be looked into. */
  readonly storages: ReadonlySet<StorageKind>;
  /** What could not be seen here, in words. */
  readonly unseen: readonly string[];
}

/** How long what is not a cookie is kept: only session storage ends by itself (HTML, section 12.2; Storage, section 4). */
export const lifetimes: { readonly [S in StorageKind]?: 'session' | 'persistent' } = {
  localStorage: 'persistent',
  sessionStorage: 'session',
  indexedDB: 'persistent',
  cacheStorage: 'persistent',
};

/** Looks at this device from inside the page: the cookies and storages that its scripts may see. Values are not kept. */
export async function observePage(): Promise<Sighting> {
  const here = { party: 'first', https: location.protocol === 'https:' } as const;
  const names = await observeStorage();
  const cookies = await fullCookies();
  const detailed = cookies?.some(({ expires }) => expires !== undefined);

  const seen = [...names].flatMap(([storage, found]): Observed[] => {
    if (storage !== 'cookie')
      return found.map((name) => ({
        name,
        storage,
        ...here,
        domain: location.hostname,
        ...(lifetimes[storage] && { lifetime: lifetimes[storage] }),
      }));
    // Where nothing but names is given, all else is unknown; a domain of null is this host alone.
    return (cookies ?? found.map((name): FullCookie => ({ name }))).map(
      ({ name, domain, path, expires, secure, sameSite, partitioned }) => ({
        ...{ name, storage, ...here, httpOnly: false },
        ...(domain !== undefined && { domain: domain ? `.${domain.replace(/^\./, '')}` : location.hostname }),
        ...(path && { path }),
        ...(expires !== undefined && {
          lifetime: expires === null ? 'session' : Math.round((expires - Date.now()) / 1000),
        }),
        ...(secure !== undefined && { secure }),
        ...(sameSite && { sameSite }),
        ...(partitioned && { partition: location.hostname }),
      }),
    );
  });

  const denied = (['cookie', ...Object.keys(lifetimes)] as StorageKind[]).filter((storage) => !names.has(storage));
  return {
    seen,
    storages: new Set(names.keys()),
    unseen: [
      'HttpOnly cookies, which no script sees',
      'Cookies and storages of other sites, and of frames from other origins',
      'Cookies for other paths than this page’s',
      'Beacons',
      ...(names.has('cookie') && !detailed && names.get('cookie')!.length
        ? ['Lifetimes and attributes of cookies: this browser gives scripts their names alone']
        : []),
      ...denied.map((storage) => `${storage}, which this browser does not have or denies to this page`),
    ],
  };
}

/** The cookies from CookieStore; undefined where there is none, or it refuses. */
async function fullCookies(): Promise<readonly FullCookie[] | undefined> {
  try {
    return await (globalThis as { cookieStore?: { getAll(): Promise<readonly FullCookie[]> } }).cookieStore?.getAll();
  } catch {
    return undefined; // opaque origins may not ask
  }
}
