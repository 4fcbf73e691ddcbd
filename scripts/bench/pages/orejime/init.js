window.orejimeConfig = {
  privacyPolicyUrl: '#privacy',
  purposes: [
    {
      id: 'site',
      title: 'Necessary',
      isMandatory: true,
      cookies: ['session_id', 'csrf'],
      description: 'The site does not work without these.',
    },
    { id: 'ga', title: 'Analytics', cookies: ['_ga', '_gid'], description: 'How visitors use the site.' },
    { id: 'ads', title: 'Marketing', cookies: ['_fbp', '_gcl_au'], description: 'Ads that fit you.' },
  ],
};
