/** Every page but the start page, by the job that a reader has. */
export const sidebar = [
  {
    text: 'Start',
    items: [
      { text: 'Get started', link: '/guide/get-started' },
      { text: 'Your first manifest', link: '/guide/first-manifest' },
      { text: 'Playground', link: '/playground' },
      { text: 'Questions', link: '/guide/questions' },
    ],
  },
  {
    text: 'Recipes',
    items: [
      { text: 'Vite', link: '/recipes/vite' },
      { text: 'Next.js', link: '/recipes/nextjs' },
      { text: 'Nuxt', link: '/recipes/nuxt' },
      { text: 'SvelteKit', link: '/recipes/sveltekit' },
      { text: 'Astro', link: '/recipes/astro' },
      { text: 'Turbo', link: '/recipes/turbo' },
      { text: 'htmx', link: '/recipes/htmx' },
      { text: 'Static site generators', link: '/recipes/static-sites' },
      { text: 'WordPress', link: '/recipes/wordpress' },
      { text: 'Other applications, servers', link: '/guide/applications' },
    ],
  },
  {
    text: 'Guides',
    items: [
      { text: 'Where the tag goes', link: '/guide/where-the-tag-goes' },
      { text: 'The policy page', link: '/guide/policy-page' },
      { text: 'Styling', link: '/guide/styling' },
      { text: 'Languages', link: '/guide/languages' },
      { text: 'Audit', link: '/guide/audit' },
      { text: 'Devtools', link: '/guide/devtools' },
      { text: 'Optional categories', link: '/guide/optional-categories' },
      { text: 'Migrating', link: '/guide/migrating' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'Manifest', link: '/reference/manifest' },
      { text: 'Elements', link: '/reference/elements' },
      { text: 'JavaScript API', link: '/reference/javascript' },
      { text: 'Command line', link: '/reference/command-line' },
    ],
  },
  {
    text: 'About',
    items: [
      { text: 'Comparison', link: '/about/comparison' },
      { text: 'Cost', link: '/about/cost' },
      { text: 'Security', link: '/about/security' },
      { text: 'Limits', link: '/about/limits' },
      { text: 'What the law asks', link: '/about/law' },
      { text: 'Versions and upgrading', link: '/about/versions' },
      { text: 'How it is built', link: '/about/how-it-is-built' },
    ],
  },
];
