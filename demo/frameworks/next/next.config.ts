import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

export default {
  // What examples share is above their folders.
  turbopack: { root: fileURLToPath(new URL('../../..', import.meta.url)) },
} satisfies NextConfig;
