import { copy, draftManifest, isManifest, noManifest, type Manifest } from './normalize.js';
import { freeze } from './freeze.js';
import { explain } from './explain-problem.js';

/**
 * Reads a manifest, reports what is wrong with it, and loses nothing: what has a problem is kept as it was written.
 * @param input - the manifest as a value, say from `JSON.parse`; it is copied, not changed. A parsed manifest is given back as it is.
 * @returns the manifest, deep-frozen, with its `problems`
 * @throws {ManifestError} where the input is no JSON object with an array `cookies`
 */
export function parseManifest(input: unknown): Manifest {
  if (isManifest(input)) return input;
  try {
    const { faults, draft } = draftManifest(copy(input));
    return freeze({ ...draft, problems: faults.map(explain) });
  } catch (cause) {
    throw noManifest(cause);
  }
}
