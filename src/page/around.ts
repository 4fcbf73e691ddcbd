/** Matches parts of the page that cannot be used, as what is behind a modal dialog. */
export const blocked = ':is([inert], [aria-hidden=true])';

/** Returns whether an element, or one that it is in, fits; out of shadow roots and through slots. */
export function isAround(element: Element | null, fits: (at: Element) => unknown): boolean {
  let at: Element | null | undefined = element;
  while (at && !fits(at)) at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host;
  return Boolean(at);
}
