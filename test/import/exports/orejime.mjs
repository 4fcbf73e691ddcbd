export default Object.freeze({
  privacyPolicyUrl: '/privacy',
  purposes: [
    { id: 'account', title: 'Account', description: 'Keeps you signed in.', isMandatory: true, cookies: ['sid'] },
    { id: 'counting', title: 'Counting', description: 'We count visits.', purposes: [
      { id: 'counter', title: 'Counter', description: 'Counts by page.', cookies: ['/^cnt_/', ['day', '/stats', 'counter.example'], ['night', '/', '.' + location.hostname]] },
      { id: 'exempt', title: 'Exempt Counter', isExempt: true, cookies: [/^ex_/] },
    ] },
    { id: 'empty', title: 'Empty', cookies: [] },
  ],
});
