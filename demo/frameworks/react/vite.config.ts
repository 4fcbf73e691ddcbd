import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  publicDir: '../shared/public',
  // Named, so that Vite prepares them before the first page asks, and does not load it anew when it meets them.
  optimizeDeps: {
    include: ['cookie-manifest', 'cookie-manifest/notice', 'cookie-manifest/policy', 'cookie-manifest/react'],
  },
});
