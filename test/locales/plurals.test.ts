/** Numbers and durations in words, against forms written down by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCount } from '../../src/locales/plural.js';
import enDetails from '../../src/locales/messages/en-details.js';
import { languages } from '../../src/locales/languages.js';
import { formatDuration, parseDuration } from '../../src/manifest/duration.js';

const latin = (text: string) =>
  text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))).replace(/\s/g, ' ');

const sessions: { readonly [language: string]: readonly (readonly [number: number, words: string])[] } = {
  ar: [
    [0, 'لا ملفات جلسة'],
    [1, 'ملف جلسة واحد'],
    [2, 'ملفا جلسة'],
    [3, '3 ملفات جلسة'],
    [11, '11 ملف جلسة'],
    [100, '100 ملف جلسة'],
  ],
  cs: [
    [1, '1 relační cookie'],
    [2, '2 relační cookies'],
    [4, '4 relační cookies'],
    [5, '5 relačních cookies'],
    [21, '21 relačních cookies'],
  ],
  de: [
    [1, '1 Sitzungs-Cookie'],
    [11, '11 Sitzungs-Cookies'],
    [1200, '1.200 Sitzungs-Cookies'],
  ],
  en: [
    [0, '0 session cookies'],
    [1, '1 session cookie'],
    [11, '11 session cookies'],
    [1200, '1,200 session cookies'],
  ],
  fr: [
    [0, '0 cookie de session'],
    [1, '1 cookie de session'],
    [2, '2 cookies de session'],
    [1_000_000, '1 000 000 de cookies de session'],
  ],
  ja: [
    [1, 'セッションCookie 1件'],
    [11, 'セッションCookie 11件'],
  ],
  pl: [
    [1, '1 sesyjny plik cookie'],
    [2, '2 sesyjne pliki cookie'],
    [5, '5 sesyjnych plików cookie'],
    [12, '12 sesyjnych plików cookie'],
    [22, '22 sesyjne pliki cookie'],
    [25, '25 sesyjnych plików cookie'],
  ],
  ru: [
    [1, '1 сеансовый cookie'],
    [3, '3 сеансовых cookie'],
    [5, '5 сеансовых cookie'],
    [21, '21 сеансовый cookie'],
  ],
};

for (const [language, forms] of Object.entries(sessions))
  test(`session cookies are counted in ${language}`, async () => {
    const { sessions } = language === 'en' ? enDetails : (await languages[language]!()).default;
    for (const [number, words] of forms) assert.equal(latin(formatCount(sessions, number, language)), words);
  });

const durations: { readonly [language: string]: readonly (readonly [written: string, words: string])[] } = {
  ar: [
    ['1 day', 'يوم'],
    ['2 days', 'يومان'],
    ['7 days', '7 أيام'],
    ['11 days', '11 يومًا'],
    ['3 years', '3 سنوات'],
    ['30 minutes', '30 دقيقة'],
  ],
  cs: [
    ['1 year', '1 rok'],
    ['3 years', '3 roky'],
    ['5 years', '5 let'],
    ['7 days', '7 dnů'],
    ['30 minutes', '30 minut'],
  ],
  de: [
    ['1 year', '1 Jahr'],
    ['3 years', '3 Jahre'],
    ['7 days', '7 Tage'],
    ['13 months', '13 Monate'],
    ['30 minutes', '30 Minuten'],
  ],
  en: [
    ['1 year', '1 year'],
    ['3 years', '3 years'],
    ['7 days', '7 days'],
    ['30 minutes', '30 minutes'],
  ],
  fr: [
    ['1 year', '1 an'],
    ['3 years', '3 ans'],
    ['7 days', '7 jours'],
    ['13 months', '13 mois'],
    ['30 minutes', '30 minutes'],
  ],
  ja: [
    ['3 years', '3 年'],
    ['7 days', '7 日'],
    ['13 months', '13 か月'],
    ['30 minutes', '30 分'],
  ],
  pl: [
    ['1 year', '1 rok'],
    ['3 years', '3 lata'],
    ['5 years', '5 lat'],
    ['7 days', '7 dni'],
    ['2 hours', '2 godziny'],
    ['30 minutes', '30 minut'],
  ],
  ru: [
    ['1 year', '1 год'],
    ['3 years', '3 года'],
    ['5 years', '5 лет'],
    ['21 days', '21 день'],
    ['7 days', '7 дней'],
    ['30 minutes', '30 минут'],
  ],
};

for (const [language, forms] of Object.entries(durations))
  test(`durations are worded in ${language}`, () => {
    for (const [written, words] of forms)
      assert.equal(latin(formatDuration(parseDuration(written), language, { session: '', persistent: '' })), words);
  });
