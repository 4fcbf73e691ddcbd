/** Warns whoever works on the page, in its console, which some pages take away. */
export const warn = (...what: unknown[]): void => globalThis.console?.warn?.('cookie-manifest:', ...what);
