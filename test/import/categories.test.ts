/** Categories: what needs consent must never be read as essential, whatever a site calls it and wherever it says so. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readCategory } from '../../src/import/categories.js';
import { readSource } from '../../src/import/read.js';

const optional = [
  ...[
    'Not strictly necessary',
    'Non-essential cookies',
    '(Non-)essential',
    'Cookies (not strictly necessary)',
    'Unnecessary',
    'Optional',
    'Cookies that need consent',
    'Nicht notwendige Cookies',
    '(Nicht) notwendig',
  ],
  ...[
    'technisch nicht notwendig',
    'Zustimmungspflichtige Cookies',
    'Cookies non nécessaires',
    'Cookies soumis à votre consentement',
    'Cookies no necesarias',
    'Cookie non tecnici',
    'Niet-noodzakelijke cookies',
  ],
  ...['Pliki cookies nie będące niezbędnymi', 'Cookies não essenciais', '非必要Cookie', '不必要的Cookie'],
];
const essential = [
  'Strictly necessary (always on)',
  'Essential (1)',
  'Notwendige Cookies (nicht abwählbar)',
  'Cookies strictement nécessaires (exemptés de consentement)',
  '必要的Cookie',
  'Necessary (functional)',
];

const categories = (text: string) =>
  readSource(text).cookies.map(({ name, category }) => [name, category && readCategory(category).id]);

describe('categories', () => {
  for (const label of optional)
    test(`"${label}" is optional`, () =>
      assert.deepEqual([readCategory(label).id, readCategory(label).label], ['optional', label]));
  for (const label of essential)
    test(`"${label}" is essential`, () => assert.equal(readCategory(label).id, 'essential'));

  test('parentheses may say that what is called necessary is not', () => {
    assert.equal(readCategory('Necessary (marketing)').id, 'marketing');
    assert.equal(readCategory('Essenziell (Statistik)').id, 'statistics');
  });

  test('a heading that denies a category ends the one before, on pages and in text', () => {
    const table = (name: string) => `Name\tPurpose\tDuration\n${name}\tCounts visits.\t1 year\n`;
    const markup = (name: string) =>
      `<table><tr><th>Name</th><th>Purpose</th><th>Duration</th></tr><tr><td>${name}</td><td>Counts visits.</td><td>1 year</td></tr></table>`;
    const expected = [
      ['sid', 'essential'],
      ['_count', 'optional'],
    ];
    assert.deepEqual(
      categories(`Necessary cookies\n\n${table('sid')}\nNon-necessary cookies\n\n${table('_count')}`),
      expected,
    );
    assert.deepEqual(
      categories(
        `<html><body><h2>Necessary cookies</h2>${markup('sid')}<h2>Non-necessary cookies</h2>${markup('_count')}</body></html>`,
      ),
      expected,
    );
  });

  test('a heading of no known category leaves its cookies without one, rather than with the one before', () => {
    const rows = (name: string) => `Name\tPurpose\tDuration\n${name}\tCounts visits.\t1 year\n`;
    const markup = (name: string) =>
      `<table><tr><th>Name</th><th>Purpose</th><th>Duration</th></tr><tr><td>${name}</td><td>Counts visits.</td><td>1 year</td></tr></table>`;
    const expected = [
      ['sid', 'essential'],
      ['_count', undefined],
    ];
    assert.deepEqual(
      categories(`Necessary cookies\n\n${rows('sid')}\nCookies of our partners\n\n${rows('_count')}`),
      expected,
    );
    assert.deepEqual(
      categories(
        `<html><body><p><b>Necessary cookies</b></p>${markup('sid')}<p><b>Cookies of our partners</b></p>${markup('_count')}</body></html>`,
      ),
      expected,
    );
  });
});
