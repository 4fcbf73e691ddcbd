/** Every page but the start page, by the job that a reader has. */
export const sidebar = [
  {
    text: 'Start',
    items: [
      { text: 'Get started', link: '/guide/get-started' },
      { text: 'Your first manifest', link: '/guide/first-manifest' },
      { text: 'Playground', link: '/playground' },
      { text: 'Where the tag goes', link: '/guide/where-the-tag-goes' },
      { text: 'Applications and servers', link: '/guide/applications' },
    ],
  },
  {
    text: 'Guides',
    items: [
      { text: 'The policy page', link: '/guide/policy-page' },
      { text: 'Styling', link: '/guide/styling' },
      { text: 'Languages', link: '/guide/languages' },
      { text: 'Audit', link: '/guide/audit' },
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
      { text: 'Cost', link: '/about/cost' },
      { text: 'Security', link: '/about/security' },
      { text: 'Limits', link: '/about/limits' },
      { text: 'What the law asks', link: '/about/law' },
    ],
  },
];
