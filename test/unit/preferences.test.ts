import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { makeAcknowledgedCookie, readPreferences, type Preferences } from '../../src/entries/index.js';
import { encodeRecord } from '../../src/preferences/encode-record.js';

const good = 'v=1&status=acknowledged&revision=2026-11-01&granted=essential&denied=&at=2026-11-24';
const unset = { status: 'unset', granted: ['essential'], denied: [], revision: null, updatedAt: null };
const read = (text: string) => readPreferences(`cookie_preferences=${text}`);

const letters = (alphabet: string, most: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: most });
const revision = letters('abcXYZ019._-', 64);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const id = fc
  .tuple(fc.constantFrom(...'abcxyz'), fc.string({ unit: fc.constantFrom(...'abc019-'), maxLength: 31 }))
  .map((parts) => parts.join(''));
const acknowledged = fc.record({
  status: fc.constant('acknowledged' as const),
  granted: fc.constant(['essential']),
  denied: fc.constant([] as string[]),
  revision,
  updatedAt: day,
});
const chosen = fc
  .tuple(fc.uniqueArray(id, { maxLength: 8 }), fc.nat(8), revision, day)
  .map(([ids, half, revision, updatedAt]): Preferences => {
    const optional = ids.filter((id) => id !== 'essential');
    return {
      status: 'chosen',
      granted: ['essential', ...optional.slice(0, half)],
      denied: optional.slice(half),
      revision,
      updatedAt,
    };
  });

describe('the stored record', () => {
  it('has the documented form', () => {
    expect(
      encodeRecord({
        status: 'acknowledged',
        granted: ['essential'],
        denied: [],
        revision: '2026-11-01',
        updatedAt: '2026-11-24',
      }),
    ).to.equal(good);
    expect(
      encodeRecord({
        status: 'chosen',
        granted: ['essential', 'a', 'b'],
        denied: ['c', 'd'],
        revision: '1',
        updatedAt: '2026-01-31',
      }),
    ).to.equal('v=1&status=chosen&revision=1&granted=essential.a.b&denied=c.d&at=2026-01-31');
  });

  it('gives what was written', () =>
    fc.assert(
      fc.property(
        fc.oneof(acknowledged, chosen),
        (preferences) => void expect(read(encodeRecord(preferences))).to.deep.equal(preferences),
      ),
      { numRuns: 1000 },
    ));

  it('needs no encoding, so that any server can read it', () =>
    fc.assert(
      fc.property(
        fc.oneof(acknowledged, chosen),
        (preferences) => void expect(encodeRecord(preferences)).to.match(/^[\w.&=-]+$/),
      ),
      { numRuns: 300 },
    ));

  it('is never read from what is written otherwise', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...good, '%', ' ', '"'), maxLength: 120 }), (text) => {
        const preferences = read(text);
        expect(preferences.status === 'unset' || encodeRecord(preferences) === decodeURIComponent(text.trim())).to.be
          .true;
      }),
      { numRuns: 1000 },
    ));

  it('is never read from a record that was cut off', () => {
    for (let length = 0; length < good.length; length++)
      expect(read(good.slice(0, length)), good.slice(0, length)).to.deep.equal(unset);
  });

  const change = (from: string, to: string) => good.replace(from, to);
  const chosenOne = good.replace('acknowledged', 'chosen');
  const wrong: [what: string, text: string][] = [
    ['nothing', ''],
    ['a foreign value', 'yes'],
    ['JSON', '%7B%22status%22%3A%22acknowledged%22%7D'],
    ['another version', change('v=1', 'v=2')],
    ['an unknown status', change('acknowledged', 'accepted')],
    ['a status of unset', change('acknowledged', 'unset')],
    ['no revision', change('2026-11-01', '')],
    ['a revision that is too long', change('2026-11-01', 'a'.repeat(65))],
    ['a revision with other characters', change('2026-11-01', 'a/b')],
    ['an oversized value', change('granted=essential', `granted=essential${'.a'.repeat(2500)}`)],
    ['a value with an appendix', `${good}&x=1`],
    ['fields in another order', 'status=acknowledged&v=1&revision=1&granted=essential&denied=&at=2026-11-24'],
    ['essential not granted', chosenOne.replace('granted=essential', 'granted=a')],
    ['nothing granted', chosenOne.replace('granted=essential', 'granted=')],
    ['essential denied', chosenOne.replace('denied=', 'denied=essential')],
    ['granted and denied at once', chosenOne.replace('granted=essential&denied=', 'granted=essential.a&denied=a')],
    ['granted twice', chosenOne.replace('essential', 'essential.a.a')],
    ['an empty entry', chosenOne.replace('essential', 'essential..a')],
    ['an id that is none', chosenOne.replace('essential', 'essential.1a')],
    ['an id that is too long', chosenOne.replace('essential', `essential.${'a'.repeat(33)}`)],
    ['acknowledged, yet more granted', change('essential', 'essential.a')],
    ['acknowledged, yet something denied', change('denied=', 'denied=a')],
    ['an impossible day', change('2026-11-24', '2026-02-30')],
    ['an impossible month', change('2026-11-24', '2026-13-01')],
    ['a day of zero', change('2026-11-24', '2026-11-00')],
    ['a time of day', change('2026-11-24', '2026-11-24T10:00:00Z')],
    ['no day', change('2026-11-24', '')],
    ['broken percent-encoding', `${good}%E0%A4%A`],
    ['a line break', `${good}\n`.replace('\n', '%0A')],
  ];
  for (const [what, text] of wrong) it(`counts as unset: ${what}`, () => expect(read(text)).to.deep.equal(unset));

  it('knows the 29th of February in leap years alone', () => {
    expect(read(change('2026-11-24', '2028-02-29')).updatedAt).to.equal('2028-02-29');
    expect(read(change('2026-11-24', '2027-02-29'))).to.deep.equal(unset);
  });
});

