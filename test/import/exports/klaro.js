const base = { storageMethod: 'cookie' };
window.klaroConfig = {
  ...base,
  lang: 'en',
  translations: {
    zz: { privacyPolicyUrl: '/privacy', chat: { title: 'Chat Ltd' } },
    en: { counter: { description: 'Counts visits.' }, purposes: { counting: 'Counting visits', talk: { title: 'Talking', description: 'To talk to us.' } } },
    de: { counter: { description: 'Zählt.' }, purposes: { counting: 'Zählung' } },
  },
  services: [
    { name: 'login', title: 'Sign-in', description: 'Keeps you signed in.', purposes: ['account'], required: true, cookies: ['sid', ['remember', '/account', '.shop.example']] },
    { name: 'counter', title: 'Counter', purposes: ['counting', 'talk'], cookies: [/^cnt_.*$/, [/^_day/i, '/', 'counter.example'], 7, /a(?=b)/], callback: function () { throw new Error('never run'); } },
    { name: 'chat', description: { en: 'Lets you talk.', de: 'Lässt reden.' }, purposes: ['talk'], cookies: [{ pattern: /^chat-\d+/, path: '/', domain: '.chat.example' }] },
    { name: 'map', title: 'Map', purposes: ['maps'] },
    serviceFromElsewhere,
  ],
};
