/** The entry for a plain script tag, from whatever origin: imports the module build that lies beside it. */
const { src } = document.currentScript as HTMLScriptElement;
void import(new URL('cookie-manifest.js', src).href);
