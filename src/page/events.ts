import type { Manifest, ManifestError } from '../manifest/types.js';
import type { Problem } from '../manifest/explain-problem.js';
import type { Preferences } from '../preferences/record.js';

/** What each event carries, beside what every event has. They bubble and are composed: listen on the document. */
export interface EventFields {
  /** A manifest was loaded. */
  'cookie-manifest-load': { readonly manifest: Manifest };
  /** The notice was shown. */
  'cookie-manifest-show': object;
  /** The notice was hidden, answered or not. */
  'cookie-manifest-hide': object;
  /** The details were opened. */
  'cookie-manifest-details': object;
  /** The preferences changed, here or in another tab. */
  'cookie-manifest-change': { readonly preferences: Preferences };
  /** The manifest has problems, or could not be loaded. */
  'cookie-manifest-error':
    | { readonly problems: readonly Problem[]; readonly error?: undefined }
    | { readonly error: ManifestError; readonly problems?: undefined };
}

/** An event of cookie-manifest, by its name. */
export type CookieManifestEvent<Name extends keyof EventFields> = Event & EventFields[Name];

/** The events by name, as `addEventListener` sees them. */
export type CookieManifestEventMap = { [Name in keyof EventFields]: CookieManifestEvent<Name> };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merges into the DOM's own interface
  interface GlobalEventHandlersEventMap extends CookieManifestEventMap {}
}

/** The names of the events, without what they all begin with. */
export type EventName = keyof EventFields extends `cookie-manifest-${infer Name}` ? Name : never;
