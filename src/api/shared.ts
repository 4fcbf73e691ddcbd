import { createCore, type CookieManifest } from './core.js';

const key = Symbol.for('cookie-manifest');
const page = globalThis as { [key]?: CookieManifest };

/** This copy's own core; null where another copy of the library came first and serves the page. */
export const core = page[key] ? null : createCore();

/** The API of the page. */
export const cookieManifest: CookieManifest = page[key] ?? core!.api;

// A server has no page to share.
if (core && typeof document !== 'undefined') Object.defineProperty(page, key, { value: core.api });
