import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** What no file needs, typed or not. */
const everywhere = {
  'no-constant-condition': 'error',
  'no-debugger': 'error',
  'no-dupe-keys': 'error',
  'no-duplicate-case': 'error',
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-self-assign': 'error',
  'no-sparse-arrays': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-unused-vars': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  eqeqeq: 'error',
  // What a reader must not have to untangle.
  'no-nested-ternary': 'error',
  complexity: ['error', 20],
  'max-lines-per-function': ['error', 80],
};

/** The rooms that do not keep a rule yet, until they are rebuilt. These lists only ever get shorter. */
const notYet = {
  'no-nested-ternary': ['src/cli', 'src/import', 'test/e2e', 'test/package'],
  complexity: ['src/cli', 'src/import'],
  'max-lines-per-function': ['src/cli', 'src/import', 'test'],
  '@typescript-eslint/no-shadow': ['src/cli', 'src/import', 'scripts', 'test'],
};

export default defineConfig(
  {
    ignores: [
      'dist',
      'coverage',
      'node_modules',
      'docs/.vitepress/cache',
      'docs/.vitepress/dist',
      'docs/public/cookie-manifest',
      'test/package/consumer',
      'test/frameworks/starters',
      'demo/frameworks/*/src',
      '**/vite.config.ts',
      '**/next.config.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.js', '**/*.mjs'], rules: everywhere },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...everywhere,
      'no-unused-vars': 'off', // its typed twin knows more
      // A name that a browser or Node gives a meaning keeps that meaning.
      '@typescript-eslint/no-shadow': ['error', { builtinGlobals: true }],
      // Taste: an expression whose value nobody asks for is the short way here, and numbers in texts read well.
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // With `noUncheckedIndexedAccess`, what is known to be there has to be said.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { disallowTypeAnnotations: false, fixStyle: 'inline-type-imports' },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'docs/playground/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      // The DOM's types promise more than every browser and server has.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowEmpty: true }],
      // The API's methods need no `this`, and what is asynchronous by contract need not wait for anything.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      // Tests hand promises to the runner, and look at what is given in any form.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['test', 'describe', 'it'], package: 'node:test' }] },
      ],
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/no-unused-expressions': 'off', // chai's assertions read so
    },
  },
  {
    // A plugin of chai declares every `equal` a promise, which it is only for snapshots.
    files: ['test/unit/**/*.ts', 'test/element/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    // What every page runs is read the most.
    files: ['src/page/**/*.ts', 'src/elements/**/*.ts'],
    rules: { 'max-lines': ['error', 200], 'max-lines-per-function': ['error', 60] },
  },
  ...Object.entries(notYet).map(([rule, rooms]) => ({
    files: rooms.map((room) => `${room}/**/*.ts`),
    rules: { [rule]: 'off' },
  })),
);
