import { expect } from '@open-wc/testing';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import enDetails from '../../src/locales/en-details.js';
import en from '../../src/locales/en.js';

type Texts = Readonly<Record<string, string>>;

const english: Texts = { ...en, ...enDetails };
const languages: { readonly [language: string]: { readonly texts: Texts; readonly sameWords: readonly string[]; readonly accepting: RegExp } } = {
  en: { texts: english, sameWords: Object.keys(english), accepting: /accept|agree|allow|only essential|reject/i },
  de: { texts: de, sameWords: ['ok', 'name', 'indexedDB', 'beacon'], accepting: /akzept|annehm|zustimm|einverstanden|erlaub|ablehn|nur notwendige$/i },
  ar: { texts: ar, sameWords: ['indexedDB'], accepting: /قبول|أقبل|اقبل|أوافق|موافق(?!ة)|رفض/ },
};
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

it('English has its texts in two files that do not overlap', () =>
  expect(Object.keys(english)).to.have.length(Object.keys(en).length + Object.keys(enDetails).length));

for (const [language, { texts, sameWords, accepting }] of Object.entries(languages))
  describe(`the texts in ${language}`, () => {
    it('have exactly the keys of English', () => expect(Object.keys(texts)).to.have.members(Object.keys(english)));

    it('have the placeholders of English', () => {
      for (const [key, text] of Object.entries(texts)) expect(placeholders(text), key).to.deep.equal(placeholders(english[key]!));
    });

    it('are translated, but for words that are the same', () => {
      const same = Object.keys(texts).filter((key) => texts[key] === english[key]);
      expect(same).to.have.members(sameWords as string[]);
    });

    it('are neither empty nor padded', () => {
      for (const [key, text] of Object.entries(texts)) expect(text, key).to.match(/^\S(.*\S)?$/);
    });

    it('never ask to accept', () => {
      for (const [key, text] of Object.entries(texts)) expect(text, key).not.to.match(accepting);
    });
  });
