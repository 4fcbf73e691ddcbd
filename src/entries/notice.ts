/** The entry for applications that create the element themselves: defines it at once. */
import { defineNotice } from '../elements/cookie-manifest/define.js';
import { cookieManifest, isSecondCopy } from '../page/shared.js';

// Where another copy of the library came first, that one defines the element, and this one keeps away.
if (!isSecondCopy) defineNotice();
cookieManifest.start(true);

export { cookieManifest };
export type { CookieManifestElement } from '../elements/cookie-manifest/cookie-manifest.component.js';
