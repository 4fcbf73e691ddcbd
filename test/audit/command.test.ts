/** The command in use and in misuse: what it prints, how it exits, what it leaves behind. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { chromiumArgs } from '../../scripts/browsers.js';
import { commandNames } from '../../src/cli/help.js';
import { file, folder, main, root, run, withBrowser, type JsonReport } from './command.js';
import { startHosts } from './hosts.js';

const hosts = await startHosts();
after(() => hosts.close());

const day = 86_400;
const declare = (name: string, more: object = {}) => ({
  name,
  duration: 'session',
  purpose: 'For this test.',
  ...more,
});
const plain = { type: 'text/html' };
const clean = {
  revision: '1',
  site: { name: 'Shop' },
  cookies: [
    declare('sid', { httpOnly: true, exemption: 'authentication' }),
    declare('lang', { duration: '7 days', exemption: 'preference' }),
    declare('filters', { duration: '30 days', storage: 'localStorage' }),
    declare('ok', { duration: '7 days' }),
  ],
};
const never = new Promise<void>(() => {});
hosts.on({
  'clean.test/': {
    cookies: ['sid=1; Path=/; Secure; HttpOnly; SameSite=Lax', `lang=en; Path=/; Secure; Max-Age=${7 * day}`],
    body: `<!doctype html><html lang="en"><title>Clean</title><meta name="cookie-manifest" content="cookie=site_prefs"><link rel="icon" href="data:,"><script>localStorage.filters = 1;
      document.addEventListener('cookie-manifest-change', () => { document.cookie = 'ok=1; Secure; Max-Age=${7 * day}'; });</script>
      <script type="module" src="/cookie-manifest.js"></script><cookie-manifest src="/cookies.json"></cookie-manifest>`,
  },
  'clean.test/cookies.json': { type: 'application/json', body: JSON.stringify(clean) },
  ...Object.fromEntries(
    ['cookie-manifest.js', ...readdirSync(`${root}dist/chunks`).map((name) => `chunks/${name}`)].map((name) => [
      `clean.test/${name}`,
      { type: 'text/javascript', body: readFileSync(`${root}dist/${name}`, 'utf8') },
    ]),
  ),
  'plain.test/': { ...plain, body: '<!doctype html><link rel="icon" href="data:,"><title>Plain</title>' },
  'away.test/': { status: 302, headers: { Location: 'https://plain.test/' } },
  'below.test/': { status: 302, headers: { Location: 'https://www.below.test/' } },
  'www.below.test/': { ...plain, body: '<!doctype html><link rel="icon" href="data:,"><title>Below</title>' },
  'broken.test/': { status: 503, body: 'Closed' },
  'silent.test/': { when: never },
  'restless.test/': {
    ...plain,
    cookies: ['late=1; Path=/; Secure'],
    body: '<!doctype html><link rel="icon" href="data:,"><script>fetch("/poll")</script>',
  },
  'restless.test/poll': { when: never },
  'guarded.test/': (request) =>
    request.headers['authorization'] === 'Bearer key'
      ? {
          ...plain,
          cookies: ['inside=1; Path=/; Secure'],
          body: '<!doctype html><link rel="icon" href="data:,"><iframe src="https://other.test/"></iframe>',
        }
      : { status: 401 },
  'other.test/': (request) => ({
    ...plain,
    cookies: request.headers['authorization'] ? ['leaked=1; Path=/; Secure; SameSite=None'] : [],
    body: '<!doctype html>',
  }),
});

const manifest = file('clean.json', clean);
const browser = withBrowser(hosts.browserArgs);
const audit = (url: string, ...more: readonly string[]) =>
  run(['audit', url, '--manifest', manifest, ...browser, ...more]);

test('a clean site gives no finding, before and after OK is pressed', async () => {
  const { code, stdout, stderr } = await audit('https://clean.test/', '--json', '--fail-on', 'info');
  const { findings, notes, seen } = JSON.parse(stdout) as JsonReport;
  assert.deepEqual({ code, stderr, findings, notes }, { code: 0, stderr: '', findings: [], notes: [] });
  assert.equal(seen, 5); // the four that are declared, of which one comes after OK, and the library's own, which has another name here
});

test('several addresses share one browser, and each is a first visit', async () => {
  const { code, stdout } = await audit('https://clean.test/', 'https://plain.test/', '--json', '--fail-on', 'info');
  assert.equal(code, 0);
  assert.deepEqual((JSON.parse(stdout) as JsonReport)['urls'], ['https://clean.test/', 'https://plain.test/']);
});

test('--fail-on sets from which severity on the exit code is 1', async () => {
  const codes: (number | null)[] = [];
  for (const level of ['error', 'warning', 'info'])
    codes.push((await audit('https://plain.test/', '--fail-on', level)).code);
  assert.deepEqual(codes, [0, 0, 1]); // nothing but unobserved
});

test('a page without a notice is audited, and the report says that none was answered', async () => {
  const { stdout } = await audit('https://plain.test/');
  assert.match(stdout, /Note: https:\/\/plain\.test\/: no notice of cookie-manifest is on the page/);
});

test('a waived finding fails nothing, and its reason is shown', async () => {
  const waived = file('waived.json', {
    cookies: [],
    waivers: [{ rule: 'undeclared', name: 'late', reason: 'Gone by Friday.' }],
  });
  const { code, stdout } = await run([
    'audit',
    'https://restless.test/',
    '--manifest',
    waived,
    '--wait',
    '1',
    ...browser,
  ]);
  assert.equal(code, 0);
  assert.match(stdout, /Waived by the manifest:\n {2}undeclared {2}late {2}Gone by Friday\./);
});

test('--header reaches the audited origin and no other', async () => {
  const { code, stdout } = await audit('https://guarded.test/', '--header', 'Authorization: Bearer key', '--json');
  assert.equal(code, 1);
  assert.deepEqual(
    (JSON.parse(stdout) as JsonReport).findings.filter(({ rule }) => rule === 'undeclared').map(({ name }) => name),
    ['inside'],
  );
});

test('--storage-state gives what the visit begins with', async () => {
  const state = file('state.json', {
    cookies: [
      {
        name: 'given',
        value: '1',
        domain: 'plain.test',
        path: '/',
        expires: -1,
        httpOnly: true,
        secure: true,
        sameSite: 'Lax',
      },
    ],
    origins: [],
  });
  const { stdout } = await audit('https://plain.test/', '--storage-state', state, '--json');
  assert.deepEqual(
    (JSON.parse(stdout) as JsonReport).findings.filter(({ rule }) => rule === 'undeclared').map(({ name }) => name),
    ['given'],
  );
});

test('an address that leads to a host of the same site is audited', async () => {
  assert.equal((await audit('https://below.test/')).code, 0);
});

/** Wrong use: what is given, and what it is told. All exit with 2. */
const misuses: { readonly [title: string]: { readonly args: readonly string[]; readonly says: RegExp } } = {
  'nothing at all': {
    args: [],
    says: /^Say what to do: import, init, validate, audit, policy, diff, fmt, types, export\.\nSee cookie-manifest --help\.$/,
  },
  'a command that is not there': { args: ['audti'], says: /^There is no command "audti"\. Did you mean "audit"\?/ },
  'help for a command that is not there': {
    args: ['help', 'audti'],
    says: /^There is no command "audti"\. Did you mean "audit"\?/,
  },
  '--help after a command that is not there': {
    args: ['audti', '--help'],
    says: /^There is no command "audti"\. Did you mean "audit"\?/,
  },
  'an option that is not there': {
    args: ['audit', '--manfest', 'x'],
    says: /^There is no option --manfest\. Did you mean "--manifest"\?/,
  },
  'no address': {
    args: ['audit', '--manifest', manifest],
    says: /^No address was given: cookie-manifest audit https:/,
  },
  'no manifest': { args: ['audit', 'https://plain.test/'], says: /^No manifest was given: --manifest cookies\.json/ },
  'an address without a scheme': {
    args: ['audit', 'plain.test', '--manifest', manifest],
    says: /^"plain\.test" is no http or https address\. Did you mean "https:\/\/plain\.test"\?/,
  },
  'an address of another scheme': {
    args: ['audit', 'file:///etc/hosts', '--manifest', manifest],
    says: /^"file:\/\/\/etc\/hosts" is no http or https address\.\n/,
  },
  'a password in an address': {
    args: ['audit', 'https://me:secret@plain.test/', '--manifest', manifest],
    says: /^An address with a password in it would show it in reports\. (?!.*secret)/,
  },
  'a severity that is not there': {
    args: ['audit', 'https://plain.test/', '--manifest', manifest, '--fail-on', 'fatal'],
    says: /^--fail-on is one of error, warning, info, not "fatal"\./,
  },
  'a wait that is no number': {
    args: ['audit', 'https://plain.test/', '--manifest', manifest, '--wait', 'long'],
    says: /^--wait is a number of seconds, not "long"\./,
  },
  'a header without a colon': {
    args: ['audit', 'https://plain.test/', '--manifest', manifest, '--header', 'Bearer'],
    says: /^--header is given as "Name: value"\./,
  },
  'a manifest that is not there': {
    args: ['audit', 'https://plain.test/', '--manifest', 'nowhere.json'],
    says: /^There is no file nowhere\.json\.$/,
  },
  'a manifest that is no JSON': {
    args: ['audit', 'https://plain.test/', '--manifest', file('no.json', '{\n  "cookies": [\n    { name: 1 }\n  ]\n}')],
    says: /no\.json:3:7 This is not JSON: A key in double quotes is expected, and there is "name"\.$/,
  },
  'a manifest with problems': {
    args: [
      'audit',
      'https://plain.test/',
      '--manifest',
      file('bad.json', { cookies: [declare('a', { duration: '3 yaers' })] }),
    ],
    says: /^The manifest has problems\. .*\n.*bad\.json:5:19 cookies\[0\]\.duration: .*Did you mean "3 years"\?$/,
  },
  'no browser where it is said to be': {
    args: ['audit', 'https://plain.test/', '--manifest', manifest, '--browser-path', '/nowhere/chromium'],
    says: /^\/nowhere\/chromium is no program that can be run \(--browser-path\)\.$/,
  },
  'a browser that is none': {
    args: ['audit', 'https://plain.test/', '--manifest', manifest, '--browser-path', process.execPath],
    says: /does not start/,
  },
  'a host that is not there': {
    args: ['audit', 'https://nowhere.invalid/', '--manifest', manifest, ...browser],
    says: /^https:\/\/nowhere\.invalid\/ cannot be reached: there is no host of that name \(net::ERR_NAME_NOT_RESOLVED\)\.$/,
  },
  'a port where nobody answers': {
    args: ['audit', 'http://127.0.0.1:9/', '--manifest', manifest, ...browser],
    says: /^http:\/\/127\.0\.0\.1:9\/ cannot be reached \(net::ERR_/,
  },
  'a host that never answers': {
    args: ['audit', 'https://silent.test/', '--manifest', manifest, '--wait', '1', ...browser],
    says: /^https:\/\/silent\.test\/ does not answer within 1 s\. Give it more time with --wait\.$/,
  },
  'an error page': {
    args: ['audit', 'https://broken.test/', '--manifest', manifest, ...browser],
    says: /^https:\/\/broken\.test\/ answers 503 \(Service Unavailable\)\.$/,
  },
  'a redirect to another site': {
    args: ['audit', 'https://away.test/', '--manifest', manifest, ...browser],
    says: /^https:\/\/away\.test\/ leads to another site, https:\/\/plain\.test\. Audit that address/,
  },
  'a script that is not there': {
    args: ['audit', 'https://plain.test/', '--manifest', manifest, '--script', 'nowhere.mjs', ...browser],
    says: /^--script nowhere\.mjs cannot be loaded: /,
  },
  'a script without steps': {
    args: [
      'audit',
      'https://plain.test/',
      '--manifest',
      manifest,
      '--script',
      file('none.mjs', 'export const a = 1;'),
      ...browser,
    ],
    says: /has no function as its default export/,
  },
  'steps that fail': {
    args: [
      'audit',
      'https://plain.test/',
      '--manifest',
      manifest,
      '--script',
      file('fails.mjs', 'export default () => { throw new Error("no such button"); };'),
      ...browser,
    ],
    says: /^The steps of --script failed at https:\/\/plain\.test\/: no such button$/,
  },
  'a report that cannot be written': {
    args: ['audit', 'https://plain.test/', '--manifest', manifest, '--html', '/nowhere/report.html', ...browser],
    says: /^\/nowhere\/report\.html cannot be written: ENOENT/,
  },
  'nothing to validate': { args: ['validate'], says: /^No manifest was given: cookie-manifest validate cookies\.json/ },
  'two manifests to validate': {
    args: ['validate', manifest, 'more.json'],
    says: /^It works on one manifest at a time, not also more\.json\./,
  },
  'something else to validate': {
    args: ['validate', file('list.json', '[]')],
    says: /list\.json: No manifest: it needs a list "cookies"$/,
  },
};
for (const [title, { args, says }] of Object.entries(misuses))
  test(`wrong use reads well: ${title}`, async () => {
    const { code, stderr } = await run(args);
    assert.match(stderr.trim(), says);
    assert.doesNotMatch(stderr, /^ +at /m);
    assert.equal(code, 2);
  });

test('a page that never comes to rest is audited all the same, and the report says so', async () => {
  const { code, stdout } = await audit('https://restless.test/', '--wait', '1');
  assert.match(stdout, /undeclared +late/);
  assert.match(
    stdout,
    /Note: https:\/\/restless\.test\/ did not come to rest within 1 s of its first load: what came later was not seen\./,
  );
  assert.equal(code, 1);
});

test('a page whose script never ends is audited all the same, as far as that goes', async () => {
  hosts.on({
    'busy.test/': {
      ...plain,
      cookies: ['late=1; Path=/; Secure'],
      body: '<!doctype html><link rel="icon" href="data:,"><title>Busy</title><script>for (;;);</script>',
    },
  });
  const { code, stdout, stderr } = await audit('https://busy.test/', '--wait', '1');
  assert.equal(stderr, '');
  assert.match(stdout, /undeclared +late/);
  assert.match(
    stdout,
    /Note: https:\/\/busy\.test\/: the page does not react within 1 s, so its notice was not answered\./,
  );
  assert.equal(code, 1);
});

test('where playwright-core is not installed, the message says how to install it', async () => {
  const away = await mkdtemp(join(tmpdir(), 'away-'));
  try {
    await mkdir(join(away, 'dist'));
    for (const part of ['package.json', 'dist']) await cp(join(root, part), join(away, part), { recursive: true });
    const { execFile } = await import('node:child_process');
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((done) =>
      execFile(
        process.execPath,
        [join(away, 'dist/cli/main.js'), 'audit', 'https://plain.test/', '--manifest', manifest],
        { cwd: away },
        (error, _, stderr) => done({ code: error?.code, stderr }),
      ),
    );
    assert.deepEqual(
      { code, stderr },
      {
        code: 2,
        stderr:
          'The audit drives a browser through playwright-core, which is not installed: npm install --save-dev playwright-core\n',
      },
    );
  } finally {
    await rm(away, { recursive: true });
  }
});

/** The processes below one, by what the system says. */
function descendants(pid: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))!;
      return [[Number(name), Number(parent)] as const];
    } catch {
      return [];
    }
  });
  const below = (of: number): number[] =>
    parents.filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}
