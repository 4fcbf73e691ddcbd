/** Durations and categories, each by hand: what people write, and what a manifest says of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readCategory } from '../../src/import/categories.js';
import { readDuration } from '../../src/import/durations.js';
import { durationUnits } from '../../src/manifest/duration.js';
import { texts } from '../../src/import/texts.js';
import { expected as languages } from '../locales/languages.js';

/** What is read without doubt. */
const read: { readonly [language: string]: { readonly [written: string]: string } } = {
  en: {
    session: 'session',
    'Session cookie': 'session',
    'End of session': 'session',
    'until you close your browser': 'session',
    'When the browsing session ends': 'session',
    'Deleted when you close the browser': 'session',
    Persistent: 'persistent',
    permanent: 'persistent',
    'Never expires': 'persistent',
    'No expiry date': 'persistent',
    'Persistent (2 years)': '2 years',
    '2 yrs': '2 years',
    '1 yr 1 mo': '13 months',
    '1 year and 1 month': '13 months',
    '1 year, 6 months': '18 months',
    '1.5 years': '18 months',
    '0.5 hours': '30 minutes',
    '1½ hours': '90 minutes',
    'half a year': '6 months',
    '24 hours': '24 hours',
    '30 min': '30 minutes',
    '365d': '365 days',
    '3600 s': '3600 seconds',
    '1,000 days': '1000 days',
    '2 hours 30 minutes': '150 minutes',
    '1 day 12 hours': '36 hours',
    'A year': '1 year',
    'two weeks': '2 weeks',
    'Up to 2 years': '2 years',
    'Expires after 13 months': '13 months',
    '2 year(s)': '2 years',
    '13 months (395 days)': '13 months',
    '1 year (365 days)': '1 year',
    '7 days¹': '7 days',
    '31536000 seconds': '365 days',
  },
  de: {
    '3 Jahre': '3 years',
    'ein Jahr': '1 year',
    '1,5 Jahre': '18 months',
    '730 Tage': '730 days',
    '6 Monate': '6 months',
    '1 Monat(e)': '1 month',
    '1.000 Tage': '1000 days',
    '30 Min.': '30 minutes',
    '24 Std.': '24 hours',
    '2 Wochen': '2 weeks',
    '10 Sekunden': '10 seconds',
    'bis zu 2 Jahren': '2 years',
    '1 Jahr und 1 Monat': '13 months',
    Sitzungsende: 'session',
    'Ende der Sitzung': 'session',
    'Bis zum Schließen des Browsers': 'session',
    Browsersitzung: 'session',
    unbegrenzt: 'persistent',
    'Läuft nie ab': 'persistent',
  },
  fr: {
    '13 mois': '13 months',
    '1 an': '1 year',
    'un an': '1 year',
    'deux ans': '2 years',
    '1 an et 1 mois': '13 months',
    '1,5 an': '18 months',
    '30 jours': '30 days',
    '24 heures': '24 hours',
    '15 minutes': '15 minutes',
    '2 semaines': '2 weeks',
    '45 secondes': '45 seconds',
    Session: 'session',
    'Fin de la session': 'session',
    'Jusqu’à la fermeture du navigateur': 'session',
    Illimitée: 'persistent',
    'Sans expiration': 'persistent',
  },
  es: {
    '2 años': '2 years',
    '2 anos': '2 years',
    'un año': '1 year',
    '13 meses': '13 months',
    '7 días': '7 days',
    '24 horas': '24 hours',
    '30 minutos': '30 minutes',
    '1 semana': '1 week',
    '10 segundos': '10 seconds',
    Sesión: 'session',
    'Fin de la sesión': 'session',
    'Al cerrar el navegador': 'session',
    Permanente: 'persistent',
    'No caduca': 'persistent',
  },
  it: {
    '2 anni': '2 years',
    'un anno': '1 year',
    '6 mesi': '6 months',
    '1 mese': '1 month',
    '30 giorni': '30 days',
    '1 giorno': '1 day',
    '24 ore': '24 hours',
    '30 minuti': '30 minutes',
    '2 settimane': '2 weeks',
    '10 secondi': '10 seconds',
    Sessione: 'session',
    'Fine della sessione': 'session',
    'Alla chiusura del browser': 'session',
    Persistente: 'persistent',
    'Non scade mai': 'persistent',
  },
  nl: {
    '2 jaar': '2 years',
    'een jaar': '1 year',
    '13 maanden': '13 months',
    '1 maand': '1 month',
    '7 dagen': '7 days',
    '24 uur': '24 hours',
    '30 minuten': '30 minutes',
    '2 weken': '2 weeks',
    '10 seconden': '10 seconds',
    Sessie: 'session',
    'Einde van de sessie': 'session',
    'Bij het sluiten van de browser': 'session',
    Onbeperkt: 'persistent',
    'Verloopt nooit': 'persistent',
  },
  pl: {
    '2 lata': '2 years',
    '1 rok': '1 year',
    '5 lat': '5 years',
    'pół roku': '6 months',
    '13 miesięcy': '13 months',
    '1 miesiąc': '1 month',
    '7 dni': '7 days',
    '24 godziny': '24 hours',
    '30 minut': '30 minutes',
    '2 tygodnie': '2 weeks',
    '10 sekund': '10 seconds',
    Sesja: 'session',
    'Koniec sesji': 'session',
    'Do zamknięcia przeglądarki': 'session',
    Bezterminowo: 'persistent',
    'Nigdy nie wygasa': 'persistent',
  },
  pt: {
    '2 anos': '2 years',
    'um ano': '1 year',
    '13 meses': '13 months',
    '1 mês': '1 month',
    '7 dias': '7 days',
    '24 horas': '24 hours',
    '30 minutos': '30 minutes',
    '2 semanas': '2 weeks',
    '10 segundos': '10 seconds',
    Sessão: 'session',
    'Fim da sessão': 'session',
    'Até fechar o navegador': 'session',
    Permanente: 'persistent',
    'Não expira': 'persistent',
  },
  zh: {
    '3年': '3 years',
    两年: '2 years',
    半年: '6 months',
    '13个月': '13 months',
    '13 個月': '13 months',
    '7天': '7 days',
    '24小时': '24 hours',
    '３０分钟': '30 minutes',
    '2周': '2 weeks',
    '10秒': '10 seconds',
    会话: 'session',
    会话结束时: 'session',
    关闭浏览器后: 'session',
    永久: 'persistent',
    永不过期: 'persistent',
  },
  iso: { P1Y: '1 year', PT30M: '30 minutes', P1Y6M: '18 months', P1DT12H: '36 hours', P2W: '2 weeks' },
};

