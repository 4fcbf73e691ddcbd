import { decodeRecord, unset, type Preferences } from './record.js';
import { defaultCookieName } from './settings.js';

/**
 * Reads a visitor's preferences from a Cookie header, or from `document.cookie`. Pure, for servers. Cookies of one name may come from
 * several paths and domains; of those that can be read, the latest counts.
 * @param cookieHeader - `name=value; name=value`; nothing where the request has no such header
 * @param options - `cookie`: the cookie's name, where the site has changed it
 * @returns frozen preferences; `unset` where there are none that can be read
 */
export function readPreferences(
  cookieHeader: string | null | undefined,
  { cookie = defaultCookieName }: { cookie?: string } = {},
): Preferences {
  let latest = unset;
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [name, ...value] = pair.trim().split('=');
    try {
      if (name !== cookie) continue;
      // Servers may percent-encode what needs no encoding.
      const found = decodeRecord(decodeURIComponent(value.join('=')));
      if (found && found.updatedAt! >= (latest.updatedAt ?? '')) latest = found;
    } catch {
      // what cannot be decoded is none of ours
    }
  }
  return latest;
}
