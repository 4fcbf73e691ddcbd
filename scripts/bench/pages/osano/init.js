window.cookieconsent.initialise({
  type: 'opt-in',
  palette: { popup: { background: '#fff', text: '#111' }, button: { background: '#003e9c', text: '#fff' } },
  content: {
    message: 'We use cookies to run this site and, if you agree, to measure and advertise.',
    allow: 'Accept all',
    deny: 'Reject all',
    link: 'Privacy policy',
    href: '#privacy',
  },
});
