/** The documents' servers, run as they stand there, and asked as a browser would. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { root } from '../../scripts/docs/program.js';
import { examples } from '../../scripts/docs/documents.js';

const folder = mkdtempSync(join(tmpdir(), 'servers-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'node_modules'));
for (const [name, target] of [
  ['cookie-manifest', root],
  ['express', join(root, 'node_modules/express')],
] as const)
  symlinkSync(target, join(folder, 'node_modules', name));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

/** Starts a server at a port that is free, in place of its own. */
async function serve(t: TestContext, script: string): Promise<string> {
  const finder = createServer().listen(0);
  await new Promise((listening) => finder.once('listening', listening));
  const { port } = finder.address() as AddressInfo;
  await new Promise((closed) => finder.close(closed));
  writeFileSync(join(folder, 'server.js'), script.replace('8080', String(port)));
  const server = spawn(process.execPath, ['server.js'], { cwd: folder, stdio: 'inherit' });
  t.after(() => server.kill());
  return `http://localhost:${port}/`;
}

/** Asks until the server listens, which it does not say. */
async function ask(url: string, cookie: string): Promise<string> {
  for (let tries = 0; ; tries++)
    try {
      return await (await fetch(url, { headers: { cookie } })).text();
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

const servers = examples('js').filter((script) => script.includes('.listen(8080)'));

test('there are servers in the documents', () => assert.ok(servers.length > 0));

for (const script of servers)
  test(`a server knows who has acknowledged: ${script.split('\n', 1)[0]}`, async (t) => {
    const url = await serve(t, script);
    const page = (revision: string) =>
      ask(
        url,
        `cookie_preferences=v=1&status=acknowledged&revision=${revision}&granted=essential&denied=&at=2026-11-24`,
      );
    assert.match(await ask(url, 'sid=1'), /unset/);
    assert.match(await page('2026-11-01'), /acknowledged/);
    // Where it sends the notice, it does so to those alone who have not answered this revision.
    const sends = script.includes('<cookie-manifest');
    assert.deepEqual(
      [await page('2026-10-01'), await page('2026-11-01')].map((html) => html.includes('<cookie-manifest')),
      [sends, false],
    );
  });
