/** Tells whoever works on the page, in its console; some pages take that away. */
export const warn = (...what: unknown[]): void => globalThis.console?.warn?.('cookie-manifest:', ...what);
