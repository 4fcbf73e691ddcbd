import { expect } from '@open-wc/testing';
import { formatDuration, parseDuration } from '../../src/manifest/duration.js';

const words = { session: 'Session', persistent: 'No end date' };

describe('parseDuration', () => {
  const amounts: [text: string, amount: number, unit: string, seconds: number][] = [
    ['1 second', 1, 'second', 1],
    ['30 seconds', 30, 'second', 30],
    ['30 minutes', 30, 'minute', 1_800],
    ['1 hour', 1, 'hour', 3_600],
    ['24 hours', 24, 'hour', 86_400],
    ['7 days', 7, 'day', 604_800],
    ['2 weeks', 2, 'week', 1_209_600],
    ['12 months', 12, 'month', 31_536_000],
    ['13 months', 13, 'month', 34_164_000],
    ['3 years', 3, 'year', 94_608_000],
    ['PT45S', 45, 'second', 45],
    ['PT30M', 30, 'minute', 1_800],
    ['PT2H', 2, 'hour', 7_200],
    ['P7D', 7, 'day', 604_800],
    ['P2W', 2, 'week', 1_209_600],
    ['P13M', 13, 'month', 34_164_000],
    ['P3Y', 3, 'year', 94_608_000],
  ];
  for (const [text, amount, unit, seconds] of amounts)
    it(`keeps amount and unit of "${text}"`, () =>
      expect(parseDuration(text)).to.deep.equal({ kind: 'amount', amount, unit, seconds }));

  it('knows the two words', () => {
    expect(parseDuration('session')).to.deep.equal({ kind: 'session' });
    expect(parseDuration('persistent')).to.deep.equal({ kind: 'persistent' });
  });

  for (const text of [
    '',
    'Session',
    'P1Y6M',
    '1.5 years',
    '0 days',
    'seven days',
    '7',
    'PT1D',
    'P1H',
    'constructor',
    '7 days\n',
    '∞',
  ])
    it(`keeps what it cannot read: ${JSON.stringify(text)}`, () =>
      expect(parseDuration(text)).to.deep.equal({ kind: 'unknown', text }));
});

describe('formatDuration', () => {
  // Arabic may come with either digits; the words are what matters.
  const latin = (text: string) => text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
  const inWords: [language: string, written: string, shown: string][] = [
    ['en', '30 minutes', '30 minutes'],
    ['en', '1 day', '1 day'],
    ['en', '7 days', '7 days'],
    ['en', 'P13M', '13 months'],
    ['en', '3 years', '3 years'],
    ['en', '1000 days', '1,000 days'],
    ['de', '30 minutes', '30 Minuten'],
    ['de', '1 day', '1 Tag'],
    ['de', '7 days', '7 Tage'],
    ['de', '13 months', '13 Monate'],
    ['de', '3 years', '3 Jahre'],
    ['de', '2 weeks', '2 Wochen'],
    ['ar', '30 minutes', '30 دقيقة'],
    ['ar', '7 days', '7 أيام'],
    ['ar', '13 months', '13 شهرًا'],
    ['ar', '3 years', '3 سنوات'],
    ['ar', '2 hours', 'ساعتان'],
  ];
  for (const [language, written, shown] of inWords)
    it(`words "${written}" in ${language}`, () =>
      expect(latin(formatDuration(parseDuration(written), language, words))).to.equal(shown));

  it('words English amounts as Intl does', () => {
    for (const unit of ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const)
      for (const amount of [1, 2, 30, 999, 1000, 1001, 999_999]) {
        const expected = new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
        expect(formatDuration(parseDuration(`${amount} ${unit}s`), 'en', words)).to.equal(expected);
      }
  });

  it('takes the words that Intl does not know', () => {
    expect(formatDuration({ kind: 'session' }, 'en', words)).to.equal('Session');
    expect(formatDuration({ kind: 'persistent' }, 'en', words)).to.equal('No end date');
  });

  it('shows what it cannot read as it was written', () =>
    expect(formatDuration(parseDuration('for ever & a day'), 'de', words)).to.equal('for ever & a day'));
});
