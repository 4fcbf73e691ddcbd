window.klaroConfig = {
  version: 1,
  elementID: 'klaro',
  lang: 'en',
  acceptAll: true,
  translations: {
    en: {
      privacyPolicyUrl: '#privacy',
      consentNotice: { description: 'We use cookies to run this site and, if you agree, to measure and advertise.' },
      purposes: {
        necessary: { title: 'Necessary' },
        analytics: { title: 'Analytics' },
        marketing: { title: 'Marketing' },
      },
    },
  },
  services: [
    {
      name: 'site',
      title: 'This site',
      purposes: ['necessary'],
      required: true,
      cookies: ['session_id', 'csrf'],
      description: 'The site does not work without these.',
    },
    {
      name: 'ga',
      title: 'Analytics',
      purposes: ['analytics'],
      cookies: ['_ga', '_gid'],
      description: 'How visitors use the site.',
    },
    {
      name: 'ads',
      title: 'Marketing',
      purposes: ['marketing'],
      cookies: ['_fbp', '_gcl_au'],
      description: 'Ads that fit you.',
    },
  ],
};
