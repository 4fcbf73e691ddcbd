import type { CookieManifest } from './api.js';
import { createApi } from './create-api.js';

const key = Symbol.for('cookie-manifest');
const registry = globalThis as { [key]?: CookieManifest };

/** Whether another copy of the library came first: it serves the page, and this one keeps away. */
export const isSecondCopy = registry[key] !== undefined;

function createFirst(): CookieManifest {
  const api = createApi();
  // A server has no page to share.
  if (typeof document !== 'undefined') Object.defineProperty(registry, key, { value: api });
  return api;
}

/** The API of the page. */
export const cookieManifest: CookieManifest = registry[key] ?? createFirst();
