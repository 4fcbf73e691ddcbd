import { hasOptionalCategories } from '../manifest/optional-categories.js';
import { forgetCookies, writeCookie } from '../preferences/cookie-jar.js';
import { acknowledged } from '../preferences/acknowledged.js';
import { encodeRecord } from '../preferences/encode-record.js';
import type { Preferences } from '../preferences/record.js';
import { getExpectedRevision } from './due.js';
import { loadPageManifest } from './load-manifest.js';
import { rememberPreferences } from './remember-preferences.js';
import { getSettings } from './settings.js';
import { getState } from './state.js';

/** Keeps an answer, or with null forgets it, in the cookie and for this page. */
export function storePreferences(preferences: Preferences | null): void {
  const settings = getSettings();
  if (preferences) writeCookie(settings, encodeRecord(preferences));
  else forgetCookies(settings);
  rememberPreferences(preferences);
}

/**
 * Stores that the visitor has seen the essential-only notice, and hides it. That is no consent.
 * @throws {Error} where the manifest has optional categories, which need choices
 */
export async function acknowledge(): Promise<void> {
  if (!getState().error) await loadPageManifest().catch(() => {});
  const state = getState();
  if (hasOptionalCategories(state.manifest))
    throw new Error('Optional categories need choices: acknowledging does not answer them');
  storePreferences(acknowledged(getExpectedRevision(state) ?? '0'));
  await hide();
}

/** Answers the notice as its button says: one with optional categories is closed without an answer. */
export const answerNotice = (): Promise<void> => (hasOptionalCategories(getState().manifest) ? hide() : acknowledge());

/** Hides notice and details, and stores nothing. */
export async function hide(): Promise<void> {
  await getState().owner?.hide();
}
