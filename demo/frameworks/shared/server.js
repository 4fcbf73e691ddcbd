/** Serves an example: the client as it is built, and at every other address the page that the example's server module renders. */
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/** @typedef {{ head?: string, body: string }} Rendered */

/**
 * @param {string} client - folder of the built client, with an index.html that has `<!--head-->` and `<!--app-->`
 * @param {(url: string, cookieHeader: string | undefined) => Rendered | Promise<Rendered>} [render] - default: nothing is rendered here
 */
export function serve(client, render = () => ({ body: '' })) {
  listen(http.createServer(), async (request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    const file = extname(path) && path !== '/index.html' && (await readFile(join(client, path)).catch(() => null));
    if (file) send(response, types[extname(path)] ?? 'application/octet-stream', file);
    else if (extname(path)) response.writeHead(404).end();
    else await sendPage(request, response, await readFile(join(client, 'index.html'), 'utf8'), render);
  });
}

/**
 * The same while it is worked on: Vite transforms what is asked for, and sends what changes to the pages that are open.
 * @param {typeof import('vite').createServer} createServer - the example's own Vite
 * @param {string} entry - the server module, which exports `render`
 */
export async function serveDev(createServer, entry) {
  const server = http.createServer();
  const vite = await createServer({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server }, fs: { allow: [checkout] } }, // what examples share, and the package, are above their folders
  });
  listen(server, (request, response) =>
    vite.middlewares(request, response, async () => {
      const template = await vite.transformIndexHtml(
        request.url,
        await readFile(join(vite.config.root, 'index.html'), 'utf8'),
      );
      const { render } = await vite.ssrLoadModule(entry);
      await sendPage(request, response, template, render);
    }),
  );
}

async function sendPage({ url, headers }, response, template, render) {
  const { head = '', body } = await render(url, headers.cookie);
  // The answer depends on the visitor's cookie, so no cache may share it.
  response.setHeader('Cache-Control', 'private, no-cache');
  send(
    response,
    'text/html',
    template.replace('<!--head-->', () => head).replace('<!--app-->', () => body),
  );
}

function send(response, type, body) {
  response.setHeader('Content-Type', `${type}; charset=utf-8`).end(body);
}

function listen(server, answer) {
  server.on('request', async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  });
  server.listen(process.env.PORT ?? 3000, () => console.log(`http://localhost:${server.address().port}/`));
}
