import type { ListPatterns } from './join-list.js';
import type { PolicyMessages } from './policy/en.js';
import type en from './messages/en.js';
import type enDetails from './messages/en-details.js';

/** A text that counts: a form for each of the language's plural categories (CLDR), as far as it differs from `other`. */
export type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** The texts of a language, all of them. English has them in two files; the other languages in one each. */
export type Messages = Omit<typeof en & typeof enDetails, 'list'> & {
  /** The patterns by which the language joins a list. A language that a site brings may leave them to `Intl`. */
  readonly list?: ListPatterns;
};

/** A reader: the language asked for, and the messages that were found for it. */
export interface Reader {
  /** BCP 47 tag of the language asked for. */
  readonly requested: string;
  /** BCP 47 tag of the language that the messages are in. */
  readonly language: string;
  readonly messages: Messages;
}

/** The texts by which a site replaces the library's, or brings a language: any of them, and those of the policy page. */
export type Texts = Partial<Messages & PolicyMessages>;
