import { writeManifest } from '../../src/cli/format.js';
import { draft } from '../../src/import/draft.js';
import type { Remark } from '../../src/import/found.js';
import { readSource } from '../../src/import/read.js';

/** A source, as it was pasted or opened. */
export interface ImportRequest {
  readonly text: string;
  /** The file's name, where it was a file. */
  readonly name: string;
  readonly revision: string;
}

/** A manifest that was made of a source, or why none was. */
export type ImportResult =
  { readonly text: string; readonly cookies: number; readonly remarks: readonly Remark[] } | { readonly error: string };

/** Makes a manifest of a policy page's text or another tool's export. */
export function importSource({ text, name, revision }: ImportRequest): ImportResult {
  try {
    const { manifest, remarks } = draft(readSource(text, { name }), { revision });
    return { text: writeManifest(manifest), cookies: manifest.cookies.length, remarks };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
