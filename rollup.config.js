import { readdirSync, readFileSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import literals from 'rollup-plugin-html-literals';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Lit names its Trusted Types policy after itself and throws where the page's own Lit was first; the built files have their own. */
const ownPolicy = {
  name: 'own-policy',
  transform: (code, id) =>
    id.includes('lit-html') && code.includes('createPolicy("lit-html"')
      ? code.replace('createPolicy("lit-html"', 'createPolicy("cookie-manifest"')
      : null,
};

/** The files of the script build: what is loaded together is one file, for few requests and one dictionary for the compressor. */
const files = {
  'cookie-manifest': [
    'entries/auto',
    'api/(core|shared|actions)',
    'preferences/(cookie-header|record|settings|store)',
    'manifest/(deep-freeze|warn)',
  ],
  page: [
    'api/page',
    'notice/(changes|create|define|element|focus|styles|text)',
    'preferences/cookie-jar',
    'manifest/(types|normalize|duration|fields|match-name|localize|validate|load)',
    'locales/(messages/en|direction|join-list|language|languages|load|regions)',
    'cookie-list/(list|reasons)',
  ],
  details: [
    'notice/details',
    'cookie-list/(category-texts|contact-lines|groups|notes|presence|lifetime-limits|observe)',
    'locales/(plural|messages/en-details)',
  ],
  audit: ['audit/.*'],
  policy: ['policy/[^/]*', 'locales/policy/en', 'locales/load-policy'],
};
const fileOf = (id) => {
  if (id.includes('js-cookie')) return 'page';
  if (/node_modules\/(@lit|lit)/.test(id)) return 'policy';
  return Object.keys(files).find((file) =>
    files[file].some((module) => new RegExp(`/dist/(${module})\\.js$`).test(id)),
  );
};

/** The parsers of the command line in one file, unminified, with their licences in it. */
const licences = {
  name: 'licences',
  renderChunk(code, { moduleIds }) {
    const folders = new Set(moduleIds.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []));
    const texts = [...folders].sort().map((folder) => {
      const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
      if (!file) this.error(`${folder} has no licence`);
      return `${folder.replace(/^.*node_modules\//, '')}\n\n${readFileSync(`${folder}/${file}`, 'utf8').replaceAll('*/', '* /').trim()}`;
    });
    return { code: `/*!\n${texts.join('\n\n---\n\n')}\n*/\n${code}`, map: null };
  },
};

/** The script build, made from the modules that tsc has written to dist/. */
export default [
  {
    input: { 'cookie-manifest': 'dist/entries/auto.js' },
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist',
      format: 'es',
      // A release's files name its version: no cache mixes two releases.
      chunkFileNames: ({ name, facadeModuleId }) =>
        `chunks/${facadeModuleId?.includes('/locales/policy/') ? 'policy-' : ''}${name}-${version}.js`,
      hoistTransitiveImports: false,
      freeze: false,
      manualChunks: fileOf,
      onlyExplicitManualChunks: true,
    },
    treeshake: { moduleSideEffects: (id) => /dist\/entries\/auto\.js$/.test(id) },
    plugins: [
      resolve({ exportConditions: ['browser', 'production'] }),
      ownPolicy,
      literals({ include: ['dist/**'] }),
      terser({
        ecma: 2022,
        module: true,
        compress: {
          passes: 4,
          unsafe: true,
          unsafe_arrows: true,
          unsafe_methods: true,
          pure_getters: true,
          keep_fargs: false,
          hoist_props: true,
          loops: false,
        },
        format: { comments: false },
      }),
    ],
  },
  {
    input: 'dist/entries/classic.js',
    output: { file: 'dist/cookie-manifest.classic.js', format: 'iife' },
    plugins: [terser({ ecma: 2022 })],
  },
  {
    input: 'dist/import/libraries.js',
    output: { file: 'dist/import/libraries.js', format: 'es' },
    plugins: [resolve({ exportConditions: ['node'] }), licences],
    onLog(level, log, handle) {
      if (log.code !== 'CIRCULAR_DEPENDENCY') handle(level, log); // inside csv-parse, and harmless there
    },
  },
];
