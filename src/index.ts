export { cookieManifest } from './api/shared.js';
export { ManifestError, parseManifest } from './manifest/parse.js';
export { readPreferences } from './preferences/read.js';

export type { CookieManifest } from './api/cookie-manifest.js';
export type { CookieManifestEvent, CookieManifestEventMap } from './api/events.js';
export type { Settings } from './api/settings.js';
export type { InspectionRow } from './devtools/inspect.js';
export type { CookieFilter, ListedCookie } from './list/cookies.js';
export type { Problem } from './manifest/check.js';
export type { Duration, DurationUnit } from './manifest/duration.js';
export type { Contact, CookieInput, Exemption, LocalisedText, ManifestInput, Party, Storage } from './manifest/fields.js';
export type { Cookie, Manifest } from './manifest/parse.js';
export type { Source } from './manifest/source.js';
export type { Preferences } from './preferences/record.js';
