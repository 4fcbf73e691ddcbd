import { expect } from '@open-wc/testing';
import { findCookie } from '../../src/manifest/match-name.js';
import { localize } from '../../src/manifest/localize.js';

describe('localise', () => {
  const text = { en: 'English', de: 'Deutsch', 'pt-BR': 'Português' };
  const looks: [what: string, asked: string, own: string, text: string, language: string][] = [
    ['the language itself', 'de', 'en', 'Deutsch', 'de'],
    ['de-AT falls back to de', 'de-AT', 'en', 'Deutsch', 'de'],
    ['two steps back', 'de-Latn-AT', 'en', 'Deutsch', 'de'],
    ['whatever the case', 'DE-at', 'en', 'Deutsch', 'de'],
    ['a tag in another case', 'pt-br', 'en', 'Português', 'pt-BR'],
    ['else the manifest’s language', 'fr', 'de', 'Deutsch', 'de'],
    ['the manifest’s language falls back too', 'fr', 'de-CH', 'Deutsch', 'de'],
    ['else any', 'fr', 'it', 'English', 'en'],
  ];
  for (const [what, asked, own, found, language] of looks)
    it(what, () => expect(localize(text, asked, own)).to.deep.equal({ text: found, language }));

  it('a plain text is in the manifest’s language', () =>
    expect(localize('Warum.', 'en', 'de')).to.deep.equal({ text: 'Warum.', language: 'de' }));
  it('does not take a shorter language for a longer one', () =>
    expect(localize({ d: 'no', de: 'yes' }, 'deu', 'de').text).to.equal('yes'));
  it('knows no text where there is none', () => expect(localize({}, 'en', 'de').text).to.equal(''));
});

describe('findCookie', () => {
  const find = (declared: string[], name: string) =>
    findCookie(
      declared.map((name) => ({ name })),
      name,
    )?.name;

  const looks: [declared: string[], name: string, found: string | undefined][] = [
    [['sid'], 'sid', 'sid'],
    [['sid'], 'SID', undefined],
    [['sid'], 'sid2', undefined],
    [['device_*'], 'device_7', 'device_*'],
    [['device_*'], 'device_', 'device_*'],
    [['device_*'], 'my_device_7', undefined],
    [['*_id'], 'user_id', '*_id'],
    [['a*c'], 'abc', 'a*c'],
    [['a*c'], 'ac', 'a*c'],
    [['a*c'], 'a', undefined],
    [['ab*bc'], 'abc', undefined],
    [['a*b*c'], 'a-b-c', 'a*b*c'],
    [['a*b*c'], 'a-c-b', undefined],
    [['a.c*'], 'abc', undefined],
    [['x*', 'x_1'], 'x_1', 'x_1'],
    [['x_1', 'x*'], 'x_1', 'x_1'],
    [['x*', 'x_long*'], 'x_longer', 'x_long*'],
    [['x_long*', 'x*'], 'x_longer', 'x_long*'],
    [['x*', '*verylongend'], 'x_verylongend', '*verylongend'],
    [['x*'], 'constructor', undefined],
  ];
  for (const [declared, name, found] of looks)
    it(`${name} among ${declared.join(', ')}`, () => expect(find(declared, name)).to.equal(found));
});
