import { readFileSync, readdirSync } from 'node:fs';
import { root } from './program.js';

/** A document in Markdown: README.md, or a page of `docs/`. */
export interface Document {
  /** Its path from the top of the checkout. */
  readonly path: string;
  readonly text: string;
}

const pages = readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map((path) => `docs/${path.replaceAll('\\', '/')}`);

/** All documents: README.md first, then the pages by their paths. */
export const documents: readonly Document[] = ['README.md', ...pages].map((path) => ({
  path,
  text: readFileSync(root + path, 'utf8'),
}));

/**
 * Finds a document.
 * @param path - from the top of the checkout
 * @throws {Error} where there is none
 */
export function findDocument(path: string): Document {
  const found = documents.find((document) => document.path === path);
  if (!found) throw new Error(`There is no document ${path}`);
  return found;
}

/** Returns a document's examples in some languages, in the order in which they stand there. */
export const examplesIn = ({ text }: Document, ...languages: readonly string[]): string[] =>
  [...text.matchAll(/^( *)```(\w+)\n([^]*?)^\1```$/gm)]
    .filter(([, , language]) => languages.includes(language!))
    .map(([, , , code]) => code!);

/** Returns the examples of all documents in some languages. */
export const examples = (...languages: readonly string[]): string[] =>
  documents.flatMap((document) => examplesIn(document, ...languages));
