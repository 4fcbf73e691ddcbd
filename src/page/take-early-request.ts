import { earlyRequest, type EarlyRequest } from './early-request.js';

let isTaken = false;

/** Gives the request for an address away, once; one for another address is ended. */
export function takeEarlyRequest(url: string | undefined): EarlyRequest | undefined {
  if (isTaken || !earlyRequest) return undefined;
  isTaken = true;
  if (earlyRequest.url.href === url) return earlyRequest;
  earlyRequest.controller.abort();
  return undefined;
}
