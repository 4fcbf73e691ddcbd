import { readPreferences } from '../preferences/cookie-header.js';
import { unset, type Preferences } from '../preferences/record.js';
import type { Settings } from '../preferences/settings.js';
import { dispatch } from './dispatch.js';
import { getState, setState, type PageState } from './state.js';

/** Node's channel, which a page has that is only simulated: without `unref` it would keep the process of the tests from ending. */
type NodeChannel = BroadcastChannel & { unref?(): void };

/** What could not be stored, kept for the page's life. */
let remembered: Preferences | null = null;
/** The way to the other tabs, once they are followed. */
export let channel: BroadcastChannel | undefined;

/** Keeps an answer that could not be stored for the page's life; null forgets it. */
export const keepOnPage = (preferences: Preferences | null): void => void (remembered = preferences);

/** Returns the preferences that are stored under these settings. */
export function readCookie(settings: Pick<Settings, 'cookie'>): Preferences {
  try {
    return readPreferences(document.cookie, settings);
  } catch {
    return unset; // a server has no document, and a sandboxed frame throws
  }
}

/** Returns what the page remembers as it could not be stored, else the preferences that are stored under these settings. */
export function readStoredPreferences(settings: Pick<Settings, 'cookie'>): Preferences {
  return remembered ?? readCookie(settings);
}

/**
 * Reads anew what is stored, and tells the page where it has changed.
 * @param changes - settings that the page got, and what else changes with them
 */
export function refreshPreferences(changes: Partial<PageState> = {}): void {
  const before = getState();
  const found = readStoredPreferences(changes.settings ?? before.settings);
  // The object stays the same until something in it changes.
  const isSame = JSON.stringify(found) === JSON.stringify(before.preferences);
  const preferences = isSame ? before.preferences : found;
  setState({ ...changes, preferences });
  if (!isSame) dispatch('change', { preferences });
}

const refresh = () => refreshPreferences();

/** Follows the answers of other tabs, and what changed while the page was away. */
export function followOtherTabs(): void {
  if (channel) return;
  try {
    channel = new BroadcastChannel('cookie-manifest');
    channel.onmessage = refresh;
    (channel as NodeChannel).unref?.();
  } catch {
    // An opaque origin may refuse channels; it shares no cookies either.
  }
  addEventListener('pageshow', refresh);
  addEventListener('visibilitychange', refresh);
}
