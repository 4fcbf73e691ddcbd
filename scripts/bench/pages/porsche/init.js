document.querySelector('cookie-consent-banner').availableCategories = [
  {
    key: 'technically_required',
    label: 'Necessary',
    isMandatory: true,
    description: 'The site does not work without these.',
  },
  { key: 'analytics', label: 'Analytics', description: 'How visitors use the site.' },
  { key: 'marketing', label: 'Marketing', description: 'Ads that fit you.' },
];
document
  .getElementById('cc-details')
  .addEventListener('click', () => document.dispatchEvent(new Event('cookie_consent_details_show')));
