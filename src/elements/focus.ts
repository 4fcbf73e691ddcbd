/** Returns the element that has the focus, inside shadow roots too. */
export function findFocused(): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused as HTMLElement | null;
}

/** Returns whether an element, or something in it, has the focus. jsdom cannot be asked where nothing has it. */
export const hasFocusWithin = (element: Element): boolean =>
  document.activeElement !== null && element.matches(':focus-within');
