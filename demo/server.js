/** The demo's server: Node alone, one file. Run as `node demo/server.js [port]`, or import `start`. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const top = fileURLToPath(new URL('..', import.meta.url));

/** Where addresses lead. The first that fits serves; no name among them is one that filter lists block. */
const folders = [
  ['/dist/', join(top, 'dist')],
  // Only what the application's import map names.
  ['/npm/lit/', join(top, 'node_modules/lit')],
  ['/npm/lit-html/', join(top, 'node_modules/lit-html')],
  ['/npm/lit-element/', join(top, 'node_modules/lit-element')],
  ['/npm/@lit/reactive-element/', join(top, 'node_modules/@lit/reactive-element')],
  ['/npm/js-cookie/', join(top, 'node_modules/js-cookie')],
  ['/npm/bootstrap/', join(top, 'node_modules/bootstrap/dist')],
  ['/', here],
];

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ts': 'text/plain; charset=utf-8',
};

const days = (count) => count * 86_400;

/** Some of the cookies that cookies.json declares, really set, for as long as it says. */
const cookies = [
  { name: 'userId', value: () => '1000417' },
  { name: 'serviceToken', value: randomUUID, attributes: 'HttpOnly' },
  { name: 'uLocale', value: () => 'en_GB', attributes: `Max-Age=${days(7)}` },
  { name: 'deviceId', value: randomUUID, attributes: `Max-Age=${days(3 * 365)}` },
  { name: 'tick', value: () => String(Date.now()), attributes: `Max-Age=${30 * 60}` },
];

/** What a visitor's request lacks is set; nothing is cleared. */
function missing(sent = '') {
  const names = new Set(sent.split(';').map((pair) => pair.split('=')[0].trim()));
  return cookies
    .filter(({ name }) => !names.has(name))
    .map(({ name, value, attributes }) =>
      [`${name}=${value()}`, 'Path=/', 'SameSite=Lax', attributes].filter(Boolean).join('; '),
    );
}

/** The file behind an address, or null where the address leads out of its folder. */
function fileOf(address) {
  const [prefix, folder] = folders.find(([start]) => address.startsWith(start));
  const file = resolve(folder, address.slice(prefix.length));
  return file === resolve(folder) || file.startsWith(resolve(folder) + sep) ? file : null;
}

/** The files that may answer an address: itself, a folder's page, a page by its bare name. */
function candidates(address) {
  if (address.endsWith('/')) return [`${address}index.html`];
  return extname(address) ? [address] : [`${address}.html`];
}

async function find(address) {
  // The application's routes are the browser's affair: each is answered with its page.
  const spa = address.startsWith('/app/') && !extname(address) ? ['/app/index.html'] : [];
  for (const candidate of [...candidates(address), ...spa]) {
    const file = fileOf(candidate);
    const body = file && (await readFile(file).catch(() => null));
    if (body) return { body, type: types[extname(file)] ?? 'application/octet-stream' };
  }
  return null;
}

/** What pages leave to the server, as markup, so that nothing moves when scripts start: the strip of demo controls, the policy. */
const parts = {
  '<!-- demo controls -->': () => readFile(join(here, 'controls.html'), 'utf8'),
  async '<!-- policy -->'() {
    const { renderPolicyHtml } = await import('../dist/entries/policy.node.js');
    return renderPolicyHtml(JSON.parse(await readFile(join(here, 'cookies.json'), 'utf8')));
  },
  async '<!-- documentation -->'() {
    const { homepage } = JSON.parse(await readFile(join(top, 'package.json'), 'utf8'));
    return `<li><a href="${homepage}">Documentation and playground</a></li>`;
  },
  '<!-- policy place -->': (query) => (query.has('policy') ? '<cookie-manifest-policy></cookie-manifest-policy>' : ''),
};

async function complete(page, query) {
  let text = page.toString('utf8');
  for (const [place, part] of Object.entries(parts)) {
    if (!text.includes(place)) continue;
    const markup = await part(query);
    text = text.replace(place, () => markup.trim());
  }
  return text;
}

/** Tailwind's style sheet with the classes that its page uses: what its own command would write at build time. */
async function tailwind(sheet) {
  const { compile } = await import('tailwindcss');
  const page = await readFile(join(here, 'themes/tailwind.html'), 'utf8');
  const { build } = await compile(sheet.toString('utf8'), {
    loadStylesheet: async (_, base) => ({
      base,
      path: '',
      content: await readFile(join(top, 'node_modules/tailwindcss/index.css'), 'utf8'),
    }),
  });
  return build([...page.matchAll(/class="([^"]*)"/g)].flatMap(([, classes]) => classes.split(' ')));
}

/** `default-src 'self'`, and the import map by its hash: browsers accept import maps inline only. */
function policyFor(page) {
  const [, map] = /<script type="importmap">([^]*?)<\/script>/.exec(page) ?? [];
  const hash = map && createHash('sha256').update(map).digest('base64');
  return [
    `default-src 'self'`,
    ...(hash ? [`script-src 'self' 'sha256-${hash}'`] : []),
    `require-trusted-types-for 'script'`,
  ].join('; ');
}

const packers = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const packed = new Map();

/** A body as the browser takes it. Kept, as the best compression is slow. */
async function pack(body, tag, accepted = '') {
  const encoding = Object.keys(packers).find((name) =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted),
  );
  if (!encoding) return { body };
  const key = encoding + tag;
  if (!packed.has(key)) packed.set(key, packers[encoding](body));
  return { body: await packed.get(key), encoding };
}

async function answer(request, response) {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', policyFor(''));
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return response.writeHead(405, { Allow: 'GET, HEAD' }).end();

  let address, query;
  try {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    [address, query] = [decodeURIComponent(pathname), searchParams];
  } catch {
    return response.writeHead(400).end();
  }
  // A folder's page lives at the address with the slash, so that its own relative addresses are right.
  if (['/app', '/headless', '/themes'].includes(address))
    return response.writeHead(308, { Location: `${address}/` }).end();

  const found = /[\0\\]/.test(address) ? null : await find(address);
  const { body: file, type } = found ?? (await find('/not-found.html'));
  let body = address === '/themes/tailwind.css' ? Buffer.from(await tailwind(file)) : file;
  if (type === types['.html']) {
    body = Buffer.from(await complete(body, query));
    response.setHeader('Content-Security-Policy', policyFor(body));
    response.setHeader('Set-Cookie', missing(request.headers.cookie));
  }

  const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (found && request.headers['if-none-match'] === tag) return response.writeHead(304).end();
  const sent = type === types['.png'] ? { body } : await pack(body, tag, request.headers['accept-encoding']);
  if (sent.encoding) response.setHeader('Content-Encoding', sent.encoding);
  response.writeHead(found ? 200 : 404, { 'Content-Type': type, 'Content-Length': sent.body.length });
  response.end(request.method === 'HEAD' ? undefined : sent.body);
}

/** A server that listens nowhere yet. @returns {http.Server} */
export function createServer() {
  return http.createServer((request, response) => {
    answer(request, response).catch((reason) => {
      console.error(reason);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

/**
 * Starts the demo on a port of this machine; where that is busy, on a free one.
 * @param {number} port - 0 for any free port
 * @returns {Promise<{ server: http.Server, url: string }>}
 */
export function start(port = 0) {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', (reason) => (reason.code === 'EADDRINUSE' && port ? done(start(0)) : failed(reason)));
    server.listen(port, '127.0.0.1', () => done({ server, url: `http://localhost:${server.address().port}/` }));
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { url } = await start(Number(process.argv[2] ?? 8080));
  console.log(`The demo is at ${url}`);
}
