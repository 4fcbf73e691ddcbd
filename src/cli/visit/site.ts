import type { Browser } from 'playwright-core';

const known = new WeakMap<Browser, Map<string, Promise<string>>>();

/**
 * The site of a host: its registrable domain (`example.co.uk`), or the host itself where it has none. The browser is asked, which
 * carries the Public Suffix List: it keeps no cookie for a whole suffix (RFC 6265, section 5.3, step 5). No request is made.
 */
export function siteOf(browser: Browser, host: string): Promise<string> {
  const sites = known.get(browser) ?? new Map<string, Promise<string>>();
  known.set(browser, sites);
  const site = sites.get(host) ?? ask(browser, host);
  sites.set(host, site);
  return site;
}

async function ask(browser: Browser, host: string): Promise<string> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(`http://${host}/`);
    return await page.evaluate((host) => {
      const labels = host.split('.');
      const domains = labels.map((_, index) => labels.slice(index).join('.')).reverse();
      return (
        domains.find((domain) => {
          document.cookie = `site=1; domain=${domain}`;
          return document.cookie.includes('site=1');
        }) ?? host
      );
    }, host);
  } finally {
    await context.close();
  }
}