const alive = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(
    `interrupted by ${signal}, the browser is closed and no process and no profile is left`,
    { skip: process.platform !== 'linux' && 'reads /proc' },
    async () => {
      const temporary = await mkdtemp(join(tmpdir(), 'interrupted-'));
      let children: number[] = [];
      const before = hosts.asked.length;
      const { code, stdout, stderr } = await run(
        ['audit', 'https://silent.test/', '--manifest', manifest, ...browser],
        {
          env: { ...process.env, TMPDIR: temporary },
          started(child) {
            // When the host was asked, the browser runs; it will wait for an answer until it is closed.
            const look = () => {
              if (hosts.asked.length === before) return void setImmediate(look);
              children = descendants(child.pid!);
              child.kill(signal);
            };
            look();
          },
        },
      );
      assert.ok(children.length > 1);
      assert.deepEqual(
        { code, stdout, stderr },
        { code: 2, stdout: '', stderr: `Interrupted (${signal}): the browser is closed, and nothing is reported.\n` },
      );
      assert.deepEqual(children.filter(alive), []);
      assert.deepEqual(
        readdirSync(temporary).filter((name) => name.startsWith('cookie-manifest-')),
        [],
      );
      await rm(temporary, { recursive: true });
    },
  );

test('interrupted while the steps of --script wait for what never comes, it ends all the same', async () => {
  const before = hosts.asked.length;
  const endless = file(
    'endless.mjs',
    `export default async ({ page }) => { await page.evaluate(() => fetch('/stepping').catch(() => {})); setInterval(() => {}, 1000); await new Promise(() => {}); };`,
  );
  const { code, stderr } = await run(
    ['audit', 'https://plain.test/', '--manifest', manifest, '--script', endless, ...browser],
    {
      started(child) {
        const look = () => {
          if (hosts.asked.slice(before).includes('plain.test/stepping')) child.kill('SIGINT');
          else setImmediate(look);
        };
        look();
      },
    },
  );
  assert.deepEqual(
    { code, stderr },
    { code: 2, stderr: 'Interrupted (SIGINT): the browser is closed, and nothing is reported.\n' },
  );
});

