import { readFileSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import literals from 'rollup-plugin-html-literals';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Lit names its Trusted Types policy after itself and throws where the page's own Lit was first; the built files have their own. */
const ownPolicy = {
  name: 'own-policy',
  transform: (code, id) =>
    id.includes('lit-html') && code.includes('createPolicy("lit-html"') ? code.replace('createPolicy("lit-html"', 'createPolicy("cookie-manifest"') : null,
};

/** The script build, made from the modules that tsc has written to dist/. */
export default [
  {
    input: { 'cookie-manifest': 'dist/auto.js' },
    output: {
      dir: 'dist',
      format: 'es',
      // A release's files name its version: no cache mixes two releases.
      chunkFileNames: `chunks/[name]-${version}.js`,
      hoistTransitiveImports: false,
    },
    treeshake: { moduleSideEffects: (id) => /dist\/auto\.js$/.test(id) },
    plugins: [
      resolve({ exportConditions: ['browser', 'production'] }),
      ownPolicy,
      literals({ include: ['dist/**'] }),
      terser({ ecma: 2022, module: true, compress: { passes: 3, unsafe_arrows: true, pure_getters: true }, format: { comments: false } }),
    ],
  },
  {
    input: 'dist/classic.js',
    output: { file: 'dist/cookie-manifest.classic.js', format: 'iife' },
    plugins: [terser({ ecma: 2022 })],
  },
];
