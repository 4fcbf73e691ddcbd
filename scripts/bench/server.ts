/** Serves one article, with the notice of each subject on it. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const pages = fileURLToPath(new URL('pages/', import.meta.url));

const types: { readonly [extension: string]: string } = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

export interface BenchServer {
  /** Returns the address of a subject's page; `blank` has no notice at all. */
  addressOf(id: string): string;
  close(): Promise<void>;
}

/** Writes an article long enough to scroll. */
function writeSections(): string {
  const sentences = 'Some text that a reader would read on an ordinary page. '.repeat(4);
  const sections = Array.from({ length: 40 }, (_, index) => {
    const part = index + 1;
    return `<section><h2>Part ${part}</h2><p>${sentences}<a href="#part-${part}">Read part ${part}</a></p></section>`;
  });
  return sections.join('\n');
}

/** Writes the manifest of the page with a thousand cookies. */
function writeLargeManifest(): string {
  const cookies = Array.from({ length: 1_000 }, (_, index) => ({
    name: `cookie_${index}`,
    purpose: `Purpose ${index % 50}.`,
    duration: `${1 + (index % 30)} days`,
    exemption: 'security',
  }));
  return JSON.stringify({ revision: '1', site: { name: 'Example', policyUrl: '/privacy' }, cookies });
}

/** Reads a subject's part of the page; most have no markup in the body. */
const readPart = (id: string, part: string): Promise<string> =>
  readFile(`${pages}${id}/${part}.html`, 'utf8').catch(() => '');

/** Writes the article with what a subject adds to head and body. */
async function writePage(id: string): Promise<string> {
  const [template, head, body] = await Promise.all([
    readFile(`${pages}article.html`, 'utf8'),
    readPart(id, 'head'),
    readPart(id, 'body'),
  ]);
  return template
    .replace('<!-- head -->', () => head)
    .replace('<!-- sections -->', writeSections)
    .replace('<!-- body -->', () => body);
}

/** Reads a file inside a folder; what leads out of the folder is not read. */
async function readInside(folder: string, path: string): Promise<Buffer> {
  const root = resolve(folder);
  const file = resolve(root, path);
  if (!file.startsWith(root + sep)) throw new Error(`Outside of what is served: ${path}`);
  return readFile(file);
}

/**
 * Finds what an address stands for: `/pages/ID/` is a page, `/pages/ID/FILE` its configuration, `/library/ID/FILE` what was installed.
 * @param libraries - the folder of each subject's scripts and styles
 */
async function findBody(path: string, libraries: ReadonlyMap<string, string>): Promise<string | Buffer> {
  if (path === '/article.css') return readFile(`${pages}article.css`);
  if (path === '/pages/thousand/cookies.json') return writeLargeManifest();
  const [, kind, id = '', file] = /^\/(pages|library)\/([\w-]+)\/(.*)$/.exec(path) ?? [];
  if (kind === 'pages') return file ? readInside(`${pages}${id}`, file) : writePage(id);
  const library = libraries.get(id);
  if (!library || !file) throw new Error(`Not found: ${path}`);
  return readInside(library, file);
}

function send(response: ServerResponse, path: string, body: string | Buffer): void {
  const type = path.endsWith('/') ? types['.html'] : types[extname(path)];
  response.writeHead(200, {
    'Content-Type': `${type ?? 'application/octet-stream'}; charset=utf-8`,
    'Cache-Control': 'max-age=600',
  });
  response.end(body);
}

/** Starts the server on a free port. */
export async function startBenchServer(libraries: ReadonlyMap<string, string>): Promise<BenchServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    findBody(path, libraries).then(
      (body) => send(response, path, body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    addressOf: (id) => `http://127.0.0.1:${port}/pages/${id}/`,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