test('--help and --version say what they must, and exit with 0', async () => {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
  assert.deepEqual(await run(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  for (const args of [['--help'], ['help'], ['audit', '--help']]) {
    const { code, stdout } = await run(args);
    assert.equal(code, 0);
    assert.match(stdout, /^Usage:\n(?: {2}cookie-manifest .*\n)* {2}cookie-manifest audit/);
  }
});

for (const command of [undefined, ...commandNames])
  test(`the help of ${command ?? 'all commands'} ends in a full sentence about its exit codes`, async () => {
    const { stdout } = await run(command ? [command, '--help'] : ['--help']);
    const ending = stdout.slice(stdout.indexOf('Exit codes: '));
    assert.match(ending, /^Exit codes: [^\n.]*work(; 1 where(\n {2}[^;.\n]+;)*\n {2}[^;.\n]+)?\.\n$/);
    const failing = ['import', 'validate', 'audit', 'diff', 'fmt'].filter((name) => name === (command ?? name));
    assert.deepEqual(
      [...ending.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name),
      failing,
    );
  });

test('a reader that ends early is no error', async () => {
  const { code, stderr } = await run(
    [
      'types',
      file('many.json', {
        cookies: Array.from({ length: 3_000 }, (_, index) => declare(`name-${index}`, { purpose: 'p'.repeat(200) })),
      }),
    ],
    {
      started: ({ stdout }) => stdout?.once('data', () => stdout.destroy()),
    },
  );
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
});

test('validate gives line and column of each problem, and exits with 1', async () => {
  const text =
    '{\n  "revison": "1",\n  "cookies": [\n    { "name": "a", "purpose": "p", "duration": "3 yaers" },\n    { "name": "b", "duration": "session" }\n  ]\n}\n';
  const path = file('flawed.json', text);
  const { code, stdout } = await run(['validate', path]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => line.replace(`${folder}/`, ''));
  assert.deepEqual(
    lines.map((line) => line.split(': ')[0]),
    [
      'flawed.json:2:14 revison',
      'flawed.json:4:48 cookies[0].duration',
      'flawed.json:5:5 cookies[1].purpose',
      '3 problems in flawed.json',
    ],
  );
  assert.match(lines[0]!, /Unknown field\. Did you mean "revision"\?$/);
  assert.equal(code, 1);
});

test('validate says that nothing asks about optional categories, and where the first one is', async () => {
  const cookies = [
    { name: 'sid', purpose: 'p', duration: 'session' },
    { name: 'visits', purpose: 'p', duration: '1 year', category: 'statistics' },
    { name: 'ads', purpose: 'p', duration: '1 year', category: 'marketing' },
  ];
  const categories = { statistics: { label: 'Statistics' }, marketing: { label: 'Marketing' } };
  const path = file('optional.json', JSON.stringify({ cookies, categories }, null, 1));
  const { code, stdout } = await run(['validate', path]);
  assert.equal(code, 0);
  assert.match(stdout, /:12:\d+ cookies\[1\]\.category: Nothing asks visitors .* \(statistics, marketing\)/);
  const essential = file('essential.json', JSON.stringify({ cookies: cookies.slice(0, 1) }));
  assert.doesNotMatch((await run(['validate', essential])).stdout, /optional/);
});

test('validate of a manifest in order exits with 0; --strict also takes warnings, repeated keys and waivers of no rule', async () => {
  const path = file(
    'unwise.json',
    '{\n  "cookies": [\n    { "name": "a*", "purpose": "p", "purpose": "q", "duration": "session" }\n  ],\n  "waivers": [\n    { "rule": "over-stays", "name": "a", "reason": "r" }\n  ]\n}',
  );
  assert.match((await run(['validate', path])).stdout, /is in order: 1 cookie, revision none\n$/);
  const { code, stdout } = await run(['validate', path, '--strict']);
  assert.equal(code, 1);
  assert.match(stdout, /unwise\.json:3:48 cookies\[0\]\.purpose: The key stands there twice/);
  assert.match(stdout, /unwise\.json:6:15 waivers\[0\]\.rule: there is no rule "over-stays"/);
  assert.match(stdout, /unwise\.json:3:5 cookies\[0\]: wide-wildcard: a\*: /);
  assert.match(stdout, /\n3 problems in /);
});

test('the command is a program that Node runs by its first line', () => {
  assert.match(readFileSync(main, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  assert.ok(chromiumArgs.length);
});
