import { readdirSync, readFileSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import literals from 'rollup-plugin-html-literals';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * Lit makes a Trusted Types policy of its own name while it is evaluated, and throws where the page's own Lit was first. In the built
 * files the policy has the library's name. Where the page refuses that too, Lit is evaluated all the same, so that what lies in the
 * same file can be used; `defineNotice` then finds that it cannot render.
 */
const ownPolicy = {
  name: 'own-policy',
  transform(code, id) {
    if (!/lit-html\/lit-html\.js$/.test(id)) return null;
    const creation = /(\w+)\.createPolicy\("lit-html",(\{[^}]*\})\)/;
    if (!creation.test(code)) this.error('Lit no longer creates its policy as expected');
    return code.replace(creation, '(() => { try { return $1.createPolicy("cookie-manifest",$2) } catch {} })()');
  },
};

/** The files of the script build: what is loaded together is one file, for few requests and one dictionary for the compressor. */
const files = {
  // The returning visit: the stored answer, whether the notice is due, and the way to the rest.
  'cookie-manifest': [
    'entries/auto',
    'page/(click-actions|create-api|dispatch|due|early-request|import-notice|markup|preferences|shared|start|state|when)',
    'preferences/(cookie-header|record|settings)',
    'manifest/(deep-freeze|source|warn)',
  ],
  // The manifest, and answers about its cookies.
  page: [
    'page/(around|begin-visit|cookie-queries|define-elements|displayed|load-manifest|registry|report-faults|settings|should-show|take-early-request|texts)',
    'manifest/(types|normalize|duration|fields|find-source|match-name|optional-categories|plain-english|localize|validate|load)',
    'locales/(messages/en|language|languages|load|regions)',
    'cookie-list/list',
    'preferences/resolve-settings',
  ],
  // The notice, with Lit.
  notice: [
    'elements/(attribute-element|define-element|foreign-children|notice-text)',
    'elements/controllers/(auto-show|language|page-state|presence|restored-state|top-layer)-controller',
    'elements/cookie-manifest/(cookie-manifest.*|define|interaction-loader|join-page|notice.template)',
    'locales/(direction|join-list)',
    'cookie-list/reasons',
  ],
  // What the visitor may do once the notice is painted: answer it, and go through the page beside it.
  answer: [
    'page/(actions|remember-preferences)',
    'elements/focus',
    'elements/controllers/(focus-return|inert|keep-clear|own-events)-controller',
    'elements/cookie-manifest/(follow-policy|notice-interaction)',
    'preferences/(acknowledged|cookie-jar|encode-record)',
    'elements/controllers/keep-clear',
  ],
  // What a notice waits for, where a modal dialog may be open.
  covers: ['page/covers'],
  // What the API does when it is called.
  acts: ['page/(acts|show-notice)'],
  details: [
    'elements/modal-dialog',
    'elements/cookie-manifest/(category.styles|category.template|details-controller|details.styles|details.template|link.template|take-rows)',
    'cookie-list/(category-texts|contact-lines|groups|notes|presence|lifetime-limits|observe)',
    'locales/(plural|messages/en-details)',
  ],
  audit: ['audit/.*'],
  policy: ['policy/[^/]*', 'elements/cookie-manifest-policy/.*', 'locales/policy/en', 'locales/load-policy'],
  plain: ['elements/stand-in/.*'],
};
const fileOf = (id) => {
  if (/node_modules\/(@lit|lit)/.test(id)) return 'notice';
  if (/node_modules\/js-cookie/.test(id)) return 'answer';
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
