/** What is measured: the library, two floors that nothing can be much below, and what else there is on npm. */

/** A page of the bench, and where on it the notice and its buttons are. In selectors, ` >>> ` enters a shadow root. */
export interface Subject {
  /** The name of its folder in `pages/`, and of its address. */
  readonly id: string;
  readonly label: string;
  readonly kind: 'ours' | 'floor' | 'peer';
  /** Where its scripts and styles come from: a package of npm, a script to bundle, or the built files. */
  readonly source: Package | { readonly bundle: string } | 'dist';
  readonly notice: string;
  /** The button that answers the notice for good. */
  readonly answer: string;
  /** What opens the details, and the details; absent where a notice has none. */
  readonly open?: string;
  readonly details?: string;
  /** How long after the notice is painted its buttons are pressed, in milliseconds. */
  readonly clickDelay?: number;
}

/** A package of npm at one version, and the folder of it that the page loads from. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

const ours = {
  kind: 'ours',
  source: 'dist',
  notice: 'cookie-manifest >>> [part~=notice]',
  answer: 'cookie-manifest >>> [part~=ok]',
  open: 'cookie-manifest >>> [part~=open-details]',
} as const;

const floor = {
  kind: 'floor',
  source: { bundle: 'element.js' },
  notice: 'consent-floor >>> .bar',
  answer: 'consent-floor >>> #yes',
  open: 'consent-floor >>> #more',
  details: 'consent-floor >>> .panel',
} as const;

/** The library on a page with six cookies. Its details count as painted when the list of cookies is. */
export const library: Subject = {
  ...ours,
  id: 'ours',
  label: 'cookie-manifest',
  details: 'cookie-manifest >>> [part~=table]',
};

/** The library on a page with a thousand cookies, of which only the way to the first rows is reported. */
export const thousandCookies: Subject = {
  ...ours,
  id: 'thousand',
  label: 'cookie-manifest, 1,000 cookies',
  details: 'cookie-manifest >>> [part~=table] tbody tr',
};

/** What every figure is compared with. */
export const litFloor: Subject = { ...floor, id: 'floor-lit', label: 'floor: Lit and js-cookie' };

const plainFloor: Subject = { ...floor, id: 'floor-plain', label: 'floor: no library' };

export const vanillaCookieConsent: Subject = {
  id: 'vanilla-cookieconsent',
  label: 'vanilla-cookieconsent',
  kind: 'peer',
  source: { name: 'vanilla-cookieconsent', version: '3.1.0', folder: 'dist' },
  notice: '#cc-main .cm',
  answer: '#cc-main .cm [data-role="all"]',
  open: '#cc-main .cm [data-role="show"]',
  details: '#cc-main .pm',
};

export const orejime: Subject = {
  id: 'orejime',
  label: 'orejime',
  kind: 'peer',
  source: { name: 'orejime', version: '3.2.1', folder: 'dist' },
  notice: '.orejime-Banner',
  answer: '.orejime-Banner-saveButton',
  open: '.orejime-Banner-learnMoreButton',
  details: '.orejime-Modal',
};

const otherPeers: readonly Subject[] = [
  {
    id: 'cookie-consent-js',
    label: 'cookie-consent-js',
    kind: 'peer',
    source: { name: 'cookie-consent-js', version: '2.1.12', folder: '.' },
    notice: '#cookieConsentModal .modal-content-wrap',
    answer: '#cookieConsentModal .btn-accept-all',
  },
  {
    id: 'osano',
    label: 'cookieconsent (Osano)',
    kind: 'peer',
    source: { name: 'cookieconsent', version: '3.1.1', folder: 'build' },
    notice: '.cc-window',
    answer: '.cc-window .cc-allow',
  },
  {
    // Its settings are opened by an event that the site sends: here a button of the page does.
    id: 'porsche',
    label: 'cookie-consent-banner (Porsche)',
    kind: 'peer',
    source: {
      name: '@porscheofficial/cookie-consent-banner',
      version: '4.1.0',
      folder: 'dist/cookie-consent-banner',
    },
    notice: 'cookie-consent-banner >>> .cc',
    answer: 'cookie-consent-banner >>> [part="button-accept-all"]',
    open: '#cc-details',
    details: 'cookie-consent-banner >>> input',
  },
  {
    id: 'tarteaucitron',
    label: 'tarteaucitron',
    kind: 'peer',
    source: { name: 'tarteaucitronjs', version: '1.34.0', folder: '.' },
    notice: '#tarteaucitronAlertBig',
    answer: '#tarteaucitronPersonalize2',
    open: '#tarteaucitronCloseAlert',
    details: '#tarteaucitron',
    clickDelay: 900, // its buttons do nothing for half a second after they are painted
  },
  {
    id: 'klaro',
    label: 'klaro',
    kind: 'peer',
    source: { name: 'klaro', version: '0.7.22', folder: 'dist' },
    notice: '#klaro .cookie-notice',
    answer: '#klaro .cn-buttons .cm-btn-success',
    open: '#klaro .cn-learn-more',
    details: '#klaro .cm-modal',
  },
];

/** Everything there is to measure, in the order of the tables. */
export const subjects: readonly Subject[] = [
  library,
  litFloor,
  plainFloor,
  vanillaCookieConsent,
  orejime,
  ...otherPeers,
];
