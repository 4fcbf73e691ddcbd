import { fetchManifest, findAddress } from '../manifest/source.js';
import { findNotice } from './markup.js';
import { getState } from './state.js';

/** A manifest that was asked for before the code that reads it has arrived. */
export interface EarlyRequest {
  readonly url: URL;
  readonly controller: AbortController;
  readonly response: Promise<Response>;
}

/** Undefined until the manifest was asked for: that is done early once, and null when the answer was given away. */
let pending: EarlyRequest | null | undefined;

/** Asks for the manifest that the page's element names by an address: the answer and the code to read it travel together. */
export function requestManifestEarly(): void {
  const notice = findNotice();
  if (!notice || pending !== undefined || getState().manifest) return;
  try {
    const url = findAddress(notice);
    if (!url) return;
    const controller = new AbortController();
    pending = { url, controller, response: fetchManifest(url, controller.signal) };
    pending.response.catch(() => {}); // whoever takes it hears of it
  } catch {
    // Whoever reads an address that is none tells.
  }
}

/** Gives the request for an address away; one for another address is ended. */
export function takeEarlyRequest(url: string | undefined): EarlyRequest | undefined {
  const taken = pending;
  pending = null;
  if (taken?.url.href === url) return taken ?? undefined;
  taken?.controller.abort();
  return undefined;
}
