/** What is read from lists, and from paragraphs that are lists. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readHtml } from '../../src/import/pages/html.js';
import { pageNamed, read } from './pages.js';

const found = (html: string) => readHtml(html).cookies.map(({ name, purpose, duration }) => [name, purpose, duration]);

describe('lists', () => {
  test('of hosts tell first from third parties', () => {
    assert.deepEqual(
      read(pageNamed('onetrust-list.html')).cookies.map(({ domain, party }) => [domain, party]),
      [
        ['*.example.com', 'first'],
        ['ads.example.org', 'third'],
      ],
    );
    assert.deepEqual(
      read(pageNamed('onetrust-table.html')).cookies.map(({ domain, party }) => [domain, party]),
      [
        ['www.example.com', 'first'],
        ['www.example.com', 'first'],
        ['cdn.example.net', 'third'],
      ],
    );
  });

  test('an item that is no cookie is reported, and a list of none is prose', () => {
    const { cookies, remarks } = readHtml(
      '<ul><li><code>a_b</code> – A (1 day)</li><li>and some more</li></ul><ul><li><b>Firefox</b> – Settings</li></ul>',
    );
    assert.deepEqual(
      [cookies.length, ...remarks.map(({ kind, at, written }) => [kind, at, written])],
      [1, ['lost', 'list 1, item 2', 'and some more']],
    );
  });

  test('in lists have their categories above them', () => {
    const { cookies } = readHtml(
      '<ul><li>Statistics cookies<ul><li>stat_a: Counts (1 day)</li></ul></li><li>Marketing cookies<ul><li>ad_b: Sells (2 days)</li></ul></li></ul>',
    );
    assert.deepEqual(
      cookies.map(({ name, category }) => [name, category]),
      [
        ['stat_a', 'Statistics cookies'],
        ['ad_b', 'Marketing cookies'],
      ],
    );
  });

  test('terms that share a definition', () =>
    assert.deepEqual(found('<dl><dt>_ga</dt><dt>_gid</dt><dd>Count readers.</dd><dd>2 years</dd></dl>'), [
      ['_ga', 'Count readers.', '2 years'],
      ['_gid', 'Count readers.', '2 years'],
    ]));

  test('terms that are fields', () =>
    assert.deepEqual(
      found(
        '<dl><dt>Name</dt><dd>sid</dd><dt>Zweck</dt><dd>Hält die Sitzung.</dd><dt>Laufzeit</dt><dd>1 Tag</dd></dl>',
      ),
      [['sid', 'Hält die Sitzung.', '1 Tag']],
    ));
});

describe('labels', () => {
  for (const [language, text] of [
    ['de', 'Cookie-Name: sid; Zweck: Anmeldung; Speicherdauer: 1 Tag'],
    ['fr', 'Nom : sid<br>Finalité : Anmeldung<br>Durée : 1 Tag'],
    ['pl', '<b>Nazwa:</b> sid <b>Cel:</b> Anmeldung <b>Czas trwania:</b> 1 Tag'],
    ['zh', '名称：sid<br>用途：Anmeldung<br>有效期：1 Tag'],
  ])
    test(language, () => assert.deepEqual(found(`<p>${text}</p>`), [['sid', 'Anmeldung', '1 Tag']]));

  test('colons and words in a value are not labels', () =>
    assert.deepEqual(found('<p>Name: sid<br>Purpose: used for: staying signed in<br>Duration: 1 day</p>'), [
      ['sid', 'used for: staying signed in', '1 day'],
    ]));

  test('in sentences are no cookies', () =>
    assert.deepEqual(found('<p>We name our provider: Acme. The purpose: sales.</p><p>Duration: short.</p>'), []));

  test('under a heading that is the name', () =>
    assert.deepEqual(found('<h2>Statistics cookies</h2><h3>_ga</h3><p>Counts readers.</p><p>Expires: 2 years</p>'), [
      ['_ga', 'Counts readers.', '2 years'],
    ]));
});

test('labelled lines are cookies, and say nothing of their category', () => {
  const { cookies } = readHtml(
    '<h2>Analytics cookies</h2><p>Name: _ga</p><p>Purpose: Counts visits.</p><p>Duration: 2 years</p>',
  );
  assert.deepEqual(
    cookies.map(({ name, category, categoryText }) => [name, category, categoryText]),
    [['_ga', 'Analytics cookies', undefined]],
  );
});
