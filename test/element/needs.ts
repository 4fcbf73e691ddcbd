import { executeServerCommand } from '@web/test-runner-commands';

/** What a test needs, and some browser, or what drives it, lacks. */
export type Feature = 'held keys';

/** Ends a test that cannot be run here; `it` of `page.ts` counts it as skipped, with the feature in its title. */
export class Lacking extends Error {
  constructor(readonly feature: Feature) {
    super(`There is no ${feature} here.`);
  }
}

/** Skips the test where a feature is missing. */
export async function needs(feature: Feature): Promise<void> {
  if (!(await executeServerCommand<boolean, Feature>('supports', feature))) throw new Lacking(feature);
}
