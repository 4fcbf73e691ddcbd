import { findCookie } from '../manifest/match-name.js';
import type { Party, StorageKind } from '../manifest/fields.js';
import type { Observation } from './observe.js';

interface Declared {
  readonly name: string;
  readonly storage: StorageKind;
  readonly party: Party;
  readonly domain?: string;
  readonly httpOnly?: boolean;
}

/**
 * Whether declared cookies are on this device, as far as a script may know.
 * @returns for each, true or false; null where a script cannot tell: a cookie that is not seen may be HttpOnly, or another host's
 */
export function detectPresence<D extends Declared>(declared: readonly D[], seen: Observation): Map<D, boolean | null> {
  const telling = ({ storage, party, httpOnly }: D) =>
    seen.has(storage) && party === 'first' && (storage !== 'cookie' || httpOnly === false);
  const here = new Map(declared.map((cookie) => [cookie, telling(cookie) ? false : (null as boolean | null)]));
  // A name falls under the most specific declaration of its storage alone.
  for (const [storage, names] of seen) {
    const candidates = declared.filter((cookie) => cookie.storage === storage && cookie.party === 'first');
    for (const name of names) {
      const cookie = findCookie(candidates, name);
      if (cookie) here.set(cookie, true);
    }
  }
  return here;
}
