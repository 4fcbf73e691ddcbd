import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  // The one setting that Vue needs: these tags are elements of the browser, not components.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('cookie-manifest') } } })],
  publicDir: '../shared/public',
});
