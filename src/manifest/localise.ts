import type { LocalisedText } from './fields.js';

/** A text for a reader, and the language that it is in. */
export interface Localised {
  readonly text: string;
  readonly language: string;
}

/** A tag and what it falls back to, most specific first: de-AT → de. RFC 4647, section 3.4 (lookup). */
export function fallbacks(tag: string): string[] {
  const parts = tag.toLowerCase().split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/**
 * Picks the text for a language: de-AT, then de, then the manifest's own language, then any.
 * @param language - BCP 47 tag asked for
 * @param own - the manifest's language, in which plain texts are
 */
export function localise(text: LocalisedText, language: string, own: string): Localised {
  if (typeof text === 'string') return { text, language: own };
  const entries = Object.entries(text);
  for (const tag of [...fallbacks(language), ...fallbacks(own)]) {
    const entry = entries.find(([key]) => key.toLowerCase() === tag);
    if (entry) return { language: entry[0], text: entry[1] };
  }
  const [tag = own, any = ''] = entries[0] ?? [];
  return { language: tag, text: any };
}
