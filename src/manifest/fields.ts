/**
 * The table of fields: what a manifest may hold. Types, the browser's check, `manifest.schema.json` and the README's tables
 * are all made from it; the comments in it are the fields' documentation.
 */

/** A text, or one text for each language by its BCP 47 tag. A plain text is in the manifest's `language`. */
export type LocalisedText = string | { readonly [language: string]: string };

/** The kinds of values, and how each is written. */
export interface Kinds {
  text: string;
  localised: LocalisedText;
  name: string;
  duration: string;
  id: string;
  domain: string;
  path: string;
  url: string;
  email: string;
  revision: string;
  language: string;
  boolean: boolean;
}

/** A word, an amount and its unit in plain English, or an amount with one ISO 8601 designator. */
export const durationPattern =
  /^(session|persistent|[1-9]\d{0,5} (second|minute|hour|day|week|month|year)s?|P([1-9]\d{0,5}[DWMY]|T[1-9]\d{0,5}[SMH]))$/;

/** The grammar of each kind of text, shared by the browser's check and the schema. */
export const patterns = {
  text: /\S/,
  name: /[^*\s]/,
  duration: durationPattern,
  id: /^[a-z][a-z\d-]{0,31}$/,
  domain: /^(\*\.)?[^\s.*/:?#@]+(\.[^\s.*/:?#@]+)*$/,
  path: /^\/[^\s;]*$/,
  // No space and no control character, so no scheme hides from the second half: http, https and relative addresses remain.
  url: /^(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/|(?![^/?#]*:))[^\s\0-\x1f\x7f]+$/,
  email: /^[^\s@<>?&\p{Cs}]+@[^\s@<>?&\p{Cs}]+$/u, // half a character cannot be percent-encoded for the link
  revision: /^[\w.-]{1,64}$/,
  language: /^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*$/,
} satisfies { [Kind in Exclude<keyof Kinds, 'localised' | 'boolean'>]: RegExp };

/**
 * A rule for a value: a kind, some words of which it is one, an object (with `either`, or a text that stands for its name), a list, or a
 * map.
 */
export type Rule = keyof Kinds | readonly string[] | Fields | { readonly list: Rule } | Entries;

/** An object of known fields. */
export interface Fields {
  readonly fields: { readonly [field: string]: Rule };
  readonly required?: readonly string[];
  readonly either?: 'localised';
}

/** An object of entries that are alike. */
export interface Entries {
  readonly map: Rule;
  readonly keys: keyof typeof patterns;
}

const providerRule = {
  either: 'localised',
  required: ['name'],
  fields: {
    /** The provider's name. */
    name: 'localised',
    /** A page about the provider. */
    url: 'url',
  },
} as const satisfies Rule;

/** The reasons for which a cookie may need no consent, in the words of WP29 Opinion 04/2012. */
export const exemptions = [
  'user-input',
  'authentication',
  'security',
  'media-player',
  'load-balancing',
  'preference',
] as const;

/** The fields that `defaults` may hold as well. */
const defaultable = {
  /** The one who stores it: a text, or a name with a link. Default: the site's name. */
  provider: providerRule,
  /** `essential`, or an id of `categories`. Default: `essential`. */
  category: 'id',
  /** `first` where the site itself stores it, `third` where another does. Default: `first`. */
  party: ['first', 'third'],
  /** The place on the device where it is kept; a beacon keeps nothing. Default: `cookie`. */
  storage: ['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage', 'beacon'],
  /** The host it belongs to, with `*.` for its subdomains. Default: the page's host. */
  domain: 'domain',
  /** The path it belongs to. Default: `/`. */
  path: 'path',
  /** True where it is hidden from scripts. Default: unknown. */
  httpOnly: 'boolean',
  /** The reason for which it needs no consent, in the words of WP29 Opinion 04/2012. Default: none given. */
  exemption: exemptions,
} as const satisfies Record<string, Rule>;

export const cookieRule = {
  required: ['name', 'purpose', 'duration'],
  fields: {
    /** The name; `*` stands for any run of characters, and never alone. Unique per storage and domain. */
    name: 'name',
    /** The purpose for which it is stored, in a sentence that a visitor understands. */
    purpose: 'localised',
    /** `session`, `persistent` (not for cookies), an amount (`30 minutes`, `13 months`), or ISO 8601 with one designator (`PT30M`, `P13M`). */
    duration: 'duration',
    ...defaultable,
  },
} as const satisfies Rule;

const contactRule = {
  required: ['name'],
  fields: {
    /** The visitors whom the contact is for, say those of a region. */
    label: 'localised',
    /** The person or company. */
    name: 'localised',
    /** The postal address, line by line. */
    address: { list: 'text' },
    /** An e-mail address. */
    email: 'email',
    /** A page with a form or more ways to write. */
    url: 'url',
  },
} as const satisfies Rule;

const siteRule = {
  fields: {
    /** The site's or company's name as visitors know it. */
    name: 'localised',
    /** The cookie policy page. */
    policyUrl: 'url',
    /** The privacy policy page. */
    privacyUrl: 'url',
    /** The people or companies whom visitors can write to. */
    contacts: { list: contactRule },
  },
} as const satisfies Rule;

const categoryRule = {
  required: ['label'],
  fields: {
    /** Its heading in the details. */
    label: 'localised',
    /** The purpose of the cookies of this category. */
    description: 'localised',
  },
} as const satisfies Rule;

const waiverRule = {
  required: ['name', 'rule', 'reason'],
  fields: {
    /** The rule whose finding is accepted. */
    rule: 'id',
    /** The name in the finding; `*` stands for any run of characters. */
    name: 'name',
    /** The reason for which it is accepted, for the report. */
    reason: 'text',
  },
} as const satisfies Rule;

export const manifestRule = {
  required: ['cookies'],
  fields: {
    /** The address of the schema, for editors. */
    $schema: 'text',
    /** The manifest's own version. A new one makes the notice due again. */
    revision: 'revision',
    /** The language of its plain texts. Default: `en`. */
    language: 'language',
    /** The site that the manifest speaks for. */
    site: siteRule,
    /** The values that hold for every cookie that does not say otherwise. */
    defaults: { fields: defaultable },
    /** Labels for categories other than `essential`, by their ids. */
    categories: { keys: 'id', map: categoryRule },
    /** The cookies and other items that the site keeps on a visitor's device. */
    cookies: { list: cookieRule },
    /** Findings of the audit that the site accepts, with reasons. */
    waivers: { list: waiverRule },
  },
} as const satisfies Rule;

/** The type of a value that keeps a rule. */
type Of<R> = R extends keyof Kinds
  ? Kinds[R]
  : R extends readonly string[]
    ? R[number]
    : R extends { list: infer Item }
      ? readonly Of<Item>[]
      : R extends { map: infer Item }
        ? { readonly [key: string]: Of<Item> }
        : R extends { either: 'localised' }
          ? LocalisedText | OfFields<R>
          : OfFields<R>;
type RequiredField<R> = R extends { required: readonly (infer Name)[] } ? Name : never;
type OfFields<R> = R extends { fields: infer Known }
  ? { readonly [Field in keyof Known as Field extends RequiredField<R> ? Field : never]: Of<Known[Field]> } & {
      readonly [Field in keyof Known as Field extends RequiredField<R> ? never : Field]?: Of<Known[Field]>;
    }
  : never;

/** A manifest as it is written. */
export type ManifestInput = OfFields<typeof manifestRule>;
/** A cookie as it is written in a manifest. */
export type CookieInput = OfFields<typeof cookieRule>;
/** Someone to write to, as in the manifest. */
export type Contact = OfFields<typeof contactRule>;
/** A finding of the audit that the site accepts. */
export type Waiver = OfFields<typeof waiverRule>;
/** A place on the device where something is kept. */
export type StorageKind = Of<typeof defaultable.storage>;
/** The site itself, or another that stores something. */
export type Party = Of<typeof defaultable.party>;
/** A reason for which a cookie needs no consent (WP29 Opinion 04/2012, section 3). */
export type Exemption = Of<typeof defaultable.exemption>;
