import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import enDetails from '../../src/locales/messages/en-details.js';
import en from '../../src/locales/messages/en.js';
import { languages } from '../../src/locales/languages.js';
import type { Plural } from '../../src/locales/types.js';
import { policyLanguages } from '../../src/locales/load-policy.js';
import proseEn from '../../src/locales/policy/en.js';
import { chinese, expected } from './languages.js';

type Texts = Readonly<Record<string, string | Plural>>;

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const english = withoutList({ ...en, ...enDetails });
const all: { readonly [tag: string]: Texts } = { en: english, ...(await arrived(languages)) };
const prose: { readonly [tag: string]: Texts } = { en: proseEn, ...(await arrived(policyLanguages)) };

/** How a list is joined is no text: `lists.test.ts` looks at it. */
function withoutList(messages: object): Texts {
  const { list: _, ...texts } = messages as Texts;
  return texts;
}

async function arrived(files: {
  readonly [tag: string]: undefined | (() => Promise<{ readonly default: object }>);
}): Promise<{ [tag: string]: Texts }> {
  const loaded = Object.entries(files).map(async ([tag, load]) => [tag, withoutList((await load!()).default)] as const);
  return Object.fromEntries(await Promise.all(loaded));
}

const formsOf = (text: string | Plural): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
/** The words of a text that are its language's own: not the placeholders, not the names that all languages share. */
const wordsOf = (text: string) =>
  text
    .replace(/\{\w+\}|cookies?|IndexedDB|web|OK|Safari|\W/gi, (part) =>
      /[\p{L}]/u.test(part) && !/^[a-z{]/i.test(part) ? part : ' ',
    )
    .trim();

test('there are 38 languages: the 24 of the European Union, and 14 more', () => {
  assert.equal(Object.keys(expected).length, 38);
  assert.deepEqual(Object.keys(all).sort(), Object.keys(expected).sort());
});

test('every file of texts is offered', () => {
  const files = readdirSync(`${source}locales/messages`).filter((file) => /^[a-z]{2}(-\w{4})?\.ts$/.test(file));
  assert.deepEqual(files.map((file) => file.replace('.ts', '')).sort(), Object.keys(all).sort());
  assert.deepEqual(
    readdirSync(`${source}locales/policy`)
      .map((file) => file.replace('.ts', ''))
      .sort(),
    Object.keys(prose).sort(),
  );
});

test('the policy page speaks at least twelve languages', () => {
  assert.deepEqual(Object.keys(prose).sort(), ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'sv', 'zh']);
});

test('English has its texts in three files that do not overlap', () => {
  const keys = [en, enDetails, proseEn].flatMap((texts) => Object.keys(texts));
  assert.equal(new Set(keys).size, keys.length);
});

test('every text is used', () => {
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^locales\/(?!messages|count)|prose\//.test(file))
    .map((file) => readFileSync(source + file, 'utf8'))
    .join('\n');
  // Read by the value of a manifest's field, or by the kind of a duration.
  const byValue = [
    'user-input',
    'authentication',
    'security',
    'media-player',
    'load-balancing',
    'preference',
    'third',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'cacheStorage',
    'beacon',
    'session',
    'persistent',
  ];
  const unused = (texts: object, object: string) =>
    Object.keys(texts).filter((key) => !byValue.includes(key) && !new RegExp(`\\b${object}\\.${key}\\b`).test(code));
  assert.deepEqual(unused(english, 'messages'), []);
  assert.deepEqual(unused(proseEn, 'policyMessages'), []);
});

for (const [kind, files, base] of [
  ['notice and details', all, english],
  ['policy page', prose, proseEn as Texts],
] as const)
  for (const [tag, texts] of Object.entries(files)) {
    const { scripts, accepting, same = [] } = expected[tag]!;

    describe(`the texts of the ${kind} in ${tag}`, () => {
      test('have exactly the keys of English', () =>
        assert.deepEqual(Object.keys(texts).sort(), Object.keys(base).sort()));

      test('have the placeholders of English', () => {
        for (const [key, text] of Object.entries(texts)) {
          const [wanted = ''] = formsOf(base[key]!).slice(-1);
          // A form for none, one or two may say the number by the word alone (Arabic, Hebrew).
          const numbered =
            typeof text === 'string'
              ? [text]
              : Object.entries(text).flatMap(([form, words]) =>
                  /zero|one|two/.test(form) && /^(ar|he)$/.test(tag) ? [] : words,
                );
          for (const form of numbered) assert.deepEqual(placeholders(form), placeholders(wanted), key);
        }
      });

      test('count with every plural form of the language', () => {
        for (const [key, text] of Object.entries(texts))
          if (typeof text !== 'string')
            assert.deepEqual(
              Object.keys(text).sort(),
              new Intl.PluralRules(tag).resolvedOptions().pluralCategories.sort(),
              key,
            );
      });

      test('are translated, but for words that are the same', () => {
        const kept = Object.keys(texts).filter(
          (key) => tag !== 'en' && formsOf(texts[key]!).join() === formsOf(base[key]!).join(),
        );
        assert.deepEqual(kept.sort(), tag === 'en' || kind === 'policy page' ? [] : [...same, 'indexedDB'].sort());
      });

      test('are written in the script of the language', () => {
        const own = new RegExp(`[${scripts.map((script) => `\\p{sc=${script}}`).join('')}]`, 'u');
        const foreign = new RegExp(
          `[^${scripts.map((script) => `\\p{sc=${script}}`).join('')}\\p{sc=Common}\\p{sc=Inherited}]`,
          'u',
        );
        for (const [key, text] of Object.entries(texts)) {
          if (same.includes(key) || key === 'indexedDB') continue;
          for (const form of formsOf(text)) {
            assert.match(form, own, key);
            assert.doesNotMatch(wordsOf(form), foreign, key);
          }
        }
      });

      test('are neither empty nor padded', () => {
        for (const [key, text] of Object.entries(texts))
          for (const form of formsOf(text)) assert.match(form, /^\S(.*\S)?$/, key);
      });

      test('never ask to accept, agree, allow or refuse', () => {
        // The one text that speaks of consent says that none is needed.
        for (const [key, text] of Object.entries(texts))
          if (key !== 'essentialText') for (const form of formsOf(text)) assert.doesNotMatch(form, accepting, key);
      });
    });
  }

test('the two ways of writing Chinese are kept apart', () => {
  for (const [tag, characters] of [
    ['zh', chinese.traditional],
    ['zh-hant', chinese.simplified],
  ] as const) {
    const others = [...characters].filter(
      (character, index) => [...chinese[tag === 'zh' ? 'simplified' : 'traditional']][index] !== character,
    );
    const written = [...Object.values(all[tag]!), ...Object.values(prose[tag] ?? {})].flatMap(formsOf).join('');
    assert.deepEqual(
      others.filter((character) => written.includes(character)),
      [],
      tag,
    );
  }
});
