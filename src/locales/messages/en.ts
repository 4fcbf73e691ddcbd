import type { ListPatterns } from '../join-list.js';

/** English texts of the notice, built in. `{…}` is filled in. */
const en = {
  title: 'Cookies on {site}',
  essential: '{site} only uses essential cookies, for {reasons}.',
  mixed: '{site} uses cookies. Those that are not essential stay off.',
  unlisted: '{site} uses cookies. The list of them could not be loaded.',
  ok: 'OK',
  details: 'Cookie details',
  policy: 'Cookie policy',
  close: 'Close',
  'user-input': 'what you enter',
  authentication: 'sign-in',
  security: 'security',
  'media-player': 'playing media',
  'load-balancing': 'a steady service',
  preference: 'your settings',
  basics: 'basic functions',
  list: { pair: ' and ', end: ', and ' } as ListPatterns,
  session: 'Session',
  persistent: 'No end date',
  ownPurpose: 'Remembers that you have seen this notice.',
};
export default en;
