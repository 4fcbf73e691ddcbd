/** What is read from text that was copied from a page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readText } from '../../src/import/pages/text.js';

const purposes = [
  ...Array<string>(2).fill('To recognize the user in order to provide services.'),
  'To identify the type of user’s device.',
  'To confirm user’s language and country.',
  ...Array<string>(13).fill('These cookies are used for security purposes and risk control.'),
];
const demo = JSON.parse(readFileSync(new URL('../../demo/cookies.json', import.meta.url), 'utf8')) as {
  cookies: { name: string; duration: string }[];
};
const seed = `Cookie Policy

On this site, we only use first-party cookies.

Here is a list of the cookies we use, their purposes and lifespan:

Essential cookies

Cookie Purpose Duration Source
${demo.cookies.map(({ name, duration }, index) => [name, purposes[index] === purposes[index - 1] ? '' : purposes[index], duration.replace('session', 'Session'), index ? '' : 'Xiaomi'].filter(Boolean).join(' ')).join('\n')}

How can you manage your cookies?

You have full control over the cookies when using our website. Session cookies end after a session.
`;

describe('a table whose cells are parted by spaces', () => {
  const { cookies, remarks, language } = readText(seed);

  test('has 17 cookies, with what merged cells say in each of their rows', () => {
    assert.deepEqual(
      cookies.map(({ name, purpose, duration, provider, category }) => [
        name,
        purpose,
        duration?.toLowerCase(),
        provider,
        category,
      ]),
      demo.cookies.map(({ name, duration }, index) => [name, purposes[index], duration, 'Xiaomi', 'Essential cookies']),
    );
    assert.equal(language, 'en');
  });

  test('and says which rows got theirs from others', () => {
    assert.deepEqual(
      remarks.map(({ kind, written }) => [kind, written]),
      [
        ['doubt', purposes[0]],
        ['doubt', purposes[4]],
        ['doubt', 'Xiaomi'],
      ],
    );
    assert.match(remarks[1]!.message, /serviceToken, .*passport_slh$/);
  });

  test('a line among them that is none is reported', () => {
    const { cookies, remarks } = readText(
      'Name Purpose Duration\n_ga Counts. 2 years\nwhich is, all in all, rather long\n_gid Counts. 1 day\n',
    );
    assert.deepEqual(
      cookies.map(({ name }) => name),
      ['_ga', '_gid'],
    );
    assert.deepEqual(
      remarks.map(({ kind, at, written }) => [kind, at, written]),
      [['lost', 'line 3', 'which is, all in all, rather long']],
    );
  });

  test('the last duration of a line is the duration', () => {
    assert.deepEqual(
      readText('Cookie Purpose Duration Source\nkeep Keeps the session for 2 days. 1 year Acme Ltd\n').cookies.map(
        ({ purpose, duration, provider }) => [purpose, duration, provider],
      ),
      [['Keeps the session for 2 days.', '1 year', 'Acme Ltd']],
    );
  });
});

test('prose has no cookies', () =>
  assert.deepEqual(readText('Cookies\n\nWe keep a session for 3 years.\n\nPurpose: to be nice.\nDuration: always.\n'), {
    cookies: [],
    remarks: [],
  }));

test('tables of pipes are Markdown', () =>
  assert.deepEqual(
    readText('Name | Purpose | Expiry\n---|---|---\n`a` | A. | 1 day\n').cookies.map(({ name, purpose, duration }) => [
      name,
      purpose,
      duration,
    ]),
    [['a', 'A.', '1 day']],
  ));

test('columns of tabs without headers are read by what they hold', () => {
  const { cookies, remarks } = readText(
    '_ga\tCounts how often a page is read.\t2 years\n_gid\tCounts how often a day has readers.\t1 day\n',
  );
  assert.deepEqual(
    cookies.map(({ name, duration }) => [name, duration]),
    [
      ['_ga', '2 years'],
      ['_gid', '1 day'],
    ],
  );
  assert.deepEqual(
    remarks.map(({ kind }) => kind),
    ['doubt'],
  );
});

test('lists with bullets', () =>
  assert.deepEqual(
    readText('• _ga – counts readers (2 years)\r\n• _gid – counts days (1 day)\r\n').cookies.map(
      ({ name, purpose, duration }) => [name, purpose, duration],
    ),
    [
      ['_ga', 'counts readers', '2 years'],
      ['_gid', 'counts days', '1 day'],
    ],
  ));