describe('readPreferences', () => {
  const dated = (at: string) => `cookie_preferences=${good.replace('2026-11-24', at)}`;

  for (const header of [undefined, null, '', ';', 'a=b', '=', 'cookie_preferences', 'cookie_preferences='])
    it(`is unset for ${JSON.stringify(header)}`, () => expect(readPreferences(header)).to.deep.equal(unset));

  it('finds the cookie among others, with and without spaces', () => {
    expect(readPreferences(`a=b; cookie_preferences=${good}; c=d`).revision).to.equal('2026-11-01');
    expect(readPreferences(`a=b;cookie_preferences=${good};c=d`).revision).to.equal('2026-11-01');
  });

  it('is not misled by names that contain the name', () => {
    expect(readPreferences(`my_cookie_preferences=${good}`)).to.deep.equal(unset);
    expect(readPreferences(`cookie_preferences2=${good}`)).to.deep.equal(unset);
  });

  it('takes the latest of several that can be read, wherever it stands', () => {
    expect(
      readPreferences(`${dated('2026-01-01')}; ${dated('2026-03-01')}; ${dated('2026-02-01')}`).updatedAt,
    ).to.equal('2026-03-01');
    expect(readPreferences(`${dated('2026-03-01')}; ${dated('2026-01-01')}`).updatedAt).to.equal('2026-03-01');
  });

  it('passes over one that cannot be read', () => {
    expect(readPreferences(`cookie_preferences=broken; ${dated('2026-01-01')}`).updatedAt).to.equal('2026-01-01');
    expect(readPreferences(`${dated('2026-01-01')}; cookie_preferences=broken`).updatedAt).to.equal('2026-01-01');
  });

  it('reads what a server has percent-encoded', () =>
    expect(read(encodeURIComponent(good)).revision).to.equal('2026-11-01'));

  it('reads a renamed cookie, and only that', () => {
    expect(readPreferences(`site_prefs=${good}`, { cookie: 'site_prefs' }).status).to.equal('acknowledged');
    expect(readPreferences(`cookie_preferences=${good}`, { cookie: 'site_prefs' })).to.deep.equal(unset);
  });

  it('is frozen, unset or not', () => {
    for (const preferences of [read(good), read('')])
      for (const part of [preferences, preferences.granted, preferences.denied])
        expect(Object.isFrozen(part)).to.be.true;
  });
});

describe('makeAcknowledgedCookie', () => {
  it('is read as the answer of a visitor, under whatever name and for any revision that a page accepts', () =>
    fc.assert(
      fc.property(revision, fc.constantFrom('cookie_preferences', 'site_prefs'), (of, cookie) => {
        const { name, value } = makeAcknowledgedCookie(of, { cookie });
        const { status, revision: read } = readPreferences(`${name}=${value}`, { cookie });
        expect({ status, read }).to.deep.equal({ status: 'acknowledged', read: of });
      }),
    ));

  for (const wrong of ['', '2026/11/01', ' 1', '1.0+build7', 'a'.repeat(65)])
    it(`refuses the revision ${JSON.stringify(wrong)}, which no page accepts`, () =>
      expect(() => makeAcknowledgedCookie(wrong)).to.throw(TypeError, 'is no revision'));
});
