import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  // The one setting that Vue needs: these tags are elements of the browser, not components.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('cookie-manifest') } } })],
  publicDir: '../shared/public',
  // Named, so that Vite prepares them before the first page asks, and does not load it anew when it meets them.
  optimizeDeps: {
    include: ['cookie-manifest', 'cookie-manifest/notice', 'cookie-manifest/policy', 'cookie-manifest/vue'],
  },
});
