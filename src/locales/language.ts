/** The language asked for at a place in a page: the nearest `lang`, out of shadow roots too, else the browser's, else English. */
export function languageAt(place: Element | null): string {
  let tag: string | undefined;
  for (let at = place; at && !tag; at = (at.getRootNode() as Partial<ShadowRoot>).host ?? null) tag = at.closest<HTMLElement>('[lang]')?.lang;
  tag ||= globalThis.document?.documentElement.lang || globalThis.navigator?.language;
  try {
    return Intl.getCanonicalLocales(tag?.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en'; // what is no language tag at all would make Intl throw wherever it is used
  }
}

/** The direction in which a language is written. */
export const directionOf = (language: string): 'rtl' | 'ltr' => (/^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(language) ? 'rtl' : 'ltr');
