import type { Manifest } from './types.js';

/** Returns whether there are categories to choose, which acknowledging the notice does not answer. */
export const hasOptionalCategories = (manifest: Manifest | null): boolean =>
  manifest?.cookies.some(({ category }) => category !== 'essential' && Object.hasOwn(manifest.categories, category)) ??
  false;
