import type { Exemption, Party, StorageKind } from '../manifest/fields.js';

/** A cookie as a source has it: texts in the source's words, as written; what is a word of the manifest already, as that word. */
export interface FoundCookie {
  /** Where in the source: `table 2, row 5`, `line 14`, `Cookies[3]`. */
  readonly at: string;
  readonly name: string;
  readonly purpose?: string;
  /** As written, in any language; what is made of it is the draft's business. */
  readonly duration?: string;
  readonly provider?: string;
  readonly providerUrl?: string;
  /** The category as written: a heading, a caption, a cell, an id. */
  readonly category?: string;
  /** What is said of that category. */
  readonly categoryText?: string;
  readonly storage?: StorageKind;
  readonly party?: Party;
  readonly domain?: string;
  readonly path?: string;
  readonly httpOnly?: boolean;
  readonly exemption?: Exemption;
}

/** Something that whoever imports should know of: what was not read, or was read with doubt. */
export interface Remark {
  readonly at: string;
  readonly message: string;
  /** What stands there, as written. */
  readonly written?: string;
  /** `lost`: it could not be read, and stands in the manifest as written, or nowhere but here. `doubt`: it was read, and may be wrong. `note`: for information. */
  readonly kind: 'lost' | 'doubt' | 'note';
}

/** What was found in a source. */
export interface Source {
  readonly cookies: readonly FoundCookie[];
  readonly remarks: readonly Remark[];
  /** BCP 47 tag of its texts, where it is known. */
  readonly language?: string;
  /** The site's name, where the source gives it. */
  readonly site?: string;
}
