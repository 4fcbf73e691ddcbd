import type { PageState } from './state.js';

/** Returns the revision that must have been answered; null while none is known. */
export const getExpectedRevision = ({ tagRevision, settings, manifest }: PageState): string | null =>
  tagRevision ?? settings.revision ?? (manifest && (manifest.revision ?? '0'));

/** Returns whether the notice is due: nothing is stored, or it was stored for another revision. */
export function isDue(state: PageState): boolean {
  const { status, revision } = state.preferences;
  const expected = getExpectedRevision(state);
  return status === 'unset' || (expected !== null && revision !== expected);
}

/** Returns whether the notice is wanted: it is due, and the page leaves it to the library to show it. It may have to wait for its text. */
export const isWanted = (state: PageState): boolean => isDue(state) && !state.isManual && !state.hasPolicyPage;
