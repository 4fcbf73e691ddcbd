import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { ManifestError } from '../../src/entries/index.js';
import { renderPolicyHtml, renderPolicyMarkdown } from '../../src/entries/policy.node.js';
import { expected } from '../locales/languages.js';
import { all, attributesOf, parse, piecesOf, tablesOf, textOf } from './page.js';

const demo = JSON.parse(readFileSync(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as object;
const seed = [
  ['userId', 'Session'],
  ['userName', 'Session'],
  ['pass_ua', '3 years'],
  ['uLocale', '7 days'],
  ['passToken', 'Session'],
  ['serviceToken', 'Session'],
  ['pass_trace', '3 years'],
  ['passInfo', 'Session'],
  ['cUserId', 'Session'],
  ['deviceId', '3 years'],
  ['tick', '30 minutes'],
  ['passport_ph', 'Session'],
  ['pass_ptd', '3 years'],
  ['pExpireTime', 'Session'],
  ['ick', 'Session'],
  ['captchaToken', 'Session'],
  ['passport_slh', 'Session'],
];
const contacts = [
  'Xiaomi Communications Co., Ltd.',
  "#019, 9th Floor, Building 6, 33 Xi'erqi Middle Road",
  'Haidian District, Beijing, China, 100085',
  'For users in the European Economic Area (EEA)',
  'Xiaomi Technology Netherlands B.V.',
  'Room 04-106, Wework Strawinskylaan 4117 4th Floor',
  'Atrium North Tower Amsterdam, 1017XD',
];
const asHtml = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
const text = (html: string) => textOf(parse(html)).replace(/\s+/g, ' ');

describe('the demo’s policy page as HTML', () => {
  const html = renderPolicyHtml(demo);
  const [essential, own] = tablesOf(html) as [ReturnType<typeof tablesOf>[0], ReturnType<typeof tablesOf>[0]];

  test('lists the seed’s 17 cookies with their durations, and the library’s own apart', () => {
    assert.deepEqual(essential.columns, ['Name', 'Purpose', 'Duration', 'Provider']);
    assert.deepEqual(
      essential.rows.map(([name, , duration]) => [name, duration]),
      seed,
    );
    assert.deepEqual(
      own.rows.map(([name, , duration, provider]) => [name, duration, provider]),
      [['cookie_preferences', '182 days', 'Xiaomi']],
    );
    assert.equal(tablesOf(html).length, 2);
  });

  test('merges purposes over 2, 1, 1 and 13 rows, and the source over 17', () => {
    assert.deepEqual(essential.spans, [Array(17).fill(1), [2, 1, 1, 13], Array(17).fill(1), [17]]);
    assert.deepEqual(new Set(essential.rows.map(([, , , provider]) => provider)), new Set(['Xiaomi']));
    assert.equal(new Set(essential.rows.map(([, purpose]) => purpose)).size, 4);
  });

  test('holds both contacts, and the privacy policy', () => {
    const addresses = all(parse(html), 'address').flatMap(piecesOf);
    assert.deepEqual(addresses, contacts);
    assert.match(html, /<a href="\/privacy">Privacy policy<\/a>/);
  });

  test('says what follows from the manifest', () => {
    for (const said of [
      'first-party cookies only',
      '11 session cookies and 7 persistent cookies',
      'November 1, 2026',
      '400 days at most',
      'pass_ua, pass_trace, deviceId, and pass_ptd',
    ])
      assert.ok(text(html).includes(said), said);
  });

  test('names the help of seven browsers on their makers’ sites', () => {
    const links = all(parse(html), 'a')
      .map((link) => link.attrs.find(({ name }) => name === 'href')!.value)
      .filter((href) => href.startsWith('https:'));
    assert.deepEqual([...new Set(links.map((link) => new URL(link).hostname.split('.').slice(-2).join('.')))].sort(), [
      'apple.com',
      'google.com',
      'microsoft.com',
      'mozilla.org',
      'opera.com',
      'samsung.com',
    ]);
    assert.equal(links.length, 7);
  });

  test('is valid', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'] });
    for (const lang of ['en', 'de', 'ar', 'he', 'ja', 'hi']) {
      const page = `<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Policy</title>\n</head>\n<body>\n<main>\n${renderPolicyHtml(demo, { lang })}</main>\n</body>\n</html>\n`;
      const { results } = await validator.validateString(page);
      assert.deepEqual(
        results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${lang} ${line} ${ruleId}: ${message}`),
        ),
        [],
      );
    }
  });

  test('has no class, id, style or script, which a site’s rules or a filter list may know', () =>
    assert.doesNotMatch(html, /\s(class|id|style)=|<script|<style/));

  test('leaves out sections, and begins at another level', () => {
    const part = renderPolicyHtml(demo, { omit: ['title', 'manage', 'what'], headingLevel: 2 });
    assert.doesNotMatch(part, /<h[12]>|Google Chrome|What cookies are/);
    assert.match(part, /<h3>Session and persistent cookies<\/h3>/);
  });
});

describe('the demo’s policy page as Markdown', () => {
  const html = asHtml(renderPolicyMarkdown(demo));

  test('renders in GitHub’s flavour with all that the HTML has', () => {
    const [essential, own] = tablesOf(html) as [ReturnType<typeof tablesOf>[0], ReturnType<typeof tablesOf>[0]];
    const [given, givenOwn] = tablesOf(renderPolicyHtml(demo));
    assert.deepEqual(essential.rows, given?.rows);
    assert.deepEqual(own.rows, givenOwn?.rows);
    const pieces = (page: string) =>
      piecesOf(parse(page)).filter((piece) => !tablesOf(page).some(({ rows }) => rows.flat().includes(piece)));
    assert.deepEqual(new Set(pieces(html)), new Set(pieces(renderPolicyHtml(demo))));
  });
});

test('in Markdown every name is code, whatever it is made of', () => {
  const names = [
    'a',
    'a b',
    'a|b',
    'a\\|b',
    'end\\',
    '`',
    'a`b',
    '``x`',
    '||',
    '*_x_*',
    '<b>',
    '&amp;',
    '[x](y)',
    '# 1',
  ];
  const page = parse(
    asHtml(renderPolicyMarkdown({ cookies: names.map((name) => ({ name, purpose: name, duration: 'session' })) })),
  );
  assert.deepEqual(all(page, 'code').map(textOf).slice(0, -1), names);
});

describe('languages of the page', () => {
  test('it speaks German whole', () => {
    const html = renderPolicyHtml(demo, { lang: 'de' });
    assert.match(html, /^<article data-policy lang="de" dir="ltr">/);
    assert.doesNotMatch(html, /<(h1|h2|p|td|caption) lang=/);
    assert.deepEqual(tablesOf(html)[0]!.columns, ['Name', 'Zweck', 'Dauer', 'Anbieter']);
    assert.ok(text(html).includes('11 Sitzungs-Cookies und 7 dauerhafte Cookies'));
  });

  test('without sentences of its own, it says them in English, marked so, and keeps its tables', () => {
    const html = renderPolicyHtml(demo, { lang: 'he' });
    assert.match(html, /^<article data-policy lang="he" dir="rtl">/);
    assert.match(html, /<h2 lang="en" dir="ltr">What cookies are<\/h2>/);
    assert.match(html, /<th scope="col">[֐-׿]+<\/th>/);
    assert.ok(!text(html).includes('Essential cookies'));
  });

  test('traditional Chinese is not given simplified sentences', () => {
    assert.match(renderPolicyHtml(demo, { lang: 'zh-TW' }), /<h2 lang="en">What cookies are<\/h2>/);
    assert.doesNotMatch(renderPolicyHtml(demo, { lang: 'zh-CN' }), /What cookies are/);
  });

  for (const lang of Object.keys(expected))
    test(`in ${lang} nothing is left to fill in`, () => {
      for (const page of [renderPolicyHtml(demo, { lang }), renderPolicyMarkdown(demo, { lang })])
        assert.doesNotMatch(page, /\{\w+\}|undefined|\[object|NaN/);
      assert.equal(tablesOf(renderPolicyHtml(demo, { lang }))[0]!.rows.length, 17);
    });
});

describe('other manifests', () => {
  const manifest = {
    site: { name: 'Example', contacts: [{ name: 'A', email: 'a+b@example.com', url: '/write' }] },
    categories: { statistics: { label: 'Statistics', description: 'Counts visits.' } },
    cookies: [
      { name: 'a', purpose: 'One.', duration: 'session' },
      {
        name: 'b',
        purpose: 'Two.',
        duration: 'P30D',
        provider: { name: 'Acme', url: 'https://acme.example/' },
        party: 'third',
      },
      { name: 'c', purpose: 'One.', duration: 'persistent', storage: 'localStorage' },
      { name: 's', purpose: 'Counts.', duration: '2 years', category: 'statistics' },
    ],
  };

  test('only consecutive cells are merged', () => {
    const [essential] = tablesOf(renderPolicyHtml(manifest));
    assert.deepEqual(
      essential!.rows.map(([name, purpose]) => [name, purpose]),
      [
        ['a', 'One.'],
        ['b', 'Two.'],
        ['c', 'One.'],
      ],
    );
    assert.deepEqual(essential!.spans[1], [1, 1, 1]);
  });

  test('third parties, storages and categories are named', () => {
    const page = text(renderPolicyHtml(manifest));
    for (const said of [
      'of these providers: Acme',
      'it uses: Local storage',
      'stay off until you choose them: Statistics',
      'Counts visits.',
      'Third party',
    ])
      assert.ok(page.includes(said), said);
    assert.ok(!page.includes('first-party cookies only'));
    assert.match(renderPolicyHtml(manifest), /href="mailto:a%2Bb%40example.com"/);
  });

  test('a revision that is no day is no date', () => {
    for (const revision of ['7', '2026-13-45', undefined])
      assert.doesNotMatch(
        text(renderPolicyHtml({ ...manifest, ...(revision && { revision }) })),
        /list of cookies is of/,
      );
  });

  test('what is no manifest is refused', () => {
    assert.throws(() => renderPolicyHtml({ cookie: [] }), ManifestError);
    assert.throws(() => renderPolicyMarkdown('<p>'), ManifestError);
  });

  test('an address with quotes stays one attribute', () => {
    const privacyUrl = `/p?"onmouseover="alert(1)"'&lt;`;
    const page = parse(renderPolicyHtml({ ...manifest, site: { privacyUrl } }));
    const links = all(page, 'a').filter((link) => textOf(link) === 'Privacy policy');
    assert.deepEqual(
      links.map(({ attrs }) => attrs),
      [[{ name: 'href', value: privacyUrl }]],
    );
  });

  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</td></tr></table><h1>out</h1>',
    '| a | b |\n| - | - |',
    '[link](javascript:alert(1))',
    '`code` ``two`` \\',
    '# heading',
    '1. item\n- item\n+ item\n> quote',
    '&lt;b&gt; &amp;amp; &#60;',
    '**bold** _em_ ~~gone~~',
    '![image](https://evil.example/x.png)',
    'www.evil.example https://evil.example a@evil.example',
    '<!-- comment',
    'a\\|b',
    '\u202e\u0000\u2028',
  ];
  for (const words of hostile)
    test(`stays text: ${JSON.stringify(words)}`, () => {
      const bad = {
        site: {
          name: words,
          policyUrl: words,
          privacyUrl: 'javascript:alert(1)',
          contacts: [{ label: words, name: words, address: [words], email: words, url: 'javascript:alert(1)' }],
        },
        categories: { extra: { label: words, description: words } },
        cookies: [
          {
            name: words,
            purpose: words,
            duration: words,
            provider: { name: words, url: 'javascript:alert(1)' },
            domain: words,
            exemption: words,
            storage: words,
          },
          { name: `${words}2`, purpose: { [words]: words }, duration: 'session', category: 'extra' },
        ],
      };
      const plain = words.replace(/[\s\0]+/g, ' ').trim();
      for (const [kind, html] of [
        ['html', renderPolicyHtml(bad)],
        ['markdown', asHtml(renderPolicyMarkdown(bad))],
      ] as const) {
        const page = parse(html);
        for (const tag of ['script', 'img', 'b', 'em', 'del', 'blockquote', 'ol'])
          assert.deepEqual(all(page, tag).map(textOf), [], `${kind} ${tag}`);
        assert.equal(all(page, 'strong').length, kind === 'html' ? 0 : 3); // the captions of Markdown's tables
        assert.equal(all(page, 'h1').length, 1, kind);
        if (kind === 'html')
          assert.deepEqual(
            [...new Set(attributesOf(page))].filter(
              (name) => !['data-policy', 'lang', 'dir', 'href', 'scope', 'rowspan'].includes(name),
            ),
            [],
          );
        const links = all(page, 'a').map((link) => link.attrs.find(({ name }) => name === 'href')?.value ?? '');
        assert.deepEqual(
          links.filter((href) => /evil|javascript/i.test(decodeURIComponent(href)) && !href.startsWith('mailto:')),
          [],
          kind,
        );
        const [first] = tablesOf(html);
        assert.equal(first!.rows[0]![1]!.replace(/[\s\0]+/g, ' ').trim(), plain, `${kind}: the purpose`);
        assert.ok(first!.rows[0]![0]!.replace(/[\s\0]+/g, ' ').startsWith(plain), `${kind}: the name`);
        assert.equal(tablesOf(html).length, 3, kind);
      }
    });
});
