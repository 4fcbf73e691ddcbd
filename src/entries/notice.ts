/** The entry for applications that create the element themselves: defines it at once. */
import { createPage } from '../api/page.js';
import { define } from '../notice/define.js';
import { cookieManifest, core } from '../api/shared.js';

// Where another copy of the library came first, that one defines the element, and this one keeps away.
if (core) define(core.attach(createPage));
cookieManifest.start(true);

export { cookieManifest };
export type { CookieManifestElement } from '../notice/element.js';
