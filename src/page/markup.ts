import { hasForm, revisionForm } from '../preferences/settings.js';
import { getState, setState } from './state.js';
import type { NoticeElement } from './notice-element.js';

/** The notice's elements that are connected, in the order in which they came. */
export const notices = new Set<NoticeElement>();
/** The policy pages that are connected. */
export const policyPages = new Set<Element>();

const query = (name: string) => globalThis.document?.querySelector(name) ?? null;
const queryNotice = () => query('cookie-manifest') as NoticeElement | null;

/** Returns the page's element, defined or not: the one that owns the notice, else the first of the document. */
export const findNotice = (): NoticeElement | null => getState().owner ?? queryNotice();

/** Reads from the page's elements who owns the notice, and what decides whether it shows. */
export function readMarkup(): void {
  const [owner = null] = notices;
  const notice = owner ?? queryNotice();
  const revision = notice?.getAttribute('revision') ?? null;
  setState({
    owner,
    tagRevision: hasForm(revisionForm, revision) ? revision : null,
    isManual: notice?.getAttribute('notice') === 'manual',
    hasPolicyPage: policyPages.size > 0 || query('cookie-manifest-policy') !== null,
  });
}
