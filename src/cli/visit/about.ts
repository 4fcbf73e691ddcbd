import type { Browser, Page } from 'playwright-core';
import type { Observed } from '../../audit/observed.js';
import { hostOf } from './address.js';
import { siteOf } from './site.js';
import { within } from './within.js';

/** What a page and its browser tell of who is behind what was seen. */
export interface About {
  /** The host of the page, to which the address may have led. */
  readonly host: string;
  /** What the page calls its site, and itself. */
  readonly names: Names;
  /** The registrable domain of the page's host, and of each host that something belongs to, by the host without a leading dot. */
  readonly sites: ReadonlyMap<string, string>;
}

export interface Names {
  /** Open Graph's `og:site_name`. */
  readonly site?: string;
  /** HTML's `application-name`. */
  readonly application?: string;
  readonly title?: string;
}

/** How long a page may take to tell its names, in seconds. */
const patience = 3;

/** Asks the page for its names, and the browser for the site of each host that was seen. */
export async function about(browser: Browser, page: Page, seen: readonly Observed[]): Promise<About> {
  const names =
    (await within(
      patience,
      page.evaluate(namesHere).catch(() => undefined),
    )) ?? {};
  const host = hostOf(page.url());
  const sites = new Map<string, string>();
  for (const one of new Set([host, ...seen.flatMap(({ domain }) => (domain ? domain.replace(/^\./, '') : []))]))
    sites.set(one, await siteOf(browser, one));
  return { host, names, sites };
}

/** The names in a page's head. It is sent to the page as text, so it stands alone. */
function namesHere(): Names {
  const content = (selector: string) => document.querySelector<HTMLMetaElement>(selector)?.content.trim();
  const [site, application, title] = [
    content('meta[property="og:site_name"]'),
    content('meta[name="application-name"]'),
    document.title.trim(),
  ];
  return { ...(site && { site }), ...(application && { application }), ...(title && { title }) };
}
