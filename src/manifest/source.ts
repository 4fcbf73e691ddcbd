/** Where a manifest comes from: an address, or the manifest itself as a value. */
export type Source = string | URL | object;

/** An element that may name a source. */
export type NamingElement = Element & { manifest?: object | null };

/** How long a server may take to answer, in milliseconds. */
const timeout = 10_000;

/** Returns the manifest that is written inside an element. */
export const findInline = (element: Element): Element | null =>
  element.querySelector(':scope > [type="application/json"]:not([data-texts])');

/**
 * Returns the address that an element names, where that is its source: a value or JSON inside it comes first.
 * @throws {TypeError} where the address is none
 */
export function findAddress(element: NamingElement): URL | undefined {
  const src = element.getAttribute('src');
  return src && !element.manifest && !findInline(element) ? new URL(src, document.baseURI) : undefined;
}

/** Fetches a manifest with fetch's defaults (same-origin credentials, the HTTP cache's rules), for 10 seconds at most. */
export const fetchManifest = (url: string | URL, signal: AbortSignal): Promise<Response> =>
  fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]) });
