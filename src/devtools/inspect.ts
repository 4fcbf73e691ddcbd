import type { Findings } from '../audit/page.js';
import { detectPresence } from '../cookie-list/presence.js';
import { observeStorage } from '../cookie-list/observe.js';
import type { ListedCookie } from '../cookie-list/list.js';
import type { StorageKind } from '../manifest/fields.js';
import type { Manifest } from '../manifest/types.js';
import type { Preferences } from '../preferences/record.js';

/** A declared cookie, as `inspect()` gives it. */
export interface InspectionRow {
  readonly name: string;
  readonly category: string;
  readonly storage: StorageKind;
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
export async function inspect(state: State, wanted: string | null): Promise<InspectionRow[]> {
  const { manifest, preferences, due, obstacles } = state;
  const cookies = state.cookies();
  const rows = makeRows(cookies, detectPresence(cookies, await observeStorage()), manifest);
  const findings = manifest && (await state.audit());

  console.group(`cookie-manifest: ${cookies.length} cookies, revision ${manifest?.revision ?? 'unknown'}`);
  console.info(explainDue(preferences, due, wanted));
  for (const obstacle of obstacles) console.info(obstacle);
  console.info(describePreferences(preferences));
  if (manifest) printRows(rows);
  else console.info('No manifest is loaded: await cookieManifest.load()');
  if (manifest?.problems.length) printLines('Problems of the manifest', manifest.problems.map(describeProblem));
  if (findings) printFindings(findings);
  console.groupEnd();
  return rows;
}

/** Makes a row for each cookie; those of the manifest come first, in its order. */
function makeRows(
  cookies: readonly ListedCookie[],
  presence: ReadonlyMap<ListedCookie, boolean | null>,
  manifest: Manifest | null,
): InspectionRow[] {
  return cookies.map((cookie, index) => {
    const problem = manifest?.problems
      .filter(({ path }) => path.startsWith(`cookies[${index}]`))
      .map(({ path, message }) => `${path.replace(/^cookies\[\d+\]\.?/, '')}: ${message}`)
      .join(' ');
    return {
      name: cookie.name,
      category: cookie.category,
      storage: cookie.storage,
      duration: cookie.durationText,
      here: presence.get(cookie) ?? null,
      ...(problem && { problem }),
    };
  });
}

/** Prints the rows as a table for each category. Problems are told below, where the console cuts no text. */
function printRows(rows: readonly InspectionRow[]): void {
  console.info(
    'Where "here" is null, a script cannot tell: the cookie is not declared with "httpOnly": false, it is another site\'s, or this browser hides its storage.',
  );
  for (const category of new Set(rows.map((row) => row.category))) {
    console.group(category);
    console.table(
      rows
        .filter((row) => row.category === category)
        .map(({ name, storage, duration, here }) => ({ name, storage, duration, here })),
    );
    console.groupEnd();
  }
}

function printFindings(findings: Findings): void {
  const title = `Audit: ${findings.length ? `${findings.length} findings` : 'no finding'}`;
  const lines = findings.map(
    ({ severity, rule, name, storage, expected, observed, help, waived }) =>
      `${waived === undefined ? severity : 'waived'}, ${rule}: ${name} (${storage}): expected ${expected}; ${observed}. ${waived ?? help}`,
  );
  printLines(title, [...lines, `Not seen from here: ${findings.unseen.join('; ')}`]);
}

/** Prints lines below a heading: each as text, as consoles cut the cells of tables and fold objects. */
function printLines(title: string, lines: readonly string[]): void {
  console.group(title);
  for (const line of lines) console.info(line);
  console.groupEnd();
}

const describeProblem = ({ path, message, value }: Manifest['problems'][number]): string =>
  `${path}: ${message} Found: ${JSON.stringify(value)}`;

const describePreferences = ({ status, granted, denied }: Preferences): string =>
  `Preferences: ${status}; granted: ${granted.join(', ')}; denied: ${denied.join(', ') || 'nothing'}.`;

/** Explains why the notice is due or not, as far as what is stored tells. */
function explainDue({ status, revision, updatedAt }: Preferences, due: boolean, wanted: string | null): string {
  if (status === 'unset') return 'The notice is due: nothing is stored that can be read.';
  if (due) return `The notice is due: revision ${revision} was answered on ${updatedAt}, and ${wanted} is another.`;
  return `The notice is not due: revision ${revision} was answered on ${updatedAt}${wanted ? '' : ', and no other is known'}.`;
}
