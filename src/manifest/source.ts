import { ManifestError, parseManifest, type Manifest } from './parse.js';

/** Where a manifest comes from: an address, or the manifest itself as a value. */
export type Source = string | URL | object;

/** How long a server may take to answer, in milliseconds. */
const patience = 10_000;

/**
 * Loads a manifest: fetches an address (same-origin credentials, the HTTP cache's rules, 10 s), parses any other value.
 * @param signal - aborts the fetch
 * @throws {ManifestError} where nothing came, or what came is no manifest; `cause` holds the reason
 */
export async function loadManifest(source: Source, signal: AbortSignal): Promise<Manifest> {
  return parseManifest(typeof source === 'string' || source instanceof URL ? await fetchJson(source, signal) : source);
}

/**
 * The source that an element names: its `manifest` property, else the JSON inside it, else its `src`.
 * @throws {ManifestError} where it names none, or what is inside it is not JSON
 */
export function sourceOf(element: (Element & { manifest?: object | null }) | null): Source {
  const inline = element?.querySelector(':scope > script[type="application/json"]');
  const src = element?.getAttribute('src');
  if (element?.manifest) return element.manifest;
  if (inline) return parseJson(inline.textContent, 'The manifest in the page') as object;
  if (src) return new URL(src, document.baseURI);
  throw new ManifestError('No manifest: give an address or an object, or an element that names one.');
}

function parseJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ManifestError(`${from} is not JSON: it begins with ${JSON.stringify(text.trim().slice(0, 20))}.`, { cause });
  }
}

async function fetchJson(url: string | URL, signal: AbortSignal): Promise<unknown> {
  let text: string;
  try {
    const response = await fetch(url, { credentials: 'same-origin', signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    text = await response.text();
  } catch (cause) {
    throw new ManifestError(`${url} could not be loaded: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  return parseJson(text, String(url));
}
