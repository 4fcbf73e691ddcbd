import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  publicDir: '../shared/public',
  // Named, so that Vite prepares them before the first page asks, and does not load it anew when it meets them.
  optimizeDeps: {
    include: ['cookie-manifest', 'cookie-manifest/notice', 'cookie-manifest/policy', 'cookie-manifest/svelte'],
  },
});
