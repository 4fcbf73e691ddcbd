import type { Findings } from '../audit/page.js';
import { detectPresence } from '../cookie-list/presence.js';
import { observeStorage } from '../cookie-list/observe.js';
import type { ListedCookie } from '../cookie-list/list.js';
import type { Manifest } from '../manifest/types.js';
import type { Preferences } from '../preferences/record.js';

/** A declared cookie, as `inspect()` gives it. */
export interface InspectionRow {
  readonly name: string;
  readonly category: string;
  /** In the language in use. */
  readonly duration: string;
  /** Whether it is on this device; null where a script cannot tell. */
  readonly here: boolean | null;
  /** What is wrong with its entry. */
  readonly problem?: string;
}

/** What the page knows. */
export interface State {
  readonly manifest: Manifest | null;
  readonly preferences: Preferences;
  readonly due: boolean;
  /** What keeps the notice from showing, or its answer from being kept, in English. */
  readonly obstacles: readonly string[];
  cookies(): readonly ListedCookie[];
  audit(): Promise<Findings>;
}

/**
 * Prints the state of the page to the console: the declared cookies by category, the preferences, the manifest's problems, and why
 * the notice is due or not, and what the audit finds. Values of cookies are neither read nor printed.
 * @param wanted - the revision that must have been answered; null where none is known
 * @returns the declared cookies and the library's own, as rows
 */
export async function inspect(
  { manifest, preferences, due, obstacles, cookies, audit }: State,
  wanted: string | null,
): Promise<InspectionRow[]> {
  const listed = cookies();
  const here = detectPresence(listed, await observeStorage());
  const rows = listed.map((cookie, index): InspectionRow => {
    const problem = manifest?.problems
      .filter(({ path }) => path.startsWith(`cookies[${index}]`))
      .map(({ path, message }) => `${path.replace(/^cookies\[\d+\]\.?/, '')}: ${message}`)
      .join(' ');
    return {
      name: cookie.name,
      category: cookie.category,
      duration: cookie.durationText,
      here: here.get(cookie) ?? null,
      ...(problem && { problem }),
    };
  });

  const findings = manifest && (await audit());

  console.group(`cookie-manifest: ${listed.length} cookies, revision ${manifest?.revision ?? 'unknown'}`);
  console.info(reason(preferences, due, wanted));
  for (const obstacle of obstacles) console.info(obstacle);
  console.info('Preferences', preferences);
  if (rows.length) console.info('Where "here" is null a script cannot tell, as of an HttpOnly cookie.');
  for (const category of new Set(rows.map((row) => row.category))) {
    console.group(category);
    console.table(rows.filter((row) => row.category === category).map(({ category: _, ...row }) => row));
    console.groupEnd();
  }
  if (!manifest) console.info('No manifest is loaded: await cookieManifest.load()');
  if (manifest?.problems.length) {
    console.group('Problems of the manifest');
    console.table(
      manifest.problems.map(({ path, message, value }) => ({
        path,
        message,
        value: JSON.stringify(value)?.slice(0, 80),
      })),
    );
    console.groupEnd();
  }
  if (findings) {
    console.group(`Audit: ${findings.length ? `${findings.length} findings` : 'no finding'}`);
    if (findings.length)
      console.table(
        findings.map(({ severity, rule, name, storage, expected, observed, waived }) => ({
          severity,
          rule,
          name,
          storage,
          expected,
          observed,
          ...(waived && { waived }),
        })),
      );
    console.info('Not seen from here:', findings.unseen);
    console.groupEnd();
  }
  console.groupEnd();
  return rows;
}

function reason({ status, revision, updatedAt }: Preferences, due: boolean, wanted: string | null): string {
  if (status === 'unset') return 'The notice is due: nothing is stored that can be read.';
  if (due) return `The notice is due: revision ${revision} was answered on ${updatedAt}, and ${wanted} is another.`;
  return `The notice is not due: revision ${revision} was answered on ${updatedAt}${wanted ? '' : ', and no other is known'}.`;
}
