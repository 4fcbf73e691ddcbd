import { warn } from '../../manifest/warn.js';
import { cancelUnwantedLoad } from '../../page/load-manifest.js';
import { registerNotice } from '../../page/registry.js';
import { getState } from '../../page/state.js';
import { followTexts, readTexts } from '../../page/texts.js';
import type { CookieManifestElement } from './cookie-manifest.component.js';

/**
 * Takes part in the page as its notice. Of several elements the first shows it.
 * @returns what leaves the page again
 */
export function joinPage(element: CookieManifestElement): () => void {
  followTexts();
  readTexts(element);
  const leave = registerNotice(element);
  // Routers insert the next page before they remove the last one, or the reverse; either is over by then.
  setTimeout(() => {
    if (element.isConnected && getState().owner !== element) warn('only the first element of a page is shown', element);
  });
  return () => {
    leave();
    element.open = false;
    element.detailsOpen = false;
    cancelUnwantedLoad();
  };
}
