import { listReasons } from '../cookie-list/reasons.js';
import { fillIn, getMessages } from '../locales/load.js';
import { localize } from '../manifest/localize.js';
import { isLink } from '../manifest/normalize.js';
import type { Manifest } from '../manifest/types.js';

/** Returns the site's name for a reader; the host where the manifest gives none. */
export const getSiteName = (manifest: Manifest | null, language: string): string =>
  (manifest && localize(manifest.site.name, language, manifest.language).text) || location.hostname;

/** Returns the policy page's address, if it may become a link. */
export const findPolicyUrl = (manifest: Manifest | null): string | undefined =>
  isLink(manifest?.site.policyUrl) ? manifest.site.policyUrl : undefined;

/** Returns what the notice says, all of it derived from the manifest: whose cookies, of what kind, what for. */
export function getNoticeText(manifest: Manifest | null, language: string): string {
  const { messages, language: locale } = getMessages(language);
  const site = getSiteName(manifest, language);
  if (!manifest) return fillIn(messages.unlisted, { site });
  if (manifest.cookies.some(({ category }) => category !== 'essential')) return fillIn(messages.mixed, { site });
  return fillIn(messages.essential, { site, reasons: listReasons(manifest, messages, locale) });
}
