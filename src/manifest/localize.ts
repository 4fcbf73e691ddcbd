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

/**
 * Lists a tag and what it falls back to, most specific first: de-AT → de. Source: RFC 4647, section 3.4 (lookup).
 * @param tag - BCP 47 tag in any case
 * @returns tags in lower case; none for an empty tag
 */
export function listFallbacks(tag: string): string[] {
  const tags: string[] = [];
  let rest = tag.toLowerCase();
  while (rest) {
    tags.push(rest);
    rest = macro[rest] ?? rest.replace(/-?[^-]*$/, '');
  }
  return tags;
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
  for (const wanted of [...listFallbacks(language), ...listFallbacks(own)]) {
    const entry = entries.find(([tag]) => tag.toLowerCase() === wanted);
    if (entry) return { language: entry[0], text: entry[1] };
  }
  const [tag, anyText] = entries[0] ?? [own, ''];
  return { language: tag, text: anyText };
}
