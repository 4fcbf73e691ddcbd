import type { ListedCookie } from './list.js';
import { fillIn } from '../locales/load.js';
import type { Messages } from '../locales/types.js';
import { exemptions } from '../manifest/fields.js';

/** Translates a value of the table of fields; a value that it does not know stays as it was written. */
export function translateValue(value: string, messages: Messages): string {
  const message = Object.hasOwn(messages, value) && messages[value as keyof Messages];
  return typeof message === 'string' ? message : value;
}

/** Lists what distinguishes a cookie: where it is kept, by whom, for which host, and why it needs no consent. */
export function listNotes({ storage, party, domain, exemption, own }: ListedCookie, messages: Messages): string[] {
  const notes: string[] = [];
  if (storage !== 'cookie') notes.push(translateValue(storage, messages));
  if (party !== 'first') notes.push(translateValue(party, messages));
  if (domain) notes.push(domain);
  if (exemption && !own) {
    const reason = exemptions.includes(exemption) ? messages[exemption] : exemption;
    notes.push(fillIn(messages.neededFor, { reason }));
  }
  return notes.filter(Boolean);
}
