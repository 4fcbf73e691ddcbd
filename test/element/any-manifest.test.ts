import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { dialogOf, rowsOf } from '../harness.js';
import { anyManifest } from '../manifests/generator.js';
import { it, open } from './page.js';

const numRuns = 60;

/** Waits until the page has rendered what it was given. */
const rendered = async (elements: readonly HTMLElement[]) => {
  for (const element of elements) await (element as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
};

describe('whatever JSON is given to the elements', () => {
  it('shows notice, details and policy page, and throws nothing', async () => {
    const page = await open({ entry: 'notice', body: '<cookie-manifest notice="manual"></cookie-manifest>' });
    const { api, element } = page;
    const policyPage = page.document.createElement('cookie-manifest-policy');
    await element.show();
    await api.showDetails();
    page.document.body.append(policyPage);
    await page.window.customElements.whenDefined('cookie-manifest-policy');
    const seed = Date.now() % 1_000_000_000;
    await fc.assert(
      fc.asyncProperty(anyManifest, async (input) => {
        const manifest = await api.load(Object(input) === input ? (input as object) : [input]).catch(() => null);
        await rendered([element, policyPage]);
        const shown = api.cookies().length;
        expect(shown).to.be.at.least(manifest?.cookies.length ?? 0);
        expect(dialogOf(element)!.open, `seed ${seed}`).to.equal(true);
        expect(rowsOf(element), `seed ${seed}`).to.have.length(shown);
      }),
      { numRuns, seed },
    );
  });
});
