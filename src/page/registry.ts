import type { NamingElement } from '../manifest/source.js';
import { findNotice, notices, policyPages, readMarkup } from './markup.js';
import type { NoticeElement } from './notice-element.js';

/** Returns the elements that may name a manifest: the page's notice, then its policy pages. */
export const listNamingElements = (): readonly NamingElement[] => [findNotice() ?? [], ...policyPages].flat();

/** Takes a connected element into account until the returned function is called. */
function register<T extends Element>(elements: Set<T>, element: T): () => void {
  elements.add(element);
  readMarkup();
  return () => {
    elements.delete(element);
    readMarkup();
  };
}

/**
 * Takes a connected element for the page's notice into account: the first owns it.
 * @returns what ends that
 */
export const registerNotice = (notice: NoticeElement): (() => void) => register(notices, notice);

/**
 * Takes a connected policy page into account, which may name the manifest and keeps the notice away.
 * @returns what ends that
 */
export const registerPolicyPage = (policyPage: Element): (() => void) => register(policyPages, policyPage);
