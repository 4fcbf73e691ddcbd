/** English sentences of the policy page, built in with it. `{…}` is filled in. */
const en = {
  intro: 'This page says which cookies {site} keeps on your device, why, and for how long.',
  whatTitle: 'What cookies are',
  what: 'Cookies are small texts that a website asks your browser to keep and to send back later.',
  similar:
    'Websites can also keep data in your browser’s local storage, session storage, databases and caches, or be told of a visit by a beacon. On this page, “cookies” means all of these.',
  lifeTitle: 'Session and persistent cookies',
  life: 'Session cookies end when you close your browser. Persistent cookies stay on your device after that, until their time is over or you delete them.',
  counted: 'On this site: {counts}.',
  partyTitle: 'First-party and third-party cookies',
  party:
    'First-party cookies are stored by the website that you visit. Third-party cookies are stored or read by other companies.',
  firstOnly: 'This site uses first-party cookies only.',
  thirds: 'This site also uses third-party cookies, of these providers: {providers}.',
  whyTitle: 'Why this site uses cookies',
  optional:
    '{site} uses essential cookies, for {reasons}. Cookies of these categories stay off until you choose them: {categories}.',
  cookiesOnly: 'It uses cookies alone, and none of the similar technologies.',
  storages: 'Besides cookies in the narrow sense, it uses: {storages}.',
  listTitle: 'The cookies in detail',
  longer: 'Browsers keep a cookie for {limit} at most. These end sooner than stated: {names}.',
  script: 'Safari keeps cookies that a script writes for {limit} at most.',
  manageTitle: 'How to manage cookies',
  manage: 'You can see, block and delete cookies in the settings of your browser. Its help says how:',
  blocked: 'If you block essential cookies, parts of this site will not work as they should.',
  write: 'For questions about cookies on this site, write to:',
  personal: 'Where cookies hold personal data, the privacy policy applies. It also explains your rights.',
  dated: 'This list of cookies is of {date}.',
};
export default en;

/** Every sentence of the policy page in a language. */
export type PolicyMessages = typeof en;
