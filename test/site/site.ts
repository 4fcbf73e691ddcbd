/** The documentation site as it is built, served below the path that it is built for. */
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import express from 'express';
import { root } from '../../scripts/docs/program.js';

const built = `${root}docs/.vitepress/dist`;
const { homepage } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { homepage: string };

export interface Site {
  /** The start page's address. */
  readonly url: string;
  close(): void;
}

/**
 * Serves the site.
 * @throws {Error} where it is not built
 */
export async function startSite(): Promise<Site> {
  if (!existsSync(`${built}/index.html`)) throw new Error('The site is not built. Run: npm run docs:build');
  const base = new URL(homepage).pathname;
  const server = express()
    .use(compression())
    .use(base, express.static(built, { maxAge: '1h' }))
    .listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
