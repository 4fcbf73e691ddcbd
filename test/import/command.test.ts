/** `cookie-manifest import` on files and addresses: the manifest, the report, the exit code, the questions. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseManifest, type Manifest } from '../../src/entries/index.js';
import { file, folder, runImport, serve } from './command.js';

interface Written {
  readonly [field: string]: unknown;
  readonly cookies: readonly { readonly [field: string]: unknown }[];
}

const page = (rows: string, { lang = 'en', heading = 'Essential cookies', head = '' } = {}) =>
  `<!doctype html><html lang="${lang}"><head>${head}<title>Cookies</title></head><body><h1>Cookies</h1><h2>${heading}</h2>
  <table><thead><tr><th>Name</th><th>Purpose</th><th>Duration</th><th>Provider</th></tr></thead><tbody>${rows}</tbody></table></body></html>`;
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

const good = page(
  row('sid', 'Keeps you signed in.', 'Session', 'Shop') +
    row('_seen', 'Tells which news you have seen.', '13 months', 'Shop'),
);
const uncertain = page(
  row('sid', 'Keeps you signed in.', 'Session', 'Shop') +
    row('_range', 'Counts visits.', '1-2 hours', 'Shop') +
    row('_odd', 'Counts more.', 'until further notice', 'Shop') +
    row('_bare', '', '1 day', 'Shop'),
);

const written = (stdout: string) => JSON.parse(stdout) as Written;
const namesOf = ({ cookies }: Manifest | Written) => cookies.map(({ name }) => name);
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

describe('import of a file', () => {
  test('prints a minimal manifest without problems, and a sum', async () => {
    const { code, stdout, stderr } = await runImport([file('good.html', good), '--revision', '7']);
    assert.equal(code, 0);
    assert.deepEqual(written(stdout), {
      $schema: './node_modules/cookie-manifest/dist/manifest.schema.json',
      revision: '7',
      language: 'en',
      site: { name: 'Shop' },
      cookies: [
        { name: 'sid', purpose: 'Keeps you signed in.', duration: 'session' },
        { name: '_seen', purpose: 'Tells which news you have seen.', duration: '13 months' },
      ],
    });
    assert.deepEqual(Object.keys(written(stdout)), ['$schema', 'revision', 'language', 'site', 'cookies']);
    assert.deepEqual(parseManifest(written(stdout)).problems, []);
    assert.equal(lastLine(stderr), '2 cookies; 0 to look at; 0 not read');
  });

  test('gives today’s date as the revision', async () => {
    const before = new Date().toISOString().slice(0, 10);
    const { stdout } = await runImport([file('good.html', good)]);
    const after = new Date().toISOString().slice(0, 10);
    assert.ok([before, after].includes(String(written(stdout)['revision'])));
  });

  test('reports row by row what is uncertain, keeps it as written, and ends with 1', async () => {
    const { code, stdout, stderr } = await runImport([file('uncertain.html', uncertain)]);
    assert.equal(code, 1);
    assert.deepEqual(
      written(stdout).cookies.map(({ name, purpose, duration }) => [name, purpose, duration]),
      [
        ['sid', 'Keeps you signed in.', 'session'],
        ['_range', 'Counts visits.', '2 hours'],
        ['_odd', 'Counts more.', 'until further notice'],
        ['_bare', 'TODO', '1 day'],
      ],
    );
    const lines = stderr.trimEnd().split('\n');
    assert.equal(lines.filter((line) => /^look at {3}table 1, row \d+: .* "1-2 hours"$/.test(line)).length, 1, stderr);
    assert.equal(
      lines.filter((line) => /^not read {2}table 1, row \d+: .* "until further notice"$/.test(line)).length,
      1,
      stderr,
    );
    assert.equal(lines.filter((line) => /^not read {2}table 1, row \d+: .*purpose/.test(line)).length, 1, stderr);
    assert.equal(lastLine(stderr), '4 cookies; 1 to look at; 2 not read');
  });

  test('writes into a file where one is named', async () => {
    const output = join(folder, 'out.json');
    const { code, stdout } = await runImport([file('good.html', good), '--output', output]);
    assert.equal(code, 0);
    assert.equal(stdout, '');
    assert.deepEqual(namesOf(written(readFileSync(output, 'utf8'))), ['sid', '_seen']);
  });

  test('makes one manifest of several, and of the same cookie one', async () => {
    const other = file(
      'other.html',
      page(row('sid', 'Keeps you signed in.', 'Session', 'Shop') + row('_ads', 'Shows offers.', '1 year', 'Shop'), {
        heading: 'Marketing cookies',
      }),
    );
    const more = file('more.html', page(row('_seen', 'Tells which news you have seen.', '13 months', 'Shop')));
    const { code, stdout, stderr } = await runImport([file('good.html', good), more, other]);
    const { cookies, categories } = written(stdout);
    assert.deepEqual(categories, { marketing: { label: 'Marketing cookies' } });
    // The one of another category says something else, so both stay, and it is said.
    assert.deepEqual(
      cookies.map(({ name, category }) => [name, category]),
      [
        ['sid', undefined],
        ['_seen', undefined],
        ['sid', 'marketing'],
        ['_ads', 'marketing'],
      ],
    );
    assert.match(stderr, /^note .*more\.html, table 1, row \d+: .* "_seen"$/m);
    assert.match(stderr, /^not read .*other\.html, table 1, row \d+: .* "sid"$/m);
    assert.equal(code, 1);
  });

  test('takes --language, --site and --as', async () => {
    const { stdout } = await runImport([
      file('page.unknown', good),
      '--language',
      'de',
      '--site',
      'Laden',
      '--as',
      'html',
    ]);
    const { language, site, defaults } = written(stdout);
    assert.deepEqual(
      { language, site, defaults },
      { language: 'de', site: { name: 'Laden' }, defaults: { provider: 'Shop' } },
    );
  });

  test('reads Markdown by its content', async () => {
    const { stdout } = await runImport([
      file(
        'policy',
        '# Cookies\n\n## Necessary\n\n| Name | Purpose | Duration |\n| --- | --- | --- |\n| `sid` | Keeps you *signed in*. | 2 days |\n',
      ),
    ]);
    assert.deepEqual(written(stdout).cookies, [{ name: 'sid', purpose: 'Keeps you signed in.', duration: '2 days' }]);
  });

  test('says that there is nothing in what has no cookies', async () => {
    const { code, stdout, stderr } = await runImport([file('empty.html', '<!doctype html><p>Nothing here.')]);
    assert.equal(code, 1);
    assert.deepEqual(written(stdout).cookies, []);
    assert.match(stderr, /No cookie was found/);
  });

  const row8 = row('größe', 'Merkt sich die Größe.', '3 Jahre', 'Bär');
  const latin = page(row8, { lang: 'de', heading: 'Notwendige Cookies', head: '<meta charset="iso-8859-1">' });
  const bytes = {
    'UTF-8 with a mark': Buffer.from(`\ufeff${page(row8, { lang: 'de' })}`, 'utf8'),
    'UTF-16 with a mark': Buffer.from(`\ufeff${page(row8, { lang: 'de' })}`, 'utf16le'),
    'UTF-16 without one': Buffer.from(page(row8, { lang: 'de' }), 'utf16le'),
    'UTF-16 in the other order': Buffer.from(`\ufeff${page(row8, { lang: 'de' })}`, 'utf16le').swap16(),
    'the charset of a meta': Buffer.from(latin, 'latin1'),
    'bytes that are no UTF-8': Buffer.from(page(row8, { lang: 'de' }), 'latin1'),
  };
  for (const [encoding, content] of Object.entries(bytes))
    test(`reads ${encoding}`, async () => {
      const { stdout } = await runImport([file('encoded.html', content)]);
      assert.deepEqual(written(stdout).cookies, [
        { name: 'größe', purpose: 'Merkt sich die Größe.', duration: '3 years' },
      ]);
    });
});

describe('import of an address', () => {
  test('follows redirections, and reads the charset of the content type', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/cookies' }).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=windows-1252' })
          .end(
            Buffer.from(
              page(row('größe', 'Zeigt 5 €.'.replace('€', '\u0080'), '1 Tag', 'Bär'), { lang: 'de' }),
              'latin1',
            ),
          );
    });
    const { code, stdout, stderr } = await runImport([`${origin}/old`]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(written(stdout).cookies, [{ name: 'größe', purpose: 'Zeigt 5 €.', duration: '1 day' }]);
  });

  test('asks for the language that was named', async () => {
    const origin = await serve((request, response) =>
      response.end(
        page(row('sid', `Asked for ${request.headers['accept-language'] ?? 'nothing'}.`, 'Session', 'Shop')),
      ),
    );
    const { stdout } = await runImport([origin, '--language', 'fr']);
    assert.equal(written(stdout).cookies[0]!['purpose'], 'Asked for fr.');
  });

  test('does not take an error page for a policy', async () => {
    const origin = await serve((_, response) => response.writeHead(404).end(good));
    const { code, stdout, stderr } = await runImport([`${origin}/cookies`]);
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /\/cookies answered 404 Not Found\./);
  });

  test('stops at 20 MB', async () => {
    const chunk = Buffer.alloc(1_000_000, 'x');
    const origin = await serve((_, response) => {
      const send = () => {
        while (response.write(chunk));
      };
      response.on('drain', send);
      send();
    });
    const { code, stderr } = await runImport([origin]);
    assert.equal(code, 2);
    assert.match(stderr, /more than 20 MB/);
  });

  test('says why an address cannot be had', async () => {
    const { code, stderr } = await runImport(['http://127.0.0.1:9/']);
    assert.equal(code, 2);
    assert.match(stderr, /^http:\/\/127\.0\.0\.1:9\/ cannot be fetched: /);
  });
});

describe('a wrong use', () => {
  const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [[], /^Nothing to import was given/],
    [['ftp://example.com/'], /is no http or https address/],
    [['nowhere.html'], /^There is no file nowhere\.html\./],
    [['.'], /^\. cannot be read: /],
    [['a', '--as', 'pdf'], /^--as is one of html, markdown, text, /],
    [['a', '--language', 'x y'], /^--language is a tag/],
    [['a', '--revision', 'a b'], /^--revision is /],
    [['a', '--outptu', 'x'], /Did you mean "--output"\?/],
  ];
  for (const [args, message] of wrong)
    test(`"${args.join(' ')}" is told`, async () => {
      const { code, stdout, stderr } = await runImport(args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    });

  test('a file that is not of the form that was named is told', async () => {
    const { code, stderr } = await runImport([file('good.html', good), '--as', 'har']);
    assert.equal(code, 2);
    assert.match(stderr, /good\.html: /);
  });
});

describe('import --interactive', () => {
  test('asks about what is uncertain, and takes the answers', async () => {
    const asked = page(
      row('_range', 'Counts visits.', '1-2 hours', 'Shop') +
        row('_odd', 'Counts more.', 'until further notice', 'Shop') +
        row('_bare', '', '1 day', 'Shop'),
    ).replace('<table>', '<table><caption>Offers of partners</caption>');
    const input = ['90 Minuten', 'Not An Id', 'partners', 'not a duration', '6 Monate', 'Remembers the colour.'];
    const { code, stdout, stderr } = await runImport([file('asked.html', asked), '--interactive'], {
      input: `${input.join('\n')}\n`,
    });
    assert.deepEqual(written(stdout).cookies, [
      { name: '_range', purpose: 'Counts visits.', duration: '90 minutes', category: 'partners' },
      { name: '_odd', purpose: 'Counts more.', duration: '6 months', category: 'partners' },
      { name: '_bare', purpose: 'Remembers the colour.', duration: '1 day', category: 'partners' },
    ]);
    assert.deepEqual(written(stdout)['categories'], { partners: { label: 'Offers of partners' } });
    for (const question of [
      /row \d+, _range: "1-2 hours" was read as 2 hours/,
      /Which category is "Offers of partners"\?/,
      /row \d+, _odd: "until further notice" cannot be read/,
      /row \d+, _bare: What is it for\?/,
    ])
      assert.match(stderr, question);
    assert.equal(lastLine(stderr), '3 cookies; 0 to look at; 0 not read');
    assert.equal(code, 0);
  });

  test('leaves out what was found in doubt where that is answered', async () => {
    const { code, stdout, stderr } = await runImport(
      [
        file(
          'doubtful.html',
          page(
            row('_ga_XXXXXX', 'Counts visits.', '2 years', 'Shop') +
              row('sid', 'Keeps you signed in.', 'Session', 'Shop'),
          ),
        ),
        '--interactive',
      ],
      { input: '-\n' },
    );
    assert.deepEqual(namesOf(written(stdout)), ['sid']);
    assert.match(stderr, /^note .* "_ga_\*"$/m);
    assert.equal(code, 0);
  });

  test('keeps the rest as it is when the input ends', async () => {
    const { code, stdout, stderr } = await runImport([file('uncertain.html', uncertain), '--interactive'], {
      input: '',
    });
    assert.equal(code, 1);
    assert.deepEqual(
      written(stdout).cookies.map(({ duration }) => duration),
      ['session', '2 hours', 'until further notice', '1 day'],
    );
    assert.equal(lastLine(stderr), '4 cookies; 1 to look at; 2 not read');
  });
});

describe('large and hostile pages', () => {
  test('a page of 5 MB with 2,000 rows is read in bounded memory', async () => {
    const filler = 'Some words that say what it is for, at length. '.repeat(50);
    const large = page(
      Array.from({ length: 2000 }, (_, index) =>
        row(`cookie_${index}`, `${filler}${index}`, `${(index % 30) + 1} days`, `Provider ${index % 7}`),
      ).join('\n'),
    );
    assert.ok(large.length > 4_700_000);
    const { code, stdout, stderr } = await runImport([file('large.html', large)], {
      node: ['--max-old-space-size=256'],
      limit: 60_000,
    });
    assert.equal(code, 0, stderr.slice(-500));
    const { cookies } = written(stdout);
    assert.equal(cookies.length, 2000);
    assert.deepEqual(cookies[1999], {
      name: 'cookie_1999',
      purpose: `${filler}1999`,
      duration: '20 days',
      provider: 'Provider 4',
    });
  });

  const hostile: { readonly [what: string]: string } = {
    'tags that never end': `<table>${'<tr><td>'.repeat(200_000)}`,
    'nested tables': '<table><tr><td>'.repeat(20_000),
    'spans of 65535': `<table>${`<tr>${'<td rowspan="65535" colspan="65535">x'.repeat(50)}`.repeat(50)}`,
    scripts: `<script>${'while(1);'.repeat(100_000)}</script><!--`,
    'deep elements': '<div>'.repeat(300_000),
    'many attributes': `<p ${'a=b '.repeat(300_000)}>`,
    'brackets of Markdown': '['.repeat(100_000),
    pipes: '|'.repeat(500_000),
    'one long line': 'a '.repeat(2_000_000),
    'open comments': '<!--'.repeat(300_000),
    nothing: '',
    zeros: '\0'.repeat(100_000),
  };
  for (const [what, content] of Object.entries(hostile))
    test(`${what} end with a report`, async () => {
      const { code, stdout, stderr } = await runImport([file('hostile.html', content)], { limit: 60_000 });
      assert.equal(code, 1, stderr.slice(-500));
      assert.ok(Array.isArray(written(stdout).cookies));
      assert.match(lastLine(stderr)!, /^\d+ cookies?; \d+ to look at; \d+ not read$/);
    });
});
