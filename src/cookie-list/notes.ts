import type { ListedCookie } from './list.js';
import { fill } from '../locales/load.js';
import type { Messages } from '../locales/types.js';
import { exemptions } from '../manifest/fields.js';

/** The word for a value of the table of fields; a value that it does not know stays as it was written. */
export const wordFor = (value: string, words: Messages): string =>
  Object.hasOwn(words, value) ? words[value as 'beacon'] : value;

/** What distinguishes a cookie: where it is kept, by whom, for which host, why it needs no consent. */
export const notes = ({ storage, party, domain, exemption, own }: ListedCookie, words: Messages): string[] =>
  [
    storage === 'cookie' ? '' : wordFor(storage, words),
    party === 'first' ? '' : wordFor(party, words),
    domain ?? '',
    own || !exemption
      ? ''
      : fill(words.neededFor, { reason: exemptions.includes(exemption) ? words[exemption] : exemption }),
  ].filter(Boolean);
