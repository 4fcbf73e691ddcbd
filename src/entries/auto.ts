/** The entry for a script tag: puts `cookieManifest` on the page, decides, and loads the notice when it is due. */
import { cookieManifest } from '../page/shared.js';

cookieManifest.start();

export { cookieManifest };
