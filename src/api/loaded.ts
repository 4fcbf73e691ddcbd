/** What the API does once there is a manifest: a file of its own, so that visits without one do not pay for it. */
export { describe, filterCookies, listCookies, withOwn } from '../list/cookies.js';
export { languageAt } from '../locales/language.js';
export { loadMessages } from '../locales/messages.js';
export { findCookie } from '../manifest/find.js';
export { optionalCategories } from '../manifest/parse.js';
export { loadManifest, sourceOf } from '../manifest/source.js';
