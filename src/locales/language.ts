/** The language asked for at a place in a page: the nearest `lang`, out of shadow roots too, else the browser's, else English. */
export function findLanguage(place: Element | null): string {
  const near = place?.closest<HTMLElement>('[lang]')?.lang;
  const host = place && (place.getRootNode() as Partial<ShadowRoot>).host;
  if (!near && host) return findLanguage(host);
  try {
    const tag = near || globalThis.document?.documentElement.lang || navigator.language;
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]!;
  } catch {
    return 'en'; // what is no language tag would make Intl throw wherever it is used, and servers have no navigator
  }
}
