import { acknowledged } from './acknowledged.js';
import { encodeRecord } from './encode-record.js';
import { defaultCookieName, hasForm, revisionForm } from './settings.js';

/**
 * Makes the cookie of a visitor who has acknowledged the notice today, for end-to-end tests whose pages it should not cover. Sets nothing.
 * @param revision - the manifest's revision, `0` where it has none
 * @param options - `cookie`: the cookie's name, where the site has changed it
 * @returns name and value, for `context.addCookies` of Playwright, `cy.setCookie`, or a Cookie header
 * @throws {TypeError} where the revision is none that a page accepts
 */
export function makeAcknowledgedCookie(
  revision: string,
  { cookie = defaultCookieName }: { cookie?: string } = {},
): { name: string; value: string } {
  if (!hasForm(revisionForm, revision)) throw new TypeError(`"${revision}" is no revision that a page accepts`);
  return { name: cookie, value: encodeRecord(acknowledged(revision)) };
}
