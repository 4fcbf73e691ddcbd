/** The audit in other people's tests and crawlers, by a Playwright page that they have. */
import type { Page } from 'playwright-core';
import { compare, counts, distinct } from '../audit/compare.js';
import type { Finding, Severity } from '../audit/finding.js';
import { parseManifest } from '../manifest/parse.js';
import { defaultCookieName } from '../preferences/settings.js';
import { collector, watch } from './visit/collector.js';

export type { Finding, Severity } from '../audit/finding.js';

/** What an audit of a page may be told. */
export interface PageAuditOptions {
  /** The name of the library's own cookie. Default: `cookie_preferences`. */
  readonly cookie?: string;
}

/**
 * Watches the page's browser context from now on, so that audits know beacons, and who set what. Call it before pages load; without it
 * an audit sees what is kept, and no more.
 */
export async function watchCookies(page: Page): Promise<void> {
  await watch(page.context());
}

/**
 * Compares what is on the device of a Playwright page now with the manifest: all cookies of its browser context, HttpOnly, third-party
 * and partitioned ones too, and the storages of all its frames.
 * @param manifest - the manifest, parsed or as written
 * @returns the findings, frozen, the most severe first
 * @throws {ManifestError} where the manifest is none
 */
export async function auditPage(
  page: Page,
  manifest: object,
  options: PageAuditOptions = {},
): Promise<readonly Finding[]> {
  const seen = await collector(page.context()).look(page);
  return compare(parseManifest(manifest), distinct(seen), { cookie: defaultCookieName, ...options });
}

/**
 * Fails a test where the page keeps what the manifest does not declare, or otherwise than it declares.
 * @param manifest - the manifest, parsed or as written
 * @param options - `failOn`: the severity from which findings count; default: `error`
 * @throws {Error} that lists the findings; ManifestError where the manifest is none
 */
export async function expectOnlyDeclaredCookies(
  page: Page,
  manifest: object,
  options: PageAuditOptions & { readonly failOn?: Severity } = {},
): Promise<void> {
  const { failOn = 'error', ...rest } = options;
  const findings = (await auditPage(page, manifest, rest)).filter((finding) => counts(finding, failOn));
  if (!findings.length) return;
  const lines = findings.map(
    ({ rule, name, storage, expected, observed, by, help }) =>
      `  ${rule}: ${name} (${storage}): expected ${expected}; observed ${observed}${by ? `; set by ${by}` : ''}. ${help}`,
  );
  throw new Error(
    `${findings.length} finding${findings.length === 1 ? '' : 's'} on ${page.url()}:\n${lines.join('\n')}`,
  );
}
