import { cookieManifest } from '../page/shared.js';
import type { Preferences } from '../preferences/record.js';

/**
 * Holds the visitor's preferences as a readable store; on a server nothing is known of the visitor. While it hydrates, Svelte mends texts and
 * blocks of a static page that say otherwise, and by its own rule keeps `src`, `href` and `{@html}` as they were sent.
 */
export const preferences = {
  /**
   * Calls back at once and with each new preferences.
   * @returns what ends that
   */
  subscribe: (run: (preferences: Preferences) => void): (() => void) => cookieManifest.subscribe(run),
};
