import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { copyPackageFiles, readIntegrity } from './package-files.js';
import { fillPlaceholders } from './placeholders.js';
import { sidebar } from './sidebar.js';
import { linkSources } from './source-links.js';

interface Package {
  readonly version: string;
  readonly description: string;
  readonly homepage: string;
  readonly repository: { readonly url: string };
}

const { version, description, homepage, repository } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as Package;

/** The repository's address, as a browser opens it. */
const repositoryUrl = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

copyPackageFiles();

export default defineConfig({
  title: 'cookie-manifest',
  description,
  lang: 'en',
  base: new URL(homepage).pathname, // `--base /` builds it for another place
  cleanUrls: false, // so that any static server finds the pages
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  themeConfig: {
    nav: [
      { text: 'Get started', link: '/guide/get-started' },
      { text: 'Playground', link: '/playground' },
      { text: `v${version}`, link: `${repositoryUrl}/blob/main/CHANGELOG.md` },
    ],
    sidebar,
    search: { provider: 'local' },
    outline: [2, 3],
    editLink: { pattern: `${repositoryUrl}/edit/main/docs/:path`, text: 'Edit this page' },
    socialLinks: [{ icon: 'github', link: repositoryUrl }],
  },
  markdown: {
    image: { lazyLoading: true },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (markdown) => linkSources(markdown, repositoryUrl),
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => /^(?:cookie-manifest|playground-)/.test(tag) } } },
  vite: {
    plugins: [fillPlaceholders({ VERSION: version, INTEGRITY: readIntegrity() })],
    resolve: {
      // The import runs in a worker, which has neither Node's Buffer nor the document that these packages look for.
      alias: {
        'csv-parse/sync': 'csv-parse/browser/esm/sync',
        'decode-named-character-reference': fileURLToPath(import.meta.resolve('decode-named-character-reference')),
      },
    },
    build: { target: 'es2022' }, // the importer loads its words while its module is
    worker: { format: 'es' },
    server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
  },
});
