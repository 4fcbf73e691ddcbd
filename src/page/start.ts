import { warn } from '../manifest/warn.js';
import type { CookieManifest } from './api.js';
import { actOnClicks } from './click-actions.js';
import { getExpectedRevision, isWanted } from './due.js';
import { requestManifestEarly } from './early-request.js';
import { importNotice } from './import-notice.js';
import { followOtherTabs } from './preferences.js';
import { findNotice, readMarkup } from './markup.js';
import { getState, subscribe } from './state.js';
import { domReady, whenIdle } from './when.js';

const importVisit = () => import('./begin-visit.js');

/** Loads what there is to show or to look at; manifest and notice travel together with what deals with them. */
function beginVisit(): void {
  if (isWanted(getState())) {
    requestManifestEarly();
    importNotice().catch(() => {}); // whoever defines it hears of a failure
  }
  importVisit().then((visit) => visit.beginVisit(), warn);
}

/** Loads what is due on this page, and nothing else. */
function loadWhatIsDue(): void {
  const state = getState();
  if (state.hasPolicyPage || isWanted(state)) beginVisit();
  // Without a revision to go by, a returning visit looks at the manifest when there is nothing better to do.
  else if (findNotice() && !state.isManual && getExpectedRevision(state) === null) whenIdle(beginVisit);
}

let isStarted = false;

/**
 * Takes part in the page: puts the API on the window, follows clicks and other tabs, and loads what is due.
 * @param defineAtOnce - whether to define the notice's element even where none is due
 */
export function startPage(api: CookieManifest, defineAtOnce?: boolean): void {
  if (typeof document === 'undefined') return;
  if (defineAtOnce) importVisit().then((visit) => visit.defineNotice(), warn);
  if (isStarted) return;
  isStarted = true;
  if (!Reflect.set(globalThis, 'cookieManifest', api)) warn('window.cookieManifest is read-only');
  actOnClicks(api);
  followOtherTabs();
  void domReady().then(() => {
    readMarkup();
    subscribe(loadWhatIsDue);
    loadWhatIsDue();
    // Routers and fragments bring elements later, which nothing defines on a returning visit.
    new MutationObserver(readMarkup).observe(document, { childList: true, subtree: true });
  });
}
