import { deepFreeze } from '../manifest/deep-freeze.js';
import { unset, type Preferences } from './record.js';

/** Returns the answer to an essential-only notice, given today. */
export const acknowledged = (revision: string): Preferences =>
  deepFreeze({ ...unset, status: 'acknowledged', revision, updatedAt: new Date().toISOString().slice(0, 10) });