describe('readDuration', () => {
  for (const [language, durations] of Object.entries(read))
    for (const [written, duration] of Object.entries(durations)) {
      test(`${language}: "${written}" is ${duration}, on a page in that language`, () =>
        assert.deepEqual(readDuration(written, language === 'iso' ? 'en' : language), { duration }));
      test(`${language}: "${written}" is ${duration}, on a page in an unknown language`, () =>
        assert.equal(readDuration(written)?.duration, duration));
    }

  const doubtful: readonly (readonly [written: string, language: string, duration: string, doubt: RegExp])[] = [
    ['1-2 hours', 'en', '2 hours', /longest/],
    ['between 1 and 2 years', 'en', '2 years', /longest/],
    ['1 bis 2 Stunden', 'de', '2 hours', /longest/],
    ['entre 1 et 2 ans', 'fr', '2 years', /longest/],
    ['1至2小时', 'zh', '2 hours', /longest/],
    ['30 minutes or 2 hours', 'en', '2 hours', /longest/],
    ['Session / 1 year', 'en', '1 year', /session/],
    ['about a year', 'en', '1 year', /about/],
    ['ca. 6 Monate', 'de', '6 months', /about/],
    ['< 1 minute', 'en', '1 minute', /about/],
    ['1 month 2 days', 'en', '32 days', /rounded/],
    ['1.5 months', 'en', '46 days', /rounded/],
    ['10 m', 'en', '10 minutes', /minutes or months/],
    ['2 years since the last purchase', 'en', '2 years', /purchase/],
    ['2 години', '', '2 years', /2 hours/],
  ];
  for (const [written, language, duration, doubt] of doubtful)
    test(`"${written}" is ${duration}, with a doubt`, () => {
      const found = readDuration(written, language || undefined);
      assert.equal(found?.duration, duration);
      assert.match(found.doubt ?? '', doubt);
    });

  for (const written of [
    '',
    '-',
    'a few seconds',
    'einige Tage',
    'plusieurs jours',
    'varies',
    'not a duration',
    'Expires: 01 Jan 2027',
    '2027-01-01',
    '01.01.2027 12:00',
    '42',
    '0 days',
    'see below',
    'P',
    'PT',
    '1.2.3 days',
    `${'9'.repeat(20)} years`,
    'x'.repeat(5000),
  ])
    test(`"${written.slice(0, 40)}" says no duration`, () => assert.equal(readDuration(written), undefined));

  for (const language of Object.keys(languages))
    test(`reads what the policy page says in ${language}`, () => {
      const { session, persistent } = texts.get(language)!;
      assert.deepEqual(readDuration(session, language), { duration: 'session' });
      assert.deepEqual(readDuration(persistent, language), { duration: 'persistent' });
      for (const unit of durationUnits)
        for (const amount of [1, 2, 3, 5, 7, 8, 11, 12, 20, 21, 22, 100, 101, 182, 1000, 12_345, 999_999]) {
          const written = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
          assert.deepEqual(
            readDuration(written, language),
            { duration: `${amount} ${unit}${amount > 1 ? 's' : ''}` },
            written,
          );
        }
    });

  test('reads digits of other scripts', () => {
    assert.deepEqual(readDuration('١٢ شهرًا', 'ar'), { duration: '12 months' });
    assert.deepEqual(
      readDuration(
        new Intl.NumberFormat('ar-EG', { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(1234),
        'ar-EG',
      ),
      { duration: '1234 days' },
    );
    assert.deepEqual(readDuration('७ दिन', 'hi'), { duration: '7 days' });
  });

  test('takes a sign before three digits as the language of the page does', () => {
    assert.equal(readDuration('1.500 Stunden', 'de')?.duration, '1500 hours');
    assert.equal(readDuration('1.500 hours', 'en')?.duration, '90 minutes');
  });

  test('does not mind a language that is none', () =>
    assert.deepEqual(readDuration('3 Jahre', 'no such tag'), { duration: '3 years' }));
});

describe('readCategory', () => {
  const names: { readonly [id: string]: readonly string[] } = {
    essential: [
      ...[
        'Strictly Necessary Cookies',
        'Necessary',
        'Essential cookies',
        'Technically required',
        'Strictly necessary (always active)',
        '1. Required cookies',
      ],
      ...['Notwendig', 'Technisch notwendige Cookies', 'Unbedingt erforderliche Cookies', 'Essenziell'],
      ...['Cookies strictement nécessaires', 'Obligatoires', 'Cookies techniques', 'Essentiels'],
      ...['Cookies técnicas', 'Estrictamente necesarias', 'Cookies esenciales'],
      ...['Cookie tecnici', 'Strettamente necessari', 'Necessari'],
      ...['Strikt noodzakelijk', 'Noodzakelijke cookies', 'Essentiële cookies'],
      ...['Niezbędne', 'Ściśle niezbędne pliki cookie', 'Konieczne'],
      ...['Estritamente necessários', 'Cookies essenciais', 'Obrigatórios'],
      ...['必要', '必要的 Cookie', '绝对必要的Cookie', '必需'],
    ],
    functional: [
      'Functional',
      'Functionality cookies',
      'Funktionale Cookies',
      'Cookies de fonctionnalité',
      'Cookies funcionales',
      'Cookie funzionali',
      'Functionele cookies',
      'Funkcjonalne',
      'Funcionais',
      '功能性 Cookie',
    ],
    preferences: [
      'Preferences',
      'Personalisation',
      'Präferenzen',
      'Préférences',
      'Preferencias',
      'Preferenze',
      'Voorkeuren',
      'Preferencje',
      'Preferências',
      '偏好',
    ],
    statistics: [
      'Statistics',
      'Analytics',
      'Analytical cookies',
      'Statistik',
      'Mesure d’audience',
      'Cookies analíticas',
      'Cookie statistici',
      'Statistieken',
      'Analityczne pliki cookie',
      'Estatísticas',
      '统计 Cookie',
    ],
    performance: [
      'Performance Cookies',
      'Leistungs-Cookies',
      'Cookies de performance',
      'Rendimiento',
      'Prestazioni',
      'Prestatie',
      'Wydajnościowe',
      'Desempenho',
      '性能',
    ],
    marketing: [
      'Marketing',
      'Targeting Cookies',
      'Advertising',
      'Werbe-Cookies',
      'Publicitaires',
      'Cookies de publicidad',
      'Cookie di profilazione',
      'Advertenties',
      'Reklamowe',
      'Publicidade',
      '广告',
    ],
    social: [
      'Social Media Cookies',
      'Soziale Medien',
      'Réseaux sociaux',
      'Redes sociales',
      'Social network',
      'Sociale media',
      'Media społecznościowe',
      'Redes sociais',
      '社交媒体',
    ],
    unclassified: [
      'Unclassified',
      'Nicht klassifiziert',
      'Non classés',
      'Sin clasificar',
      'Non classificati',
      'Niet-geclassificeerd',
      'Nieklasyfikowane',
      'Não classificados',
      '未分类',
    ],
  };
  for (const [id, labels] of Object.entries(names))
    for (const label of labels)
      test(`"${label}" is ${id}`, () =>
        assert.deepEqual(readCategory(label), id === 'essential' ? { id, known: true } : { id, label, known: true }));

  for (const language of Object.keys(languages))
    test(`knows the essential title in ${language}`, () =>
      assert.deepEqual(readCategory(texts.get(language)!.essentialTitle), { id: 'essential', known: true }));

  for (const [label, id] of [
    ['Größe & Spaß', 'grosse-spass'],
    ['3rd party', 'category-3rd-party'],
    ['Реклама на сайте', ''],
    ['a'.repeat(50), 'a'.repeat(32)],
  ] as const)
    test(`makes ${id || 'no id'} of "${label}", and keeps the label`, () =>
      assert.deepEqual(readCategory(label), { id, label, known: false }));

  test('takes no category for essential that names another too', () => {
    assert.equal(readCategory('Essential and functional cookies').id, 'functional');
    assert.equal(readCategory('Necessary, marketing').id, 'marketing');
  });
});
