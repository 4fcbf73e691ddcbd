/** What both floors show: the text, the cookies and the styles of the peers' pages, in as few words as possible. */
export const categories = [
  {
    id: 'necessary',
    name: 'Necessary',
    cookies: [
      ['session_id', 'Session'],
      ['csrf', '1 day'],
    ],
  },
  {
    id: 'analytics',
    name: 'Analytics',
    cookies: [
      ['_ga', '2 years'],
      ['_gid', '1 day'],
    ],
  },
  {
    id: 'marketing',
    name: 'Marketing',
    cookies: [
      ['_fbp', '3 months'],
      ['_gcl_au', '3 months'],
    ],
  },
];

export const text = 'We use cookies to run this site and, if you agree, to measure and advertise.';

export const rules = `
  .bar { position: fixed; inset: auto 0 0 0; z-index: 99; background: #fff; color: #111; border-top: 1px solid #666; padding: 1rem; font: 16px/1.5 sans-serif }
  button { font: inherit; padding: .5rem 1rem; border: 1px solid #003e9c; background: #003e9c; color: #fff }
  .panel { max-height: 50vh; overflow: auto }
  p, ul { margin: .5rem 0 }
`;
