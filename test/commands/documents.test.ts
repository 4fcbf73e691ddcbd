/** The documents' commands, run as they stand there, in an application that has what they name. */
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { start } from '../../demo/server.js';
import { withBrowser } from '../audit/command.js';
import { folder, main, root, run } from '../command.js';
import { documents, examples, findDocument } from '../../scripts/docs/documents.js';

const allText = documents.map(({ text }) => text).join('\n');
const demo = await start();
after(() => {
  demo.server.closeAllConnections();
  demo.server.close();
});

const application = join(folder, 'application');
mkdirSync(join(application, 'node_modules/.bin'), { recursive: true });
symlinkSync(root, join(application, 'node_modules/cookie-manifest'));
symlinkSync(join(root, 'node_modules/typescript'), join(application, 'node_modules/typescript'));
const put = (name: string, content: string) => writeFileSync(join(application, name), content);
/** Files that the documents' commands read. */
const manifest = readFileSync(`${root}demo/cookies.json`, 'utf8');
put('package.json', '{ "private": true, "type": "module" }');
put('cookies.json', manifest);
cpSync(`${root}test/import/pages/wordpress.html`, join(application, 'policy.html'));
put(
  'klaro-config.js',
  `var klaroConfig = { lang: 'en', services: [{ name: 'shop', title: 'Shop', purposes: ['essential'], required: true, cookies: ['basket'], translations: { en: { description: 'Keeps the basket.' } } }] };`,
);
put(
  'visit.har',
  JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'x', version: '1' },
      entries: [
        {
          startedDateTime: '2026-11-01T10:00:00.000Z',
          request: { method: 'GET', url: 'https://www.example.com/', headers: [], cookies: [] },
          response: {
            status: 200,
            headers: [{ name: 'Set-Cookie', value: 'seen=1; Max-Age=86400; Path=/; Secure' }],
            cookies: [],
          },
        },
      ],
    },
  }),
);
put('old.json', manifest);

/** Commands that have something to say: HAR files have no purposes, Klaro's configurations no durations, and the demo's manifest has four cookies of three years. */
const withFindings = new Set([
  'import klaro-config.js --output cookies.json',
  'import policy.html visit.har klaro-config.js --output cookies.json',
  'validate cookies.json --strict',
]);
const commands = examples('sh')
  .flatMap((code) => code.split('\n'))
  .flatMap((line) => /^npx cookie-manifest (.*)$/.exec(line)?.[1] ?? []);

for (const command of commands.filter((command) => !command.startsWith('audit')))
  test(`npx cookie-manifest ${command}`, async () => {
    put('cookies.json', manifest); // whatever the one before made of it
    const args = command.replaceAll('http://localhost:8080/', demo.url).split(' ');
    const output = args.includes('--output') ? join(application, args[args.indexOf('--output') + 1]!) : undefined;
    const { code, stdout, stderr } = await run([...args, ...(args[0] === 'init' ? withBrowser() : [])], {
      cwd: application,
    });
    assert.equal(code, withFindings.has(command) ? 1 : 0, stdout + stderr);
    const written = output ? readFileSync(output, 'utf8') : stdout;
    assert.ok(written.length > 0 || args[0] === 'fmt');
    assert.doesNotMatch(stderr, /^ +at /m);
  });

test('there are examples of every command', () => {
  const shown = new Set([
    ...commands.map((command) => command.split(' ')[0]!),
    ...[...allText.matchAll(/npx cookie-manifest (\w+)/g)].map(([, name]) => name!),
  ]);
  for (const name of ['import', 'init', 'validate', 'audit', 'policy', 'diff', 'fmt', 'types', 'export'])
    assert.ok(shown.has(name), name);
});

test('the example of types compiles, and a name that is not declared does not', async () => {
  const [example] = examples('ts').filter((code) => code.includes('CookieName'));
  put('cookies.json', '{ "cookies": [{ "name": "sid", "purpose": "Keeps you signed in.", "duration": "session" }] }');
  assert.equal((await run(['types', 'cookies.json', '--output', 'cookies.d.ts'], { cwd: application })).code, 0);
  const compile = (code: string) => {
    put('example.ts', code);
    return new Promise<string>((done) =>
      execFile(
        process.execPath,
        [
          join(root, 'node_modules/typescript/bin/tsc'),
          '--noEmit',
          '--strict',
          '--module',
          'nodenext',
          '--target',
          'es2022',
          '--skipLibCheck',
          'example.ts',
        ],
        { cwd: application },
        (_, stdout) => done(stdout),
      ),
    );
  };
  assert.equal(await compile(example!), '');
  assert.match(await compile(example!.replace("'sid'", "'stray'")), /'"stray"' does not satisfy/);
});

test('each option that the documents name is one that the help names', () => {
  const help = execFileSync(process.execPath, [main, '--help'], { encoding: 'utf8' });
  const parts = ['docs/guide/first-manifest.md', 'docs/reference/command-line.md']
    .map((path) => findDocument(path).text)
    .join('');
  const options = [...parts.matchAll(/--([a-z][a-z-]+)/g)].map(([, option]) => option!);
  assert.ok(options.length > 10);
  for (const option of options) assert.match(help, new RegExp(`--${option}\\b`));
});

test('the report that is shown is that of such a page', async () => {
  const durations = ['1 day', '1-2 hours', 'until further notice', ...Array.from({ length: 14 }, () => 'Session')];
  const rows = durations
    .map((duration, index) => `<tr><td>name${index}</td><td>Purpose ${index}.</td><td>${duration}</td></tr>`)
    .join('');
  put(
    'report.html',
    `<!doctype html><html lang="en"><h2>Essential cookies</h2><table><tr><th>Name</th><th>Purpose</th><th>Duration</th></tr>${rows}</table></html>`,
  );
  const { stderr } = await run(['import', 'report.html'], { cwd: application });
  assert.ok(allText.includes(`\`\`\`text\n${stderr}\`\`\``), stderr);
});
