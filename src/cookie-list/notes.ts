import type { ListedCookie } from './list.js';
import { fillIn } from '../locales/load.js';
import type { Messages } from '../locales/types.js';
import { exemptions } from '../manifest/fields.js';

/** The word for a value of the table of fields; a value that it does not know stays as it was written. */
export const translateValue = (value: string, messages: Messages): string =>
  Object.hasOwn(messages, value) ? messages[value as 'beacon'] : value;

/** What distinguishes a cookie: where it is kept, by whom, for which host, why it needs no consent. */
export const listNotes = ({ storage, party, domain, exemption, own }: ListedCookie, messages: Messages): string[] =>
  [
    storage === 'cookie' ? '' : translateValue(storage, messages),
    party === 'first' ? '' : translateValue(party, messages),
    domain ?? '',
    own || !exemption
      ? ''
      : fillIn(messages.neededFor, { reason: exemptions.includes(exemption) ? messages[exemption] : exemption }),
  ].filter(Boolean);
