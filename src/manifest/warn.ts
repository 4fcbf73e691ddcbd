/** Tells whoever works on the page, in its console. */
export const warn = (...what: unknown[]): void => console.warn('cookie-manifest:', ...what);
