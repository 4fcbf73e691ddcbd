const row = (name, duration, description) => ({ name, duration, description });
const headers = { name: 'Name', duration: 'Duration', description: 'What it does' };
CookieConsent.run({
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, marketing: {} },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'We use cookies',
          description: 'We use cookies to run this site and, if you agree, to measure and advertise.',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Settings',
          footer: '<a href="#privacy">Privacy policy</a>',
        },
        preferencesModal: {
          title: 'Cookie settings',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save',
          closeIconLabel: 'Close',
          sections: [
            {
              title: 'Necessary',
              description: 'The site does not work without these.',
              linkedCategory: 'necessary',
              cookieTable: {
                headers,
                body: [row('session_id', 'Session', 'Keeps you signed in'), row('csrf', '1 day', 'Protects forms')],
              },
            },
            {
              title: 'Analytics',
              description: 'How visitors use the site.',
              linkedCategory: 'analytics',
              cookieTable: {
                headers,
                body: [row('_ga', '2 years', 'Tells visitors apart'), row('_gid', '1 day', 'Tells visitors apart')],
              },
            },
            {
              title: 'Marketing',
              description: 'Ads that fit you.',
              linkedCategory: 'marketing',
              cookieTable: {
                headers,
                body: [row('_fbp', '3 months', 'Shows ads'), row('_gcl_au', '3 months', 'Measures ads')],
              },
            },
          ],
        },
      },
    },
  },
});
