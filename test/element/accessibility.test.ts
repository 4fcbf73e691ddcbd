import { expect } from '@open-wc/testing';
import type axe from 'axe-core';
import { filterOf } from '../harness.js';
import { answer, it, many, open, site, until, withManifest, type Options, type Page } from './page.js';

const options: axe.RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** What axe finds in a page: rule and place. */
async function findings(page: Page): Promise<string[]> {
  const script = page.document.createElement('script');
  script.src = '/node_modules/axe-core/axe.min.js';
  await new Promise((resolve) => {
    script.onload = resolve;
    page.document.head.append(script);
  });
  const { violations } = await (page.window as unknown as { axe: typeof axe }).axe.run(page.document, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

const dark = '<style>:root { color-scheme: dark; background: #111; color: #eee }</style>';
const problems = { ...site, cookies: [...site.cookies, { name: 'bad', duration: 'ages' }] };
const optional = {
  ...site,
  categories: { statistics: { label: 'Statistics' } },
  cookies: [...site.cookies, { name: '_s', purpose: 'Counts.', duration: '1 day', category: 'statistics' }],
};
const failed = () => `<cookie-manifest src="${answer(site, { status: '500' })}"></cookie-manifest>`;
const details = async (page: Page) => {
  await page.element.showDetails();
  await page.shown('details-open');
};

const states: {
  readonly [state: string]: { readonly options: () => Options; readonly act?: (page: Page) => Promise<void> };
} = {
  'the notice': { options: () => ({ body: withManifest(site) }) },
  'the notice at the top': { options: () => ({ body: withManifest(site, 'placement="top"') }) },
  'the notice in the page': { options: () => ({ body: withManifest(site, 'placement="inline"') }) },
  'the notice in a corner': { options: () => ({ body: withManifest(site, 'placement="bottom-end"') }) },
  'the notice on a dark page': { options: () => ({ head: dark, body: withManifest(site) }) },
  'the notice of a site with choices': { options: () => ({ body: withManifest(optional) }) },
  'the notice in Arabic': { options: () => ({ lang: 'ar', body: withManifest(site) }) },
  'the notice after a failed load': { options: () => ({ body: failed() }) },
  'a page after OK': { options: () => ({ body: withManifest(site) }), act: (page) => page.api.acknowledge() },
  'the details': { options: () => ({ body: withManifest(site) }), act: details },
  'the details on a dark page': { options: () => ({ head: dark, body: withManifest(site) }), act: details },
  'the details in German': { options: () => ({ lang: 'de', body: withManifest(site) }), act: details },
  'the details in Arabic': { options: () => ({ lang: 'ar', body: withManifest(site) }), act: details },
  'the details after a failed load': { options: () => ({ body: failed() }), act: details },
  'the details with invalid entries': { options: () => ({ body: withManifest(problems) }), act: details },
  'the details with choices': { options: () => ({ body: withManifest(optional) }), act: details },
  'the details, filtered': {
    options: () => ({ body: withManifest(many(20)) }),
    act: async (page) => {
      await details(page);
      filterOf(page.element)!.value = 'c7';
      filterOf(page.element)!.dispatchEvent(new Event('input', { bubbles: true }));
      await until(() => page.element.shadowRoot!.querySelectorAll('dialog code').length === 1);
    },
  },
};

describe('axe finds nothing in', () => {
  for (const [state, { options, act }] of Object.entries(states))
    it(state, async () => {
      const page = await open(options());
      await page.shown();
      await act?.(page);
      expect(await findings(page)).to.deep.equal([]);
    });
});

describe('axe itself', () => {
  it('looks into the shadow root', async () => {
    const page = await open({ body: withManifest(site) });
    await page.shown();
    page.element.shadowRoot!.querySelector('section')!.append(page.document.createElement('button'));
    expect((await findings(page)).join()).to.contain('button-name');
  });
});
