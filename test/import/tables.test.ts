/** What is read from pages: each of the shapes that policies have, and the library's own in every language. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { draft } from '../../src/import/draft.js';
import { readHtml } from '../../src/import/pages/html.js';
import { readMarkdown } from '../../src/import/pages/markdown.js';
import { renderPolicyHtml, renderPolicyMarkdown } from '../../src/entries/policy.node.js';
import { expected as languages } from '../locales/languages.js';
import { cellsOf, draftedOf, pageNamed, pages, read } from './pages.js';

const table = (header: string, ...rows: string[]) =>
  `<table>${[header, ...rows]
    .map(
      (row, index) =>
        `<tr>${row
          .split('|')
          .map((cell) => (index ? `<td>${cell}</td>` : `<th>${cell}</th>`))
          .join('')}</tr>`,
    )
    .join('')}</table>`;
const kinds = (html: string) => readHtml(html).remarks.map(({ kind, at }) => `${kind} ${at}`);

describe('pages, cell by cell', () => {
  for (const page of pages) {
    test(page.file, () => assert.deepEqual(cellsOf(read(page)), page.expected));
    test(`${page.file}, as a manifest`, () => assert.deepEqual(draftedOf(read(page)), page.drafted));
  }

  test('there are 22 shapes, and nine languages with two ways to write Chinese', () => {
    assert.ok(pages.length >= 32);
    const named = pages.filter(({ file }) => file.startsWith('language-'));
    assert.deepEqual(
      named.map((page) => read(page).language?.toLowerCase()),
      ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'zh-hant', 'zh'],
    );
  });

  test('the languages are known by the headers alone', () => {
    for (const page of pages.filter(({ file }) => file.startsWith('language-')))
      assert.equal(
        readHtml(page.text.replace(/ lang="[^"]*"/, '')).language,
        /language-(.*)\.html/.exec(page.file)![1],
        page.file,
      );
  });
});

describe('what columns give', () => {
  test('hosts, paths, storages and whether scripts see it', () => {
    const [first, second] = read(pageNamed('columns.html')).cookies;
    assert.deepEqual(
      [first?.domain, first?.path, first?.httpOnly, first?.storage],
      ['app.example.com', '/app', true, 'cookie'],
    );
    assert.deepEqual(
      [second?.domain, second?.path, second?.httpOnly, second?.storage],
      [undefined, '/', false, 'indexedDB'],
    );
  });

  test('a type column gives what its cells say', () => {
    const { cookies, remarks } = readHtml(
      table(
        'Name|Type|Purpose|Expiry',
        'a|First party|A.|1 day',
        'b|3rd Party|B.|1 day',
        'c|HTML Local Storage|C.|1 day',
        'd|Statistics|D.|1 day',
        'e|Session|E.|',
        'f|Round|F.|1 day',
      ),
    );
    assert.deepEqual(
      cookies.map(({ party, storage, category, duration }) => [party, storage, category, duration]),
      [
        ['first', undefined, undefined, '1 day'],
        ['third', undefined, undefined, '1 day'],
        [undefined, 'localStorage', undefined, '1 day'],
        [undefined, undefined, 'Statistics', '1 day'],
        [undefined, undefined, undefined, 'Session'],
        [undefined, undefined, undefined, '1 day'],
      ],
    );
    assert.deepEqual(
      remarks.filter(({ written }) => written === 'Round').map(({ kind }) => kind),
      ['lost'],
    );
  });

  test('a provider’s link is kept where it is an address of the web', () => {
    const links = ['https://acme.example/p', '/privacy', 'javascript:alert(1)', 'mailto:a@b.example'];
    const { cookies } = readHtml(
      table(
        'Name|Purpose|Expiry|Provider',
        ...links.map((link, index) => `n${index}|P.|1 day|<a href="${link}">Acme</a>`),
      ),
    );
    assert.deepEqual(
      cookies.map(({ provider, providerUrl }) => [provider, providerUrl]),
      [
        ['Acme', 'https://acme.example/p'],
        ['Acme', '/privacy'],
        ['Acme', undefined],
        ['Acme', undefined],
      ],
    );
  });

  test('what is said of a category belongs to it', () => {
    assert.equal(read(pageNamed('wordpress.html')).cookies[0]?.categoryText, 'The shop cannot work without these.');
    assert.equal(read(pageNamed('wordpress.html')).cookies[2]?.categoryText, undefined);
  });

  test('a heading that names no category is none', () => {
    assert.deepEqual(
      readHtml(`<h2>Cookies we use</h2>${table('Name|Purpose|Expiry', 'a|A.|1 day')}`).cookies.map(
        ({ category }) => category,
      ),
      [undefined],
    );
  });

  test('the site’s name is that of the page’s own words for it', () => {
    assert.equal(readHtml(`<title>Cookies</title><meta property="og:site_name" content="Example">`).site, 'Example');
    assert.equal(readHtml('<title>Cookies</title>').site, undefined);
  });
});

describe('what is remarked', () => {
  test('cells that say nothing', () => {
    for (const nothing of ['', '-', '—', 'n/a', 'Nicht angegeben']) {
      const { manifest, remarks } = draft(
        readHtml(`<html lang="en"><h2>Essential cookies</h2>${table('Name|Purpose|Expiry', `a|${nothing}|1 day`)}`),
      );
      assert.equal(manifest.cookies[0]?.purpose, 'TODO');
      assert.deepEqual(
        remarks.map(({ kind, at }) => [kind, at]),
        [['lost', 'table 1, row 2']],
        nothing,
      );
    }
  });

  test('rows and columns that are no cookies', () => {
    assert.deepEqual(kinds(table('Name|Purpose|Expiry|Colour', 'a|A.|1 day|red', '|B.|1 day|blue')), [
      'note table 1',
      'lost table 1, row 3',
    ]);
    assert.deepEqual(
      kinds(
        '<table><tr><th>Name<th>Purpose<th>Expiry<tr><td colspan=3>None of these is shared with anybody else, as far as we know today.</table>',
      ),
      ['lost table 1, row 2'],
    );
    assert.deepEqual(kinds('<table><tr><td>Monday<td>9 to 5<tr><td>Tuesday<td>closed</table>'), ['note table 1']);
  });

  test('columns that were guessed, and names in which something varies', () => {
    assert.deepEqual(
      read(pageNamed('headerless.html')).remarks.map(({ kind, at }) => `${kind} ${at}`),
      ['doubt table 1'],
    );
    for (const [written, name] of [
      ['_gat_&lt;id&gt;', '_gat_*'],
      ['_ga_XXXXXXX', '_ga_*'],
      ['wp-settings-{user}', 'wp-settings-*'],
      ['_hj_[id]', '_hj_*'],
      ['sess#', 'sess*'],
      ['_pk_id.…', '_pk_id.*'],
    ]) {
      const { cookies, remarks } = readHtml(table('Name|Purpose|Expiry', `${written}|A.|1 day`));
      assert.deepEqual([cookies[0]?.name, ...remarks.map(({ kind }) => kind)], [name, 'doubt']);
    }
    assert.deepEqual(readHtml(table('Name|Purpose|Expiry', '_hj_*|A.|1 day')).remarks, []);
  });

  test('several names in one cell, but one in one code', () => {
    assert.ok(read(pageNamed('several.html')).remarks.every(({ kind }) => kind === 'note'));
    assert.deepEqual(
      readHtml(table('Name|Purpose|Expiry', '<code>a, b</code>|A.|1 day')).cookies.map(({ name }) => name),
      ['a, b'],
    );
  });

  test('a table in another is read once', () => {
    const inner = table('Name|Purpose|Expiry', 'in|Inner.|1 day');
    const { cookies } = readHtml(table('Name|Purpose|Expiry', `out|Outer. ${inner}|2 days`));
    assert.deepEqual(
      cookies.map(({ name, purpose }) => [name, purpose]),
      [
        ['out', 'Outer.'],
        ['in', 'Inner.'],
      ],
    );
  });
});

describe('the library’s own pages', () => {
  const names = [
    'a',
    '_ga_*',
    'wp-{user}',
    'a|b',
    'a\\|b',
    'end\\',
    'a`b',
    '``x`',
    '`',
    'a b',
    '<id>',
    'a,b',
    '&amp;',
    '# h',
    'XXXX',
    '[1]',
    "it's (x)",
    '___',
  ];
  const manifest = {
    site: { name: 'Acme & Söhne' },
    categories: { statistics: { label: 'Statistics', description: 'Counts visits.' }, extra: { label: 'Purpose' } },
    cookies: names.map((name, index) => ({
      name,
      purpose: `Purpose: of * ${Math.floor(index / 2)} | and.`,
      duration: ['session', '3 years', '30 minutes'][index % 3],
      category: ['essential', 'statistics', 'extra'][Math.floor(index / 6)],
      ...(index % 5 === 0 && { provider: { name: 'Pro | vider', url: 'https://provider.example/?a=b' } }),
      ...(index % 4 === 1 && { storage: 'localStorage', party: 'third', domain: '*.example.com' }),
      ...(index % 6 === 3 && { exemption: 'security' }),
    })),
  };
  const wanted = manifest.cookies.map(
    ({
      name,
      purpose,
      provider,
      storage,
      party,
      domain,
      exemption,
    }: (typeof manifest.cookies)[number] & { [field: string]: unknown }) => [
      name,
      purpose,
      ...(provider ? [provider.name, provider.url] : ['Acme & Söhne', undefined]),
      storage,
      party,
      domain,
      exemption,
    ],
  );

  for (const lang of Object.keys(languages))
    test(`in ${lang}`, () => {
      for (const source of [
        readHtml(renderPolicyHtml(manifest, { lang })),
        readMarkdown(renderPolicyMarkdown(manifest, { lang })),
      ]) {
        assert.deepEqual(
          source.cookies.map(({ name, purpose, provider, providerUrl, storage, party, domain, exemption }) => [
            name,
            purpose,
            provider,
            providerUrl,
            storage,
            party,
            domain,
            exemption,
          ]),
          wanted,
        );
        assert.deepEqual(source.cookies.map(({ category, categoryText }) => [category, categoryText]).slice(6), [
          ...Array(6).fill(['Statistics', 'Counts visits.']),
          ...Array(6).fill(['Purpose', undefined]),
        ]);
        assert.deepEqual(
          source.remarks.map(({ kind }) => kind),
          ['note'],
        );
        assert.equal(source.site, 'Acme & Söhne');
      }
      assert.equal(readHtml(renderPolicyHtml(manifest, { lang })).language, lang);
    });
});
