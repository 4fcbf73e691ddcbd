import type { Cookie } from '../manifest/types.js';
import { findCookie } from '../manifest/match-name.js';
import type { Observed } from './observed.js';

/** What something that was seen falls under, and in what it differs from that. */
export interface Match {
  /** The declared cookie; undefined where nothing of the name is declared for its place. */
  readonly cookie?: Cookie;
  /** What keeps it from being the declared one, which has its name and place. */
  readonly differs?: 'party' | 'storage';
  /** A declared cookie of the name, but for another host or path. */
  readonly elsewhere?: Cookie;
}

/** A host without the dot that tells that subdomains share a cookie (RFC 6265, section 5.2.3). */
const bare = (domain: string): string => domain.replace(/^\./, '').toLowerCase();

/** Whether a host is the declared one; `*.` includes the domain itself. Without a declared domain any host of the party will do. */
function fitsDomain({ domain: declared }: Cookie, { domain: seen }: Observed): boolean {
  if (!declared || seen === undefined) return true;
  const [host, wanted] = [bare(seen), declared.toLowerCase()];
  return wanted.startsWith('*.') ? `.${host}`.endsWith(wanted.slice(1)) : host === wanted;
}

/** Whether a path is the declared one or below it (RFC 6265, section 5.1.4). */
const fitsPath = ({ path: declared }: Cookie, { path: seen }: Observed): boolean =>
  seen === undefined || seen === declared || seen.startsWith(declared.endsWith('/') ? declared : `${declared}/`);

/** The names under which something may be declared: a beacon by its address, or in its domain by path or last part alone. */
function namesOf({ name, storage }: Observed): readonly string[] {
  if (storage !== 'beacon') return [name];
  const path = name.slice(name.indexOf('/'));
  return [name, path, path.slice(path.lastIndexOf('/') + 1)];
}

/** Finds what was declared for something that was seen: by name as everywhere, among those of its storage, host, path and party. */
export function match(declared: readonly Cookie[], seen: Observed): Match {
  const find = (cookies: readonly Cookie[]) =>
    namesOf(seen)
      .map((name, index) => findCookie(index ? cookies.filter(({ domain }) => domain) : cookies, name))
      .find(Boolean);
  const sameStorage = ({ storage }: Cookie) => storage === seen.storage;
  const sameParty = ({ party }: Cookie) => !seen.party || party === seen.party;
  const here = declared.filter((cookie) => fitsDomain(cookie, seen) && fitsPath(cookie, seen));

  const cookie = find(here.filter((cookie) => sameStorage(cookie) && sameParty(cookie)));
  if (cookie) return { cookie };
  const others = find(here.filter(sameStorage));
  if (others) return { cookie: others, differs: 'party' };
  const stored = find(
    here.filter((cookie) => sameParty(cookie) && cookie.storage !== 'beacon' && seen.storage !== 'beacon'),
  );
  if (stored) return { cookie: stored, differs: 'storage' };
  const elsewhere = find(declared.filter(sameStorage));
  return elsewhere ? { elsewhere } : {};
}
