import { CookieManifestElement } from './element.js';
import type { Model } from './model.js';

/** Defines `<cookie-manifest>`, unless the page has one already, and gives it what it knows of the page. */
export function define(model: Model): void {
  if (customElements.get('cookie-manifest')) return;
  CookieManifestElement.model = model;
  customElements.define('cookie-manifest', CookieManifestElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'cookie-manifest': CookieManifestElement;
  }
}
