import { findCookie } from '../manifest/match-name.js';
import type { Party, StorageKind } from '../manifest/fields.js';
import type { Observation } from './observe.js';

/** A declared cookie or other item, as far as its presence depends on it. */
interface Declared {
  readonly name: string;
  readonly storage: StorageKind;
  readonly party: Party;
  readonly domain?: string;
  readonly httpOnly?: boolean;
}

/**
 * Returns whether a script would see a declared item if it were on this device. A cookie that is not declared to be readable may be
 * HttpOnly, and what another site keeps is out of reach.
 * @param readable - the storages that could be looked into: a set of them, or a map by storage
 */
export const isVisibleToScripts = (
  { storage, party, httpOnly }: Omit<Declared, 'name'>,
  readable: { has(storage: StorageKind): boolean },
): boolean => readable.has(storage) && party === 'first' && (storage !== 'cookie' || httpOnly === false);

/**
 * Finds out which declared items are on this device, as far as a script may know.
 * @param declared - cookies and other items as the manifest declares them
 * @param seen - the names that a script sees in each storage
 * @returns for each item true or false; null where a script cannot tell
 */
export function detectPresence<D extends Declared>(declared: readonly D[], seen: Observation): Map<D, boolean | null> {
  const presence = new Map<D, boolean | null>();
  for (const item of declared) presence.set(item, isVisibleToScripts(item, seen) ? false : null);
  // A name falls under the most specific declaration of its storage alone.
  for (const [storage, names] of seen) {
    const candidates = declared.filter((item) => item.storage === storage && item.party === 'first');
    for (const name of names) {
      const item = findCookie(candidates, name);
      if (item) presence.set(item, true);
    }
  }
  return presence;
}
