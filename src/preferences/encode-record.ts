import type { Preferences } from './record.js';

/** Encodes a record: `v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=2026-11-24`. */
export const encodeRecord = ({ status, revision, granted, denied, updatedAt }: Preferences): string =>
  `v=1&status=${status}&revision=${revision}&granted=${granted.join('.')}&denied=${denied.join('.')}&at=${updatedAt}`;
