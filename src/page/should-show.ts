import { isWanted } from './due.js';
import type { PageState } from './state.js';

/** Returns whether the notice is to show by itself: it is wanted, and its manifest was loaded or has failed to. */
export const shouldShow = (state: PageState): boolean =>
  isWanted(state) && (state.manifest !== null || state.error !== null);
