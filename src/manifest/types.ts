import type { Duration } from './duration.js';
import type { Problem } from './explain-problem.js';
import type { Contact, Exemption, LocalisedText, Party, StorageKind, Waiver } from './fields.js';

/** A cookie (or other item on the device) of a parsed manifest, with every default filled in. Unknown keys are kept. */
export interface Cookie {
  readonly name: string;
  readonly purpose: LocalisedText;
  readonly duration: Duration;
  readonly provider: { readonly name: LocalisedText; readonly url?: string };
  readonly category: string;
  readonly party: Party;
  readonly storage: StorageKind;
  readonly domain?: string;
  readonly path: string;
  readonly httpOnly?: boolean;
  readonly exemption?: Exemption;
}

/** A parsed manifest. Deep-frozen. */
export interface Manifest {
  /** The manifest's version, or null where it gives none that can be used. */
  readonly revision: string | null;
  /** BCP 47 tag of its plain texts. */
  readonly language: string;
  readonly site: {
    readonly name: LocalisedText;
    readonly policyUrl?: string;
    readonly privacyUrl?: string;
    readonly contacts: readonly Contact[];
  };
  readonly categories: {
    readonly [id: string]: { readonly label?: LocalisedText; readonly description?: LocalisedText };
  };
  /** Every cookie that was written down, those with problems too. */
  readonly cookies: readonly Cookie[];
  /** Findings of the audit that the site accepts. */
  readonly waivers?: readonly Waiver[];
  /** The places that are not as they must be. A cookie with a problem is still among the cookies, as it was written. */
  readonly problems: readonly Problem[];
}

/** An error where what was given is no manifest, or could not be loaded. Its `cause` holds the reason where there is one. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError'; // defined, as an assignment fails where the page has frozen Error.prototype
}

/** Returns what went wrong as the error that is public. */
export const toManifestError = (cause: unknown): ManifestError =>
  cause instanceof ManifestError ? cause : new ManifestError(`No manifest: ${(cause as Error).message}`, { cause });
