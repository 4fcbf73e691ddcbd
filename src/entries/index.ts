export { cookieManifest } from '../page/shared.js';
export { ManifestError } from '../manifest/types.js';
export { parseManifest } from '../manifest/parse.js';
export { makeAcknowledgedCookie } from '../preferences/acknowledged-cookie.js';
export { readPreferences } from '../preferences/cookie-header.js';

export type { CookieManifest, PageSettings as Settings } from '../page/api.js';
export type { CookieManifestEvent, CookieManifestEventMap } from '../page/events.js';
export type { Finding, Severity } from '../audit/finding.js';
export type { Findings } from '../audit/page.js';
export type { InspectionRow } from '../devtools/inspect.js';
export type { CookieFilter, ListedCookie } from '../cookie-list/list.js';
export type { Plural, Texts } from '../locales/types.js';
export type { Problem } from '../manifest/explain-problem.js';
export type { Duration, DurationUnit } from '../manifest/duration.js';
export type {
  Contact,
  CookieInput,
  Exemption,
  LocalisedText,
  ManifestInput,
  Party,
  StorageKind as Storage,
  Waiver,
} from '../manifest/fields.js';
export type { Cookie, Manifest } from '../manifest/types.js';
export type { Source } from '../manifest/source.js';
export type { Preferences } from '../preferences/record.js';
