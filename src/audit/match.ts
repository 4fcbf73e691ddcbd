import type { Cookie } from '../manifest/types.js';
import { findCookie } from '../manifest/match-name.js';
import { matchesPattern } from '../manifest/validate.js';
import type { Observed } from './observed.js';

/** The declared cookie that something falls under, and in what it differs from that. */
export interface Match {
  /** The declared cookie; undefined where nothing of the name is declared for its place. */
  readonly cookie?: Cookie;
  /** The field that keeps it from being the declared one, which has its name and place. */
  readonly differs?: 'party' | 'storage';
  /** A declared cookie of the name, but for another host or path. */
  readonly elsewhere?: Cookie;
}

/** Strips a host of the dot that tells that subdomains share a cookie (RFC 6265, section 5.2.3). */
const stripDot = (domain: string): string => domain.replace(/^\./, '').toLowerCase();

/**
 * Returns whether a host is the declared one; `*.` includes the domain itself. Without a declared domain any host of the party will do,
 * and no host is one that is invalid.
 */
function fitsDomain({ domain: declared }: Cookie, { domain: seen }: Observed): boolean {
  if (declared === undefined) return true;
  if (!matchesPattern('domain', declared)) return false;
  if (seen === undefined) return true;
  const [host, wanted] = [stripDot(seen), declared.toLowerCase()];
  return wanted.startsWith('*.') ? `.${host}`.endsWith(wanted.slice(1)) : host === wanted;
}

/** Returns whether a path is the declared one or below it (RFC 6265, section 5.1.4). No path is below one that is invalid. */
function fitsPath({ path: declared }: Cookie, { path: seen }: Observed): boolean {
  if (!matchesPattern('path', declared)) return false;
  return seen === undefined || seen === declared || seen.startsWith(declared.endsWith('/') ? declared : `${declared}/`);
}

/** Lists the names under which something may be declared: a beacon by its address, or in its domain by path or last part alone. */
function listNames({ name, storage }: Observed): readonly string[] {
  if (storage !== 'beacon') return [name];
  const path = name.slice(name.indexOf('/'));
  return [name, path, path.slice(path.lastIndexOf('/') + 1)];
}

/** Finds what was declared for something that was seen: by name as everywhere, among those of its storage, host, path and party. */
export function match(declared: readonly Cookie[], seen: Observed): Match {
  const isOfStorage = ({ storage }: Cookie) => storage === seen.storage;
  const isOfParty = ({ party }: Cookie) => !seen.party || party === seen.party;
  const mayBeElsewhere = ({ storage }: Cookie) => storage !== 'beacon' && seen.storage !== 'beacon';
  const here = declared.filter((cookie) => fitsDomain(cookie, seen) && fitsPath(cookie, seen));
  const ofStorage = here.filter(isOfStorage);
  const ofParty = here.filter(isOfParty);

  const exact = findByName(ofStorage.filter(isOfParty), seen);
  if (exact) return { cookie: exact };
  const ofOtherParty = findByName(ofStorage, seen);
  if (ofOtherParty) return { cookie: ofOtherParty, differs: 'party' };
  const ofOtherStorage = findByName(ofParty.filter(mayBeElsewhere), seen);
  if (ofOtherStorage) return { cookie: ofOtherStorage, differs: 'storage' };
  const elsewhere = findByName(declared.filter(isOfStorage), seen);
  return elsewhere ? { elsewhere } : {};
}

/** Finds the declared cookie by any name of something that was seen; by a part of a beacon's address only where a domain is declared. */
function findByName(declared: readonly Cookie[], seen: Observed): Cookie | undefined {
  const [name, ...parts] = listNames(seen);
  const withDomain = declared.filter(({ domain }) => domain);
  const found = [findCookie(declared, name!), ...parts.map((part) => findCookie(withDomain, part))];
  return found.find(Boolean);
}
