import { CookieManifestPolicyElement, usePolicyModel } from './element.js';
import type { PolicyModel } from './model.js';

/** Defines `<cookie-manifest-policy>`, unless the page has one already, and gives it what it knows of the page. */
export function define(model: PolicyModel): void {
  if (!globalThis.customElements || customElements.get('cookie-manifest-policy')) return; // on a server there are none
  usePolicyModel(model);
  customElements.define('cookie-manifest-policy', CookieManifestPolicyElement);
}
