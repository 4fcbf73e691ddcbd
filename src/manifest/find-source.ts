import { findInline, type NamingElement, type Source } from './source.js';

/**
 * Returns the source that the first element names that names any: its `manifest` property, else the JSON inside it, else its `src`.
 * @throws {Error} where none names any, what is inside is not JSON, or the address is none
 */
export function findSource(elements: readonly NamingElement[]): Source {
  for (const element of elements) {
    if (element.manifest) return element.manifest;
    const inline = findInline(element);
    if (inline) return JSON.parse(inline.textContent) as object;
    const src = element.getAttribute('src');
    if (src) return new URL(src, document.baseURI);
  }
  throw new Error('no source is named');
}
