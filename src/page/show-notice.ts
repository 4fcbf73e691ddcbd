import { storePreferences } from './actions.js';
import { defineNotice } from './define-elements.js';
import { loadPageManifest } from './load-manifest.js';
import type { NoticeElement } from './notice-element.js';
import { findNotice } from './markup.js';
import { getState } from './state.js';

export { acknowledge, hide } from './actions.js';

/** Returns the page's notice, defined and ready to show; an element of its own where the page has none. */
async function ensureNotice(): Promise<NoticeElement> {
  if (!findNotice()) document.body.append(document.createElement('cookie-manifest'));
  await defineNotice();
  const notice = findNotice()!;
  await notice.updateComplete; // it owns the page's notice only after its first update
  return getState().owner ?? notice;
}

/** Shows the notice, once its manifest was loaded or has failed to. */
export async function show(): Promise<void> {
  const notice = await ensureNotice();
  await loadPageManifest().catch(() => {});
  await notice.show();
}

/**
 * Opens the details, or follows the link to the policy where they could not be seen.
 * @param opener - what gets the focus back
 */
export async function showDetails(opener?: HTMLElement): Promise<void> {
  const notice = await ensureNotice();
  if (!getState().error) void loadPageManifest();
  await notice.showDetails(opener);
}

/** Forgets what was stored, and shows the notice. */
export async function reset(): Promise<void> {
  storePreferences(null);
  await show();
}
