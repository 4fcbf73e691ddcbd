import { defineElement } from '../define-element.js';
import { CookieManifestElement } from './cookie-manifest.component.js';

/**
 * Defines `<cookie-manifest>`, unless the page has one already.
 * @throws {Error} where Lit cannot make templates
 */
export const defineNotice = (): void => defineElement('cookie-manifest', CookieManifestElement);
