import { reasons } from '../cookie-list/reasons.js';
import { fill, messages } from '../locales/load.js';
import { localise } from '../manifest/localize.js';
import { isLink, type Manifest } from '../manifest/normalize.js';

/** The site's name for a reader; the host where the manifest gives none. */
export const siteName = (manifest: Manifest | null, language: string): string =>
  (manifest && localise(manifest.site.name, language, manifest.language).text) || location.hostname;

/** The policy page's address, if it may become a link. */
export const policyUrl = (manifest: Manifest | null): string | undefined =>
  isLink(manifest?.site.policyUrl) ? manifest.site.policyUrl : undefined;

/** What the notice says, all of it derived from the manifest: whose cookies, of what kind, what for. */
export function noticeText(manifest: Manifest | null, language: string): string {
  const { words, language: spoken } = messages(language);
  const site = siteName(manifest, language);
  if (!manifest) return fill(words.unlisted, { site });
  if (manifest.cookies.some(({ category }) => category !== 'essential')) return fill(words.mixed, { site });
  return fill(words.essential, { site, reasons: reasons(manifest, words, spoken) });
}
