/** Returns whether an element is displayed. Where pages are only simulated nothing is laid out, and everything counts as displayed. */
export const isDisplayed = (element: Partial<Element>): boolean => element.checkVisibility?.() ?? true;
