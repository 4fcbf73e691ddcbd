import type { Party, StorageKind } from '../manifest/fields.js';

/** Something that was seen on a device, or sent from it: all but its value. What an observer cannot know it leaves out. */
export interface Observed {
  /** Its name; of a beacon the address without scheme and query: `stats.example.com/collect`. */
  readonly name: string;
  readonly storage: StorageKind;
  /** The host it belongs to, `.example.com` where subdomains share it; of a storage its origin's, of a beacon the one it goes to. */
  readonly domain?: string;
  /** The path it belongs to. */
  readonly path?: string;
  /** Whether it belongs to the site that was visited, or to another. */
  readonly party?: Party;
  /** How long it lives from the moment it was seen, in seconds; `session` or `persistent` where it has no date. */
  readonly lifetime?: number | 'session' | 'persistent';
  /** How long whoever set it asked for, in seconds: browsers keep nothing longer than 400 days, and so hide the wish. */
  readonly asked?: number;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
  readonly sameSite?: 'strict' | 'lax' | 'none';
  /** The site under which it is partitioned (CHIPS): the same name under another site is another cookie. */
  readonly partition?: string;
  /** Whether the page, or the answer that set it, came over https. */
  readonly https?: boolean;
  /** The browser did not keep it. */
  readonly refused?: true;
  /** It is the record of the library itself. */
  readonly own?: true;
  /** The categories that were granted when it was first seen. Default: those of the audit. */
  readonly granted?: readonly string[];
  /** Who set it: the address of an answer, or address and line of a script. */
  readonly by?: string;
  /** The page on which it was first seen. */
  readonly page?: string;
}
