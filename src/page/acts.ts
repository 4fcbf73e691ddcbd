import type { CookieManifest } from './api.js';
import { loadPageManifest } from './load-manifest.js';
import { acknowledge, hide, reset, show, showDetails } from './show-notice.js';
import { domReady } from './when.js';

/** What the API does on demand. */
export type Acts = Pick<
  CookieManifest,
  'load' | 'show' | 'hide' | 'showDetails' | 'acknowledge' | 'reset' | 'inspect' | 'audit'
>;

/** Makes an act wait until the page's elements are there. */
const onPage =
  <Given extends unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
  async (...given: Given): Promise<Result> => {
    await domReady();
    return act(...given);
  };

/**
 * Makes an act for visitors, which a server must not do: it would share one visitor's state with another.
 * @throws {Error} on a server
 */
const forVisitor = <Given extends unknown[]>(act: (...given: Given) => Promise<void>) =>
  onPage(async (...given: Given) => {
    if (typeof document === 'undefined') throw new Error('On a server there is no visitor');
    await act(...given);
  });

const examine = () => import('./examine.js');

/** The acts by their names in the API. */
export const acts: Acts = {
  load: onPage(loadPageManifest),
  show: forVisitor(show),
  hide: forVisitor(hide),
  showDetails: forVisitor(showDetails),
  acknowledge: forVisitor(acknowledge),
  reset: forVisitor(reset),
  inspect: onPage(async () => (await examine()).inspectPage()),
  audit: onPage(async () => (await examine()).auditPage()),
};
