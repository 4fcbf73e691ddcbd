import { readJar, writeJar, type JarSettings } from './jar.js';
import { readPreferences } from './read.js';
import { encode, unset, type Preferences } from './record.js';

export interface PreferencesStore {
  /** The preferences as last read or written; the same object until something changes. */
  current(): Preferences;
  /** Keeps an answer, or with null forgets it, and tells the page's other tabs. */
  write(preferences: Preferences | null): void;
  /** Reads what is stored anew. */
  refresh(): void;
  /** Follows other tabs, and what changed while the page was away. */
  follow(): void;
}

/**
 * Keeps the preferences of a page.
 * @param settings - read anew each time, as a page may configure after the first reading
 * @param changed - called once for each change, after it
 */
export function createStore(settings: () => JarSettings, changed: () => void): PreferencesStore {
  let current = unset;
  let remembered: Preferences | null = null; // for the page's life, where storage is denied
  let channel: BroadcastChannel | undefined;

  const refresh = () => {
    const stored = readPreferences(readJar(), settings());
    const next = stored === unset ? (remembered ?? unset) : stored;
    if (encode(next) === encode(current)) return;
    current = next;
    changed();
  };

  return {
    current: () => current,
    refresh,
    write(preferences) {
      writeJar(settings(), preferences && encode(preferences));
      remembered = preferences && readPreferences(readJar(), settings()) === unset ? preferences : null;
      refresh();
      channel?.postMessage(0);
    },
    follow() {
      try {
        channel = new BroadcastChannel('cookie-manifest');
        channel.onmessage = refresh;
      } catch {
        // an opaque origin may refuse channels; it shares no cookies either
      }
      addEventListener('pageshow', refresh);
      document.addEventListener('visibilitychange', () => document.hidden || refresh());
    },
  };
}
