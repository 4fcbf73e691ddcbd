/** The types of declared names, as the TypeScript compiler reads them in strict mode. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import ts from 'typescript';
import { declarations } from '../../src/cli/declarations.js';
import { parseManifest } from '../../src/entries/index.js';
import { file, folder, root, run } from '../command.js';

const declare = (name: string, more: object = {}) => ({
  name,
  purpose: 'For this test.',
  duration: 'session',
  ...more,
});
const awkward = [
  "it's",
  '"quoted"',
  'back`tick',
  'a\\b',
  '${x}',
  '${x}*',
  '`*`',
  "'*\\",
  'a$*',
  'new\nline',
  'other\u2028line',
  '__proto__',
  'a*b*c',
  '*/',
  '\ud800',
];
const manifest = {
  revision: '2026-11-01',
  categories: { statistics: { label: 'Statistics' } },
  cookies: [
    declare('sid', { purpose: 'Ends a comment: */ and\ngoes on.' }),
    declare('device_*', { category: 'statistics', duration: '3 years' }),
    declare('theme', { storage: 'localStorage', duration: 'persistent' }),
    ...awkward.map((name) => declare(name, { storage: 'sessionStorage' })),
  ],
};

/** What the compiler says of a module that uses the types, line by line; the lines count from 1. */
function errors(types: string, lines: readonly string[]): string[] {
  const files = new Map([
    ['/types.ts', types],
    [
      '/use.ts',
      [
        "import type { BeaconName, CookieCategory, CookieName, DeclaredName, LocalStorageKey, Revision, SessionStorageKey } from './types.js';",
        ...lines,
        'export type All = BeaconName | DeclaredName | Revision | CookieCategory | LocalStorageKey | SessionStorageKey | CookieName;',
      ].join('\n'),
    ],
  ]);
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.es2022.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
  host.readFile = (name) => files.get(name) ?? readFile.call(host, name);
  host.getSourceFile = (name, version, ...more) =>
    files.has(name)
      ? ts.createSourceFile(name, files.get(name)!, version)
      : getSourceFile.call(host, name, version, ...more);
  return ts
    .getPreEmitDiagnostics(ts.createProgram(['/use.ts'], options, host))
    .map(
      ({ file, start, messageText }) =>
        `${file?.fileName}:${file && file.getLineAndCharacterOfPosition(start!).line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

const { code, stdout, stderr } = await run(['types', file('cookies.json', manifest)]);
assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });

test('a declared name passes, in the type of its storage', () => {
  const lines = [
    "export const a: CookieName = 'sid';",
    "export const b: CookieName = 'device_42';",
    "export const c: LocalStorageKey = 'theme';",
    "export const d: DeclaredName[] = ['sid', 'device_', 'theme'];",
    "export const e: CookieCategory[] = ['essential', 'statistics'];",
    "export const f: Revision = '2026-11-01';",
  ];
  assert.deepEqual(errors(stdout, lines), []);
});

test('an undeclared name fails, and one of another storage', () => {
  const lines = [
    "export const a: CookieName = 'sidd';",
    "export const b: CookieName = 'my_device_42';",
    "export const c: CookieName = 'theme';",
    "export const d: BeaconName = 'pixel';",
    "export const e: CookieCategory = 'advertising';",
    "export const f: Revision = '1';",
    "export const g: DeclaredName = 'other';",
  ];
  assert.deepEqual(
    errors(stdout, lines).map((error) => error.replace(/: Type .*/, '')),
    lines.map((_, index) => `/use.ts:${index + 1}`),
  );
});

test('names with quotes, backticks and ${ are themselves, and a wildcard is any text', () => {
  const lines = awkward.map(
    (name, index) => `export const n${index}: SessionStorageKey = ${JSON.stringify(name.replaceAll('*', '7'))};`,
  );
  assert.deepEqual(errors(stdout, lines), []);
  const others = ["it\\'s", 'backtick', 'x', 'a\\\\b', 'a7b7', 'b$7'].map(
    (name, index) => `export const n${index}: SessionStorageKey = ${JSON.stringify(name)};`,
  );
  assert.equal(errors(stdout, others).length, others.length);
});

test('each name has its purpose and duration beside it', () => {
  assert.match(
    stdout,
    /\/\*\* Ends a comment: \*\\\/ and goes on\. \(session\) \*\/\n {2}\| 'sid'\n {2}\/\*\* For this test\. \(3 years\) \*\/\n {2}\| `device_\$\{string\}`/,
  );
});

test('--output writes the module', async () => {
  const output = join(folder, 'cookies.d.ts');
  assert.deepEqual(await run(['types', join(folder, 'cookies.json'), '--output', output]), {
    code: 0,
    stdout: '',
    stderr: '',
  });
  assert.equal(readFileSync(output, 'utf8'), stdout);
});

test('a name that would let any text pass is left out, and said to be none', async () => {
  const { code, stdout, stderr } = await run(['types', file('any.json', { cookies: [declare('*'), declare('sid')] })]);
  assert.match(stderr, /cookies\[0\]\.name: /);
  assert.deepEqual(
    errors(stdout, ["export const a: CookieName = 'sid';", "export const b: CookieName = 'x';"]).length,
    1,
  );
  assert.equal(code, 0);
});

test('whatever the names and purposes are, the module parses, and each name is one member', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('`', '$', '{', '}', "'", '"', '\\', '*', '/', '\n', '\r', '\u2028', '\u0085', 'u', 'x'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(
        text.filter((name) => /[^*\s]/.test(name)),
        { minLength: 1, maxLength: 5 },
      ),
      text,
      (names, purpose) => {
        const module = declarations(parseManifest({ cookies: names.map((name) => declare(name, { purpose })) }));
        const source = ts.createSourceFile('types.ts', module, ts.ScriptTarget.ES2022, true);
        assert.deepEqual((source as unknown as { readonly parseDiagnostics: readonly unknown[] }).parseDiagnostics, []);
        const union = source.statements
          .filter(ts.isTypeAliasDeclaration)
          .find(({ name }) => name.text === 'CookieName')!.type;
        const members = ts.isUnionTypeNode(union) ? union.types : [union];
        const read = members.map((member) => {
          if (ts.isLiteralTypeNode(member)) return (member.literal as ts.StringLiteral).text;
          assert.ok(ts.isTemplateLiteralTypeNode(member));
          return [member.head.text, ...member.templateSpans.map(({ literal }) => literal.text)].join('*');
        });
        assert.deepEqual(read, names);
      },
    ),
    { numRuns: 2000, seed: 20_261_124 },
  );
});

test('the demo’s names are all there', async () => {
  const { cookies } = JSON.parse(readFileSync(`${root}demo/cookies.json`, 'utf8')) as {
    readonly cookies: readonly { readonly name: string }[];
  };
  const { stdout } = await run(['types', `${root}demo/cookies.json`]);
  assert.deepEqual(
    errors(stdout, [`export const all: CookieName[] = ${JSON.stringify(cookies.map(({ name }) => name))};`]),
    [],
  );
});
