/** A site for tests: the built files, and pages and manifests that each test gives, with whatever headers, delays and failures it needs. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Folders of the checkout that pages may load from. */
const served = ['dist', 'demo', 'node_modules'].map((folder) => resolve(root, folder) + sep);

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css; charset=utf-8',
};

/** What is sent for a path. */
export interface Answer {
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string | readonly string[] };
  readonly body?: string;
  /** Answers only when this is fulfilled; one that never is makes a stalled server. */
  readonly when?: Promise<unknown>;
}

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface TestServer {
  /** The site's origin, and another one that gives the same answers. */
  readonly origin: string;
  readonly otherOrigin: string;
  /** What came in, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Gives an answer for a path from now on. */
  on(path: string, answer: Answer): void;
  close(): Promise<void>;
}

const compress = promisify(brotliCompress);
const compressed = new Map<string, Promise<Buffer>>();

/** Brotli at its best, as a CDN serves files: once per file, since that is slow. */
function brotli(key: string, body: Buffer): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const known = compressed.get(key) ?? compress(body, { params });
  compressed.set(key, known);
  return known;
}

export async function startServer(): Promise<TestServer> {
  const answers = new Map<string, Answer>();
  const requests: RecordedRequest[] = [];

  async function file(path: string, acceptsBrotli: boolean, response: ServerResponse): Promise<void> {
    const name = resolve(root, `.${decodeURIComponent(path)}`);
    if (!served.some((folder) => name.startsWith(folder))) throw new Error('outside of what is served');
    const body = await readFile(name);
    response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
    // Module scripts of another origin need it.
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (acceptsBrotli) response.setHeader('Content-Encoding', 'br');
    response.end(acceptsBrotli ? await brotli(name, body) : body);
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push({ method: request.method ?? '', path: pathname, headers: request.headers });
    response.setHeader('Cache-Control', 'no-cache');
    const answer = answers.get(pathname);
    if (!answer) {
      file(pathname, /\bbr\b/.test(String(request.headers['accept-encoding'])), response).catch(() =>
        response.writeHead(404).end('Not found'),
      );
      return;
    }
    void (answer.when ?? Promise.resolve()).then(() => {
      response.setHeader('Content-Type', types[extname(pathname)] ?? 'text/html; charset=utf-8');
      for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
      response.writeHead(answer.status ?? 200).end(answer.body ?? '');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://localhost:${port}`,
    otherOrigin: `http://127.0.0.1:${port}`,
    requests,
    on: (path, answer) => void answers.set(path, answer),
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
