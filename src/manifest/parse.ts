import { copyAsJson, normalizeManifest, isParsedManifest } from './normalize.js';
import { toManifestError, type Manifest } from './types.js';
import { deepFreeze } from './deep-freeze.js';
import { explainProblem } from './explain-problem.js';

/**
 * Parses a manifest, reports what is wrong with it, and loses nothing: what has a problem is kept as it was written.
 * @param input - the manifest as a value, say from `JSON.parse`. It is copied, not changed; a parsed manifest is given back as it is.
 * @returns the manifest, deep-frozen, with its `problems`
 * @throws {ManifestError} where the input is no JSON object with an array `cookies`
 */
export function parseManifest(input: unknown): Manifest {
  if (isParsedManifest(input)) return input;
  try {
    const { violations, draft } = normalizeManifest(copyAsJson(input));
    return deepFreeze({ ...draft, problems: violations.map(explainProblem) });
  } catch (cause) {
    throw toManifestError(cause);
  }
}
