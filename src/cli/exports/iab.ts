import type { Cookie } from '../../manifest/types.js';
import { localize } from '../../manifest/localize.js';
import { remark, type Exporter } from './form.js';

/** Purpose 1 of the Global Vendor List, "Store and/or access information on a device": it says that consent is needed. */
const needsConsent = 1;

/** What stands for the consent that something needs. The other purposes of the list are not a manifest's. */
const purposesOf = ({ category }: Cookie): readonly number[] => (category === 'essential' ? [] : [needsConsent]);

/** A session is 0, and what is no cookie has no age that could be set. */
function maxAge({ storage, duration }: Cookie): number | null {
  if (storage !== 'cookie') return null;
  return duration.kind === 'amount' ? duration.seconds : 0;
}

/**
 * The vendor's disclosure of the IAB's Transparency & Consent Framework ("Vendor Device Storage & Operational Disclosures", version
 * 1.1 of October 2025), which its JSON calls `disclosures` and `domains`.
 */
export const iab: Exporter = ({ cookies, language: own }, { language, host }) => {
  const stored = cookies.filter(({ storage }) => storage !== 'beacon');
  const domainOf = ({ domain, party }: Cookie) => domain ?? (party === 'first' ? host : undefined);
  const disclosures = stored.map((cookie) => ({
    identifier: cookie.name,
    type: cookie.storage === 'cookie' ? 'cookie' : 'web', // local and session storage, IndexedDB and Cache API alike
    maxAgeSeconds: maxAge(cookie),
    ...(cookie.storage === 'cookie' && { cookieRefresh: false }),
    domains: [domainOf(cookie) ?? '*'],
    purposes: purposesOf(cookie),
    description: localize(cookie.purpose, language, own).text,
  }));
  const domains = [...new Set(cookies.flatMap((cookie) => domainOf(cookie) ?? []))].map((domain) => ({
    domain,
    purposes: [...new Set(cookies.filter((cookie) => domainOf(cookie) === domain).flatMap(purposesOf))],
  }));
  const names = (list: readonly Cookie[]) => list.map(({ name }) => name);
  return {
    text: `${JSON.stringify({ disclosures, domains }, null, 2)}\n`,
    remarks: [
      ...remark(names(cookies.filter(({ storage }) => storage === 'beacon')), 'Left out, as the form knows no beacons'),
      ...remark(
        names(stored.filter((cookie) => !domainOf(cookie))),
        'For any domain ("*"), as the manifest gives none. Say --host where it is the site’s own',
      ),
      ...remark(
        names(stored.filter(({ storage }) => storage === 'cookie')),
        '"cookieRefresh" is false, as a manifest does not say whether a cookie is prolonged. Correct it for',
      ),
      ...remark(
        names(stored.filter(({ category }) => category !== 'essential')),
        'Only purpose 1 (consent is needed) is given. Add the others of the Global Vendor List for',
      ),
    ],
  };
};
