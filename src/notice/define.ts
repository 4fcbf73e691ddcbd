import { CookieManifestElement, useModel } from './element.js';
import type { Model } from './model.js';

/** Defines `<cookie-manifest>`, unless the page has one already, and gives it what it knows of the page. */
export function define(model: Model): void {
  if (!globalThis.customElements || customElements.get('cookie-manifest')) return; // on a server there are none
  useModel(model);
  customElements.define('cookie-manifest', CookieManifestElement);
}
