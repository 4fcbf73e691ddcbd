import type { Findings } from '../audit/page.js';
import type { InspectionRow } from '../devtools/inspect.js';
import { queries } from './cookie-queries.js';
import { isDue } from './due.js';
import { loadPageManifest } from './load-manifest.js';
import { listObstacles } from './obstacles.js';
import { getState } from './state.js';

/** Compares the page's manifest with what its scripts see on this device. */
export async function auditPage(): Promise<Findings> {
  const { audit } = await import('../audit/page.js');
  return audit({
    preferences: getState().preferences,
    load: loadPageManifest,
    cookies: () => queries.listCookies(),
  });
}

/** Prints what the page knows, and gives its cookies as rows. */
export async function inspectPage(): Promise<InspectionRow[]> {
  const { inspect } = await import('../devtools/inspect.js');
  const state = getState();
  const { manifest, preferences, tagRevision, settings } = state;
  const expected = tagRevision ?? settings.revision ?? manifest?.revision ?? null;
  return inspect(
    {
      manifest,
      preferences,
      due: isDue(state),
      obstacles: listObstacles(state),
      cookies: () => queries.listCookies(),
      audit: auditPage,
    },
    expected,
  );
}
