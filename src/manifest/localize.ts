import type { LocalisedText } from './fields.js';

/** Languages that go by another tag too: traditional Chinese by its regions, Norwegian by its written forms. */
const macro: { readonly [tag: string]: string | undefined } = {
  __proto__: null as never, // a tag may be called `constructor`
  'zh-tw': 'zh-hant',
  'zh-hk': 'zh-hant',
  'zh-mo': 'zh-hant',
  nb: 'no',
  nn: 'no',
};

/** A tag and what it falls back to, most specific first: de-AT → de. RFC 4647, section 3.4 (lookup). */
export function listFallbacks(tag: string): string[] {
  const lower = tag.toLowerCase();
  return tag ? [lower, ...listFallbacks(macro[lower] ?? lower.replace(/-?[^-]*$/, ''))] : [];
}

/** A text, and the language that it is in. */
export interface TextInLanguage {
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
}

/**
 * Picks the text for a language: de-AT, then de, then the manifest's own language, then any.
 * @param language - BCP 47 tag asked for
 * @param own - the manifest's language, in which plain texts are
 * @returns the text, and the language that it is in
 */
export function localize(text: LocalisedText, language: string, own: string): TextInLanguage {
  if (typeof text === 'string') return { language: own, text };
  const entries = Object.entries(text);
  const [tag, found] = [...listFallbacks(language), ...listFallbacks(own)]
    .map((tag) => entries.find(([key]) => key.toLowerCase() === tag))
    .find(Boolean) ??
    entries[0] ?? [own, ''];
  return { language: tag, text: found };
}
