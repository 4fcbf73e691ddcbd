import type { Reader } from '../locales/types.js';
import type { Contact, LocalisedText } from '../manifest/fields.js';
import { localize, type TextInLanguage } from '../manifest/localize.js';
import { isLink } from '../manifest/normalize.js';
import type { Manifest } from '../manifest/types.js';
import { matchesPattern } from '../manifest/validate.js';

/** A line of a contact's address. */
export interface ContactLine extends TextInLanguage {
  readonly kind: 'label' | 'name' | 'address' | 'email' | 'url';
  /** The address that the line leads to, where it may become a link. */
  readonly url?: string;
}

/** Lists the lines of a contact for a reader, in the order of a postal address. Empty lines are left out. */
export function listContactLines(
  { label, name, address = [], email, url }: Contact,
  manifest: Manifest,
  { requested, language }: Reader,
): readonly ContactLine[] {
  const localizeText = (text: LocalisedText = '') => localize(text, requested, manifest.language);
  const lines: ContactLine[] = [
    { kind: 'label', ...localizeText(label) },
    { kind: 'name', ...localizeText(name) },
    ...address.map((text) => ({ kind: 'address' as const, text, language: manifest.language })),
  ];
  if (email) {
    const isAddress = matchesPattern('email', email);
    lines.push({
      kind: 'email',
      text: email,
      language,
      ...(isAddress && { url: `mailto:${encodeURIComponent(email)}` }),
    });
  }
  if (url) lines.push({ kind: 'url', text: url, language, ...(isLink(url) && { url }) });
  return lines.filter(({ text }) => text);
}
