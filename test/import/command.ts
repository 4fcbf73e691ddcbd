/** Runs the built `cookie-manifest import` as a user does, and serves what it reads. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { run, type Ran, type RunOptions } from '../command.js';

export { file, folder } from '../command.js';

/** Runs `cookie-manifest import`, with nothing typed unless a test gives it. */
export const runImport = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  run(['import', ...args], { input: '', limit: 120_000, ...options });

/** Serves on a port of its own until the tests have run; gives the origin. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
