import { readPreferences } from './cookie-header.js';
import { encodeRecord, unset, type Preferences } from './record.js';
import type { Settings } from './settings.js';

/** The preferences of a page. */
export interface PreferencesStore {
  /** As last read or written; the same object until something changes. */
  current: Preferences;
  /** Reads what is stored anew. */
  refresh(): void;
  /** Keeps an answer for the page's life, where storage may be denied, and tells the other tabs. */
  remember(preferences: Preferences | null): void;
  /** Follows other tabs, and what changed while the page was away. */
  follow(): void;
}

/**
 * Keeps the preferences of a page.
 * @param settings - asked each time, as a page may configure after the first reading
 * @param changed - called once for each change, after it
 */
export function createStore(settings: () => Settings, changed: () => void): PreferencesStore {
  let remembered: Preferences | null = null;
  let channel: BroadcastChannel | undefined;

  const stored = (): Preferences => {
    try {
      return readPreferences(document.cookie, settings());
    } catch {
      return unset; // a server has no document, and a sandboxed frame throws
    }
  };
  const store: PreferencesStore = {
    current: stored(),
    refresh() {
      const found = stored();
      const next = found === unset ? (remembered ?? unset) : found;
      if (encodeRecord(next) === encodeRecord(store.current)) return;
      store.current = next;
      changed();
    },
    remember(preferences) {
      remembered = stored() === unset ? preferences : null;
      store.refresh();
      channel?.postMessage(0);
    },
    follow() {
      if (channel) return;
      try {
        channel = new BroadcastChannel('cookie-manifest');
        channel.onmessage = store.refresh;
      } catch {
        // an opaque origin may refuse channels; it shares no cookies either
      }
      addEventListener('pageshow', store.refresh);
      document.addEventListener('visibilitychange', store.refresh);
    },
  };
  return store;
}
