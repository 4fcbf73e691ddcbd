import { deepFreeze } from './deep-freeze.js';
import { copyAsJson, isParsedManifest, normalizeManifest } from './normalize.js';
import { fetchManifest, type Source } from './source.js';
import { toManifestError, type Manifest } from './types.js';

/**
 * Loads a manifest: fetches an address, parses any other value. The words for problems are loaded only where there are some.
 * @param signal - aborts the fetch
 * @param response - the answer to a request for the address that is under way already
 * @throws {ManifestError} where nothing came, or what came is no manifest; `cause` holds the reason
 */
export async function loadManifest(
  source: Source,
  signal: AbortSignal,
  response?: Promise<Response>,
): Promise<Manifest> {
  try {
    if (isParsedManifest(source)) return source;
    const isAddress = typeof source === 'string' || source instanceof URL;
    // What was fetched is nobody else's: a copy would only meet the `toJSON` that some pages have given to arrays.
    const written = isAddress ? await readJson(source, response ?? fetchManifest(source, signal)) : copyAsJson(source);
    const { violations, draft } = normalizeManifest(written);
    if (!violations.length) return deepFreeze({ ...draft, problems: [] });
    const { explainProblem } = await import('./explain-problem.js');
    return deepFreeze({ ...draft, problems: violations.map(explainProblem) });
  } catch (cause) {
    throw toManifestError(cause);
  }
}

/**
 * Reads the answer of a server as JSON.
 * @throws {Error} where there is none, or one that says it failed, or no JSON
 */
async function readJson(url: string | URL, answer: Promise<Response>): Promise<unknown> {
  const response = await answer.catch((cause: unknown) => {
    throw new Error(`${url}: ${cause}`, { cause });
  });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.json();
}
