import { findDocument } from './documents.js';

/** A recipe's files: what stands below a line that names a path and ends with a colon. */
export type RecipeFiles = Readonly<Record<string, string>>;

/**
 * Reads the files that a recipe tells its reader to write.
 * @param name - of a page in `docs/recipes/`, without `.md`
 */
export function readRecipe(name: string): RecipeFiles {
  const { text } = findDocument(`docs/recipes/${name}.md`);
  const blocks = text.matchAll(/`([\w+-]*[./][\w./+-]*)`[^`\n]*:\n\n```\w+\n([^]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, path, code]) => [path!, code!]));
}
