/** What the policy page says comes back: manifest → page → import gives the same names, purposes, durations, providers and categories. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { draft } from '../../src/import/draft.js';
import { readSource } from '../../src/import/read.js';
import { parseManifest, type Cookie, type LocalisedText, type Manifest } from '../../src/entries/index.js';
import { renderPolicyHtml, renderPolicyMarkdown } from '../../src/entries/policy.node.js';
import { expected as languages } from '../locales/languages.js';

// The same manifests each time, so that it fails for a change and not by chance.
const seed = 20_261_124;

const line = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The text that a page in the manifest's own language shows: that language's, else the first. No tag here falls back to another. */
const shown = (text: LocalisedText | undefined, { language }: Manifest): string =>
  line(typeof text === 'object' ? (text[language] ?? Object.values(text)[0]!) : (text ?? ''));

/** Where an address leads to: Markdown writes some characters of it as their percent codes. */
const addressOf = (url: string) =>
  new URL(url, 'https://base.example/').href.replace(/[^\w!#$%&'()*+,./:;=?@~-]/g, encodeURIComponent);

/** What must come back of a cookie. */
interface Kept {
  readonly name: string;
  readonly purpose: string;
  readonly duration: Cookie['duration'];
  readonly provider: string;
  readonly url: string | undefined;
  readonly category: string;
}

const keptOf = (cookie: Cookie, manifest: Manifest): Kept => ({
  name: line(cookie.name),
  purpose: shown(cookie.purpose, manifest),
  duration: cookie.duration,
  provider: shown(cookie.provider.name, manifest),
  url: cookie.provider.url && addressOf(cookie.provider.url),
  category:
    cookie.category === 'essential' ? 'essential' : shown(manifest.categories[cookie.category]?.label, manifest),
});

/** The cookies in the order of the page: the essential ones, then each category where it comes first. */
function inOrder({ cookies }: Manifest): Cookie[] {
  const categories = ['essential', ...cookies.map(({ category }) => category)];
  return cookies.toSorted((a, b) => categories.indexOf(a.category) - categories.indexOf(b.category));
}

const forms = { html: renderPolicyHtml, markdown: renderPolicyMarkdown } as const;

const imported = (page: string): Manifest => parseManifest(draft(readSource(page), { revision: '1' }).manifest);

const demo = JSON.parse(readFileSync(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;

describe('a table as on the page that the project began with', () => {
  const purposes = [
    'Tells whose account it is.',
    'Tells what kind of device it is.',
    'Keeps language and country.',
    'Guards against fraud.',
  ];
  const rows: readonly (readonly [name: string, duration: string, group: number])[] = [
    ['userId', 'Session', 0],
    ['userName', 'Session', 0],
    ['pass_ua', '3 years', 1],
    ['uLocale', '7 days', 2],
    ['passToken', 'Session', 3],
    ['serviceToken', 'Session', 3],
    ['pass_trace', '3 years', 3],
    ['passInfo', 'Session', 3],
    ['cUserId', 'Session', 3],
    ['deviceId', '3 years', 3],
    ['tick', '30 minutes', 3],
    ['passport_ph', 'Session', 3],
    ['pass_ptd', '3 years', 3],
    ['pExpireTime', 'Session', 3],
    ['ick', 'Session', 3],
    ['captchaToken', 'Session', 3],
    ['passport_slh', 'Session', 3],
  ];
  const isFirst = (index: number) => index === 0 || rows[index - 1]![2] !== rows[index]![2];
  const spanOf = (group: number) => rows.filter((row) => row[2] === group).length;
  const html = `<!DOCTYPE html><html lang="en"><title>Cookies</title><h1>Our cookies</h1><p>We keep a few.</p><h2>Essential cookies</h2>
    <table><tbody><tr><td><b>Cookie</b></td><td><b>Purpose</b></td><td><b>Duration</b></td><td><b>Source</b></td></tr>
    ${rows.map(([name, duration, group], index) => `<tr><td>${name}</td>${isFirst(index) ? `<td rowspan="${spanOf(group)}">${purposes[group]!}</td>` : ''}<td>${duration}</td>${index ? '' : '<td rowspan="17">Example</td>'}</tr>`).join('\n')}
    </tbody></table><h2>How to reach us</h2><p>Write to us.</p></html>`;
  const text = `Our cookies\n\nWe keep a few.\n\nEssential cookies\n\nCookie Purpose Duration Source\n${rows
    .map(([name, duration, group], index) =>
      [name, ...(isFirst(index) ? [purposes[group]!] : []), duration, ...(index ? [] : ['Example'])].join(' '),
    )
    .join('\n')}\n\nHow to reach us\n\nWrite to us.\n`;
  const wanted = {
    Session: { kind: 'session' },
    '3 years': { kind: 'amount', amount: 3, unit: 'year' },
    '7 days': { kind: 'amount', amount: 7, unit: 'day' },
    '30 minutes': { kind: 'amount', amount: 30, unit: 'minute' },
  } as const;

  for (const [form, page] of Object.entries({ html, text }))
    test(`as ${form} becomes 17 cookies, and comes back from both pages of them`, () => {
      const { manifest, remarks } = draft(readSource(page), { revision: '1' });
      assert.deepEqual(
        remarks.filter(({ kind }) => kind === 'lost'),
        [],
      );
      const first = parseManifest(manifest);
      assert.deepEqual(first.problems, []);
      assert.equal(first.site.name, 'Example');
      assert.deepEqual(
        first.cookies.map(({ name, purpose, duration, provider, category }) => ({
          name,
          purpose,
          duration: duration.kind === 'amount' ? { ...duration, seconds: undefined } : duration,
          provider,
          category,
        })),
        rows.map(([name, duration, group]) => ({
          ...{ name, purpose: purposes[group], provider: { name: 'Example' }, category: 'essential' },
          duration: duration === 'Session' ? wanted.Session : { ...wanted[duration as '7 days'], seconds: undefined },
        })),
      );
      for (const render of Object.values(forms)) {
        const again = imported(render(first));
        assert.deepEqual(again.cookies, first.cookies);
        assert.equal(again.site.name, 'Example');
      }
    });
});

describe('the demo’s policy page', () => {
  for (const language of Object.keys(languages))
    for (const [form, render] of Object.entries(forms))
      test(`comes back from ${form} in ${language}`, () => {
        const manifest = parseManifest(demo);
        const again = imported(render(manifest, { lang: language }));
        const purposeIn = ({ purpose }: Cookie) =>
          typeof purpose === 'string' ? purpose : (purpose[language] ?? purpose['en']);
        assert.deepEqual(
          again.cookies.map(({ name, purpose, duration, provider, category, exemption }) => ({
            name,
            purpose,
            duration,
            provider,
            category,
            exemption,
          })),
          manifest.cookies.map((cookie) => ({
            name: cookie.name,
            purpose: purposeIn(cookie),
            duration: cookie.duration,
            provider: cookie.provider,
            category: cookie.category,
            exemption: cookie.exemption,
          })),
        );
        assert.deepEqual(again.problems, []);
      });
});

const tags = Object.keys(languages);

/** Pieces that mean something in HTML, Markdown or a policy, and pieces of many scripts. */
const piece = fc.oneof(
  fc.constantFrom(
    '<b>',
    '</td>',
    '</table>',
    '<!--',
    '-->',
    '<br>',
    '&amp;',
    '&lt;',
    '&',
    '"',
    "'",
    '<',
    '>',
    '<script>',
    ']]>',
  ),
  fc.constantFrom(
    '|',
    '\\',
    '\\|',
    '`',
    '``',
    '*',
    '**',
    '_',
    '__',
    '~~',
    '#',
    '# ',
    '1. ',
    '- ',
    '+ ',
    '> ',
    '[x](y)',
    '![',
    ']',
    '(',
    ')',
    '---',
    ':',
    '::',
    '=',
    '~',
    '!',
    '@',
    'https://example.com/a_b',
    'www.example.com',
    'me@example.com',
    '\n',
    '\n\n',
    '\t',
    '    ',
    '\u00a0',
  ),
  fc.constantFrom(
    'Session',
    '13 months',
    'Purpose:',
    'Name',
    'Provider: x',
    '2 years',
    'essential',
    ', ',
    ' / ',
    ' · ',
    ';',
    '…',
    '%',
    '{{x}}',
    '*_id',
    'cookie',
  ),
  fc.constantFrom(
    'שלום',
    'مرحبا',
    '数据',
    'Größe',
    'źródło',
    'ελληνικά',
    'हिन्दी',
    'ไทย',
    '🍪',
    '👩‍💻',
    'é',
    'ﬁ',
    '\u200f',
    '①',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
);

/** A text of one or more words, one of which is plain: what says nothing in letters is no purpose, and no name. */
const words = (maxLength: number) =>
  fc
    .tuple(
      fc.array(piece, { maxLength }),
      fc.constantFrom('keeps', 'sid', 'token7', 'Wort', 'слово'),
      fc.array(piece, { maxLength }),
      fc.constantFrom('', ' '),
    )
    .map(([before, word, after, joint]) => [...before, word, ...after].join(joint));

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const localised = (text: fc.Arbitrary<string>): fc.Arbitrary<LocalisedText> =>
  fc.oneof(
    { weight: 3, arbitrary: text },
    {
      weight: 1,
      arbitrary: fc.dictionary(fc.constantFrom('de', 'en', 'fr', 'ar', 'he', 'ja'), text, { minKeys: 1, maxKeys: 3 }),
    },
  );
const url = fc.oneof(
  fc.constantFrom(
    'https://example.com/privacy',
    '/privacy',
    'privacy.html?a=1&b=2',
    '#top',
    'HTTP://example.com',
    'https://example.com/a|b(c)<d>&copy;=1&amp;',
    '/ä/数%20',
  ),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);
const duration = fc.oneof(
  fc.constantFrom('session', 'persistent', 'P3Y', 'PT30M', 'P7D', 'P2W', 'PT10S'),
  fc
    .tuple(
      fc.oneof(fc.constantFrom(1, 2, 3, 12, 13, 30), fc.integer({ min: 1, max: 999_999 })),
      fc.constantFrom('second', 'minute', 'hour', 'day', 'week', 'month', 'year'),
    )
    .map(([amount, unit]) => `${amount} ${unit}s`),
);
const cookie = fc.record({
  name: words(3),
  purpose: localised(words(5)),
  duration,
  provider: maybe(fc.oneof(localised(words(2)), fc.record({ name: localised(words(2)), url: maybe(url) }))),
  category: fc.constantFrom('essential', 'essential', 'a', 'b', 'c'),
  party: fc.constantFrom('first', 'third', undefined),
  storage: fc.constantFrom(
    'cookie',
    'cookie',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'cacheStorage',
    'beacon',
    undefined,
  ),
  domain: fc.constantFrom('example.com', '*.example.com', 'localhost', 'bücher.example', undefined, undefined),
  path: fc.constantFrom('/', '/shop', undefined),
  httpOnly: fc.constantFrom(true, false, undefined),
  exemption: fc.constantFrom(
    'user-input',
    'authentication',
    'security',
    'media-player',
    'load-balancing',
    'preference',
    undefined,
    undefined,
  ),
});

/** Known names of categories are read as what they mean, so labels are others, and each has its own. */
const label = words(2).filter((text) => !/^\W*(cookies?|session|essential)\W*$/i.test(text));
const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');

const manifest = fc
  .record({
    language: fc.constantFrom(...tags),
    site: maybe(fc.record({ name: localised(words(1)) })),
    labels: fc.uniqueArray(label, { minLength: 3, maxLength: 3, selector: line }),
    descriptions: fc.tuple(maybe(words(3)), maybe(words(3)), maybe(words(3))),
    cookies: fc.uniqueArray(cookie, {
      minLength: 1,
      maxLength: 6,
      selector: ({ name, storage = 'cookie', domain }) => JSON.stringify([line(name), storage, domain]),
    }),
  })
  .map(({ language, site, labels, descriptions, cookies }) => {
    // The id is the label's slug where that is one, and no two would share it.
    const slugs = labels.map(slugOf);
    const ids = ['a', 'b', 'c'].map((id, index) =>
      /^[a-z][a-z\d-]{0,31}$/.test(slugs[index]!) && slugs.indexOf(slugs[index]!) === slugs.lastIndexOf(slugs[index]!)
        ? slugs[index]!
        : id,
    );
    return JSON.parse(
      JSON.stringify({
        ...{ language, site },
        categories: Object.fromEntries(
          ids.map((id, index) => [id, { label: labels[index], description: descriptions[index] }]),
        ),
        cookies: cookies.map((cookie) => ({
          ...cookie,
          category: cookie.category === 'essential' ? 'essential' : ids['abc'.indexOf(cookie.category)],
          // A cookie has an end.
          ...(cookie.duration === 'persistent' &&
            (cookie.storage ?? 'cookie') === 'cookie' && { storage: 'localStorage' }),
        })),
      }),
    ) as object;
  })
  .filter((written) => parseManifest(written).problems.length === 0);

/** Ids that are the slugs of their labels, by these. */
const slugged = ({ categories }: Manifest) =>
  Object.fromEntries(
    Object.entries(categories).flatMap(([id, { label = '' }]) =>
      typeof label === 'string' && /^[\s!-~]+$/.test(label) && slugOf(line(label)) === id ? [[line(label), id]] : [],
    ),
  );

describe('any manifest', () => {
  for (const [form, render] of Object.entries(forms))
    test(`comes back from its page as ${form}`, () => {
      let ids = 0;
      fc.assert(
        fc.property(manifest, (written) => {
          const original = parseManifest(written);
          const page = render(original);
          const again = imported(page);
          assert.deepEqual(
            again.cookies.map((cookie) => keptOf(cookie, again)),
            inOrder(original).map((cookie) => keptOf(cookie, original)),
            page,
          );
          const back = slugged(again);
          for (const [label, id] of Object.entries(slugged(original)))
            if (original.cookies.some(({ category }) => category === id)) {
              assert.equal(back[label], id, page);
              ids++;
            }
        }),
        { seed, numRuns: 2000 },
      );
      assert.ok(ids > 500, `${ids} ids were compared`);
    });
});
