import { defineNotice, definePolicyPage } from './define-elements.js';
import { isWanted } from './due.js';
import { takeEarlyRequest } from './take-early-request.js';
import { loadPageManifest } from './load-manifest.js';
import { findNotice } from './markup.js';
import { getState } from './state.js';

export { defineNotice };

/** Defines what is due on this page, and reads its manifest unless that was done. */
export function beginVisit(): void {
  const state = getState();
  if (state.hasPolicyPage) void definePolicyPage();
  if (isWanted(state)) void defineNotice();
  const isUnread = !state.manifest && !state.error && !state.hasPolicyPage; // a policy page reads it itself
  if (isUnread && findNotice()) void loadPageManifest();
  else takeEarlyRequest(undefined); // the element has gone meanwhile
}
