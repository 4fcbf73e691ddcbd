import { copyAsJson, normalizeManifest, isParsedManifest } from './normalize.js';
import { toManifestError, type Manifest } from './types.js';
import { deepFreeze } from './deep-freeze.js';

/** Where a manifest comes from: an address, or the manifest itself as a value. */
export type Source = string | URL | object;

/** An element that may name a source. */
type Naming = Element & { manifest?: object | null };

/** How long a server may take to answer, in milliseconds. */
const patience = 10_000;

/**
 * Loads a manifest: fetches an address (same-origin credentials, the HTTP cache's rules, 10 s), parses any other value. The words
 * for problems are loaded only where there are some.
 * @param source - default: what the first element that names one does
 * @param elements - the page's elements, where there are some
 * @param signal - aborts the fetch
 * @throws {ManifestError} where nothing came, or what came is no manifest; `cause` holds the reason
 */
export async function loadManifest(
  source: Source | undefined,
  elements: readonly (Naming | null)[],
  signal: AbortSignal,
): Promise<Manifest> {
  try {
    source ??= sourceOf(elements);
    if (isParsedManifest(source)) return source;
    // What was fetched is nobody else's: a copy would only meet the `toJSON` that some pages have given to arrays.
    const { violations, draft } = normalizeManifest(
      typeof source === 'string' || source instanceof URL ? await fetchJson(source, signal) : copyAsJson(source),
    );
    return deepFreeze({
      ...draft,
      problems: violations.length ? violations.map((await import('./explain-problem.js')).explainProblem) : [],
    });
  } catch (cause) {
    throw toManifestError(cause);
  }
}

/**
 * The source that an element names: its `manifest` property, else the JSON inside it, else its `src`.
 * @throws {Error} where none names any, or what is inside is not JSON
 */
function sourceOf(elements: readonly (Naming | null)[]): Source {
  for (const element of elements) {
    const inline = element?.querySelector(':scope > [type="application/json"]:not([data-texts])');
    const src = element?.getAttribute('src');
    if (element?.manifest) return element.manifest;
    if (inline) return JSON.parse(inline.textContent) as object;
    if (src) return new URL(src, document.baseURI);
  }
  throw new Error('no source is named');
}

async function fetchJson(url: string | URL, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, {
    credentials: 'same-origin',
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
  }).catch((cause: unknown) => {
    throw new Error(`${url}: ${cause}`, { cause });
  });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.json();
}
