import { defineElement } from '../define-element.js';
import { CookieManifestPolicyElement } from './cookie-manifest-policy.component.js';

/**
 * Defines `<cookie-manifest-policy>`, unless the page has one already.
 * @throws {Error} where Lit cannot make templates
 */
export const definePolicyPage = (): void => defineElement('cookie-manifest-policy', CookieManifestPolicyElement);
