/**
 * Finds the language asked for at a place in a page: the nearest `lang`, out of shadow roots too, else the browser's, else English.
 * @param place - default: the document as a whole
 * @returns canonical BCP 47 tag
 */
export function findLanguage(place: Element | null): string {
  const nearest = place?.closest<HTMLElement>('[lang]')?.lang;
  const host = place && (place.getRootNode() as Partial<ShadowRoot>).host;
  if (!nearest && host) return findLanguage(host);
  try {
    const tag = nearest || globalThis.document?.documentElement.lang || navigator.language;
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]!;
  } catch {
    return 'en'; // what is no language tag would make Intl throw wherever it is used, and servers have no navigator
  }
}
