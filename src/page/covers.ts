/** Returns whether a modal dialog is open beside the notice, which nobody could answer then. */
export const isBesideModal = (): boolean => document.querySelector(':modal:not(:root, :has(cookie-manifest))') !== null;

/** Returns whether an element is displayed. Where pages are only simulated nothing is laid out, and everything counts as displayed. */
export const isDisplayed = (element: Partial<Element>): boolean => element.checkVisibility?.() ?? true;

/** Returns whether an element is in an inert part of the page. */
export const isInert = (element: Element): boolean => element.closest('[inert]') !== null;
