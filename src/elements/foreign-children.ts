/** Returns whether an element holds more than what fills its slots and its JSON. */
export const hasForeignChildren = (element: Element): boolean =>
  element.querySelector(':scope > :not([slot], [type="application/json"])') !== null;
