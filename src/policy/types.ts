import type { OwnCookie } from '../cookie-list/list.js';
import type { TextInLanguage } from '../manifest/localize.js';

/** The parts of the page, in their order. A site can leave each out, or put its own in its place. */
export const sectionNames = ['title', 'intro', 'what', 'life', 'party', 'why', 'list', 'manage', 'contact'] as const;
export type SectionName = (typeof sectionNames)[number];

/** A text of the page. */
export interface PolicyText extends TextInLanguage {
  /** The address that it leads to, if any: one that may become a link. */
  readonly url?: string;
}

/** A cell that stands for as many rows as it spans: 0 where the row above has it for this one too. */
export interface Merged extends PolicyText {
  readonly span: number;
}

/** A cookie in a table. */
export interface Row {
  readonly name: string;
  readonly notes: readonly string[];
  readonly purpose: Merged;
  readonly duration: string;
  readonly provider: Merged;
}

/** The cookies of a category. */
export interface Table {
  readonly kind: 'table';
  readonly caption: PolicyText;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** A part of a section. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: PolicyText }
  | { readonly kind: 'links'; readonly items: readonly (PolicyText & { readonly url: string })[] }
  | { readonly kind: 'address'; readonly lines: readonly PolicyText[] }
  | Table;

/** A section of the page. */
export interface Section {
  readonly name: SectionName;
  readonly blocks: readonly Block[];
}

/** The policy page, of which the element, HTML and Markdown are renderings. */
export interface Policy {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly sections: readonly Section[];
}

/** The options of every rendering. */
export interface PolicyOptions {
  /** BCP 47 tag of the reader's language. Default: the manifest's. */
  readonly lang?: string;
  /** Sections to leave out. */
  readonly omit?: readonly string[];
  /** The settings of the library's own cookie, where the site has changed them. */
  readonly own?: Partial<OwnCookie>;
  /** The name of the site where the manifest does not give it. */
  readonly host?: string;
  /** The reader's user agent, whose browser comes first. */
  readonly agent?: string;
}
