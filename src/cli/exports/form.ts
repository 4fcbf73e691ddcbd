import type { Manifest } from '../../manifest/types.js';

/** How a manifest is to be written for others. */
export interface ExportOptions {
  /** BCP 47 tag of the language that texts are wanted in. */
  readonly language: string;
  /** The site's own host, which a manifest may leave to the page. */
  readonly host?: string;
  /** The time that the file is to bear. */
  readonly at: Date;
}

/** A manifest in another form. */
export interface Exported {
  readonly text: string;
  /** What that form has no place for, or asks for and a manifest does not say. */
  readonly remarks: readonly string[];
}

export type Exporter = (manifest: Manifest, options: ExportOptions) => Exported;

/** Names in a remark; nothing where there are none. */
export const remark = (names: readonly string[], words: string): readonly string[] =>
  names.length ? [`${words}: ${names.join(', ')}.`] : [];
