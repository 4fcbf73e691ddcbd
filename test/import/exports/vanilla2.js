window.addEventListener('load', function () {
  const cc = initCookieConsent();
  const domain = 'shop.example';
  cc.run({
    current_lang: 'de',
    onAccept: function () { throw new Error('never run'); },
    languages: {
      en: { settings_modal: { blocks: [] } },
      de: {
        settings_modal: {
          cookie_table_headers: [{ col1: 'Name' }, { col2: 'Domäne' }, { col3: 'Laufzeit' }, { col4: 'Beschreibung' }],
          blocks: [
            { title: 'Allgemeines' },
            { title: 'Notwendig', description: 'Ohne geht es nicht.', toggle: { value: 'basics', enabled: true, readonly: true }, cookie_table: [{ col1: 'sid', col2: domain, col3: 'Sitzung', col4: 'Hält die Anmeldung.' }] },
            { title: 'Zählung', description: 'Wir zählen.', toggle: { value: 'counting', enabled: false, readonly: false }, cookie_table: [{ col1: 'cnt_', col2: 'Zähl GmbH', col3: '1 Jahr', col4: 'Zählt.', is_regex: true }, 'no row'] },
          ],
        },
      },
    },
  });
});
