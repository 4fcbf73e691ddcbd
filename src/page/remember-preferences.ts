import { warn } from '../manifest/warn.js';
import type { Preferences } from '../preferences/record.js';
import { channel, keepOnPage, readCookie, refreshPreferences } from './preferences.js';
import { getSettings } from './settings.js';

/**
 * Takes an answer that was given on this page, or with null that it was withdrawn, and tells the other tabs. One that cannot be read back
 * is kept for the page's life, and the console says why.
 */
export function rememberPreferences(preferences: Preferences | null): void {
  const settings = getSettings();
  const isStored = readCookie(settings).revision === (preferences?.revision ?? null);
  keepOnPage(isStored ? null : preferences);
  refreshPreferences();
  channel?.postMessage(null);
  if (!isStored)
    import('../preferences/explain-refusal.js').then(
      (words) => warn(words.explainRefusal(settings, preferences)),
      warn,
    );
}
