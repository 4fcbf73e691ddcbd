import { isVisibleToScripts } from '../cookie-list/presence.js';
import { deepFreeze } from '../manifest/deep-freeze.js';
import type { Manifest } from '../manifest/types.js';
import type { Preferences } from '../preferences/record.js';
import { compare } from './compare.js';
import type { Finding } from './finding.js';
import { observePage } from './observe.js';

/** The findings of an audit in the page, and what could not be looked at. Frozen. */
export type Findings = readonly Finding[] & {
  /** The things that this browser does not let a page see, in English. An audit on the command line sees them. */
  readonly unseen: readonly string[];
};

/** The page, as far as the audit needs to know it. */
export interface State {
  readonly preferences: Preferences;
  load(): Promise<Manifest>;
  /** The declared cookies, and the library's own. */
  cookies(): readonly { readonly name: string; readonly own: boolean }[];
}

/**
 * Audits the page in which it runs: what its scripts can see on this device, against its manifest.
 * @throws {ManifestError} where there is no manifest
 */
export async function audit(state: State): Promise<Findings> {
  const [manifest, { seen, storages, unseen }] = await Promise.all([state.load(), observePage()]);
  const ownCookie = state.cookies().find(({ own }) => own);
  const findings = compare(manifest, seen, {
    ...(ownCookie && { cookie: ownCookie.name }),
    granted: state.preferences.granted,
    sees: (cookie) => isVisibleToScripts(cookie, storages),
  });
  return deepFreeze(Object.assign([...findings], { unseen }));
}
