import { fetchManifest, findAddress } from '../manifest/source.js';
import { findNotice } from './markup.js';
import { getState } from './state.js';

/** A manifest that was asked for before the code that reads it has arrived. */
export interface EarlyRequest {
  readonly url: URL;
  readonly controller: AbortController;
  readonly response: Promise<Response>;
}

/** The request, once the manifest was asked for: that is done early once. */
export let earlyRequest: EarlyRequest | undefined;

/** Asks for the manifest that the page's element names by an address: the answer and the code to read it travel together. */
export function requestManifestEarly(): void {
  const notice = findNotice();
  if (!notice || earlyRequest || getState().manifest) return;
  try {
    const url = findAddress(notice);
    if (!url) return;
    const controller = new AbortController();
    const response = fetchManifest(url, controller.signal);
    response.catch(() => {}); // whoever takes it hears of it
    earlyRequest = { url, controller, response };
  } catch {
    // Whoever reads an address that is none tells.
  }
}
