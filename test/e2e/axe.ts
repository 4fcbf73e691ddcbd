import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { painted } from './support.js';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule that axe has, experimental ones aside: WCAG 2.0 to 2.2, A to AAA but for its contrast, and best practice. */
export async function findings(page: Page): Promise<string[]> {
  await painted(page);
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations, passes } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
    });
    const inside = passes.some(({ nodes }) =>
      nodes.some(({ target }) => Array.isArray(target[0]) && target[0][0]?.startsWith('cookie-manifest')),
    );
    if (!inside) throw new Error('axe did not look inside an element of the library');
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
    );
  });
}
