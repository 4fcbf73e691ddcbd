import type { Manifest } from './types.js';

/** Lists the categories of the manifest's cookies that a visitor may choose, each once. */
export function listOptionalCategories({ cookies, categories }: Manifest): readonly string[] {
  const used = cookies.map(({ category }) => category);
  return [...new Set(used)].filter((category) => category !== 'essential' && Object.hasOwn(categories, category));
}

/** Returns whether there are categories to choose, which acknowledging the notice does not answer. */
export const hasOptionalCategories = (manifest: Manifest | null): boolean =>
  manifest !== null && listOptionalCategories(manifest).length > 0;

/** Explains in English what comes of optional categories, which nothing asks about yet. */
export const explainOptionalCategories = (categories: readonly string[]): string =>
  `Nothing asks visitors about optional categories yet (${categories.join(', ')}): they stay denied, and the notice can be closed but comes back on the next page.`;
