/** The plugin for Vite and for rollup: `cookie-manifest/vite` and `cookie-manifest/rollup` are this one module. */
import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { JsonError, type Position } from './json.js';
import { readManifest } from './manifest.js';
import { Trouble } from './problem.js';
import { findNaming, stampPage, type Stamped } from './stamp.js';
import { Pages } from './unnamed.js';

export interface CookieManifestOptions {
  /** The manifest's file, from Vite's root or, with rollup, the working directory. */
  readonly manifest: string;
  /** The manifest's address on the site. Default: where Vite serves it from its public folder, else its name at the site's root. */
  readonly src?: string;
  /** Whether pages load the manifest early; a returning visit, which needs none, loads it then too. Default: false. */
  readonly preload?: boolean;
  /** Whether pages are expected to name the manifest; false where scripts or a server make the element. Default: true. */
  readonly pages?: boolean;
}

/** Something that is wrong, as rollup and Vite show it. Lines and columns are counted from 1, as in the message. */
interface Mistake {
  readonly message: string;
  readonly loc?: Position & { readonly file: string };
}

/** What is used of rollup's plugin context. */
interface Build {
  /** Vite's; a server's build has no pages. */
  readonly environment?: { readonly config: { readonly consumer: 'client' | 'server' } };
  error(mistake: Mistake): never;
  warn(mistake: Mistake): void;
  addWatchFile(file: string): void;
}

/** What is used of Vite's resolved configuration. */
interface ViteConfig {
  readonly root: string;
  readonly base: string;
  readonly publicDir: string;
  readonly command: 'build' | 'serve';
  readonly logger: { warn(message: string): void };
}

/** What is used of Vite's development server. */
interface ViteServer {
  readonly watcher: { add(file: string): unknown; on(event: 'change', listener: (file: string) => void): unknown };
  readonly ws: { send(payload: { type: 'full-reload' }): void };
}

type Output = { readonly type: 'asset'; source: string | Uint8Array } | { readonly type: 'chunk' };

/** The hooks, in the shapes that both Vite and rollup take. */
export interface CookieManifestPlugin {
  name: string;
  configResolved(config: ViteConfig): void;
  configureServer(server: ViteServer): void;
  buildStart(this: Build): Promise<void>;
  transformIndexHtml: {
    order: 'post';
    handler(html: string, page: { readonly path: string; readonly filename: string }): Promise<string>;
  };
  generateBundle: {
    order: 'post';
    handler(this: Build, options: unknown, bundle: { readonly [file: string]: Output }): Promise<void>;
  };
  closeBundle(this: Build): void;
}

/** A file as messages name it: from the working directory where it is below that. */
const shown = (path: string): string => (relative('.', path).startsWith('..') ? path : relative('.', path));

/** Any origin: addresses are compared, and none is fetched. */
const site = 'https://site.invalid/';

/**
 * Checks the manifest when a site is built: a mistake in it ends the build, with file, line and column, and is a warning of Vite's development server, which
 * looks again when the file changes. In the pages it puts the manifest's revision into `<cookie-manifest>` and, where that is wished, a preload into the head;
 * see `stampPage`. Where no page names the manifest, one warning says so.
 */
export default function cookieManifest({
  manifest,
  src,
  preload = false,
  pages: arePagesExpected = true,
}: CookieManifestOptions): CookieManifestPlugin {
  let vite: ViteConfig | undefined;
  let pages = new Pages();
  /** Whether pages were made, or could have been: a build that failed before says nothing of them. */
  let isGenerated = false;
  /** Whether the development server has warned of pages that do not name the manifest. */
  let hasWarned = false;
  const path = () => resolve(vite?.root ?? '.', manifest);
  const base = () => (vite?.base.startsWith('/') ? vite.base : '/');

  function address(): string {
    const inPublic = vite?.publicDir ? relative(vite.publicDir, path()) : '..';
    const isPublic = !inPublic.startsWith('..') && !isAbsolute(inPublic);
    return (
      src ??
      base() +
        (isPublic ? inPublic.split(sep).map(encodeURIComponent).join('/') : encodeURIComponent(basename(manifest)))
    );
  }

  /** What is wrong with the manifest. */
  async function check(): Promise<{ readonly revision: string | null; readonly mistake?: Mistake }> {
    const at = (position: Position | undefined) => position && { loc: { file: path(), ...position } };
    try {
      const { manifest: read, problems, at: positionOf } = await readManifest(shown(path()));
      const [first] = read.problems;
      return {
        revision: read.revision,
        ...(first && { mistake: { message: problems.join('\n'), ...at(positionOf(first.path)) } }),
      };
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      return {
        revision: null,
        mistake: { message: error.message, ...at(error.cause instanceof JsonError ? error.cause.position : undefined) },
      };
    }
  }

  const where = (page: string) => ({ page: new URL(page, site), src: new URL(address(), site) });
  const stamp = async (html: string, page: string): Promise<Stamped> => {
    const { revision } = await check();
    return stampPage(html, { ...where(page), revision, preload });
  };
  const explainUnnamed = () => pages.explain(address(), shown(path()));
  const wrong = (file: string, { message, line, column }: Stamped['mistakes'][number], name: string): Mistake => ({
    message: `${name}:${line}:${column} ${message}`,
    loc: { file, line, column },
  });

  return {
    name: 'cookie-manifest',

    configResolved(config) {
      vite = config;
    },

    configureServer({ watcher, ws }) {
      watcher.add(path());
      watcher.on('change', (changed) => {
        if (resolve(changed) !== path()) return;
        void check().then(({ mistake }) => {
          if (mistake) vite?.logger.warn(mistake.message);
          ws.send({ type: 'full-reload' }); // for its revision
        });
      });
    },

    async buildStart() {
      pages = new Pages();
      isGenerated = false;
      this.addWatchFile(path());
      const { mistake } = await check();
      if (mistake && vite?.command === 'serve') this.warn(mistake);
      else if (mistake) this.error(mistake);
    },

    transformIndexHtml: {
      order: 'post', // so that Vite, which may prefix addresses with its base, takes them as they are
      async handler(html, { path: page, filename }) {
        const url = base() + page.replace(/^\//, '');
        pages.add(shown(filename), findNaming(html, where(url)));
        if (vite?.command === 'serve' && arePagesExpected && !pages.isNamed && !hasWarned) {
          hasWarned = true;
          vite.logger.warn(explainUnnamed());
        }
        const { html: stamped, mistakes } = await stamp(html, url);
        const [mistake] = mistakes;
        if (!mistake) return stamped;
        // Vite has added its own lines to the page by now; the file has the author's.
        const source = await readFile(filename, 'utf8').catch(() => html);
        const { message, loc } = wrong(filename, (await stamp(source, url)).mistakes[0] ?? mistake, shown(filename));
        if (vite?.command !== 'serve') throw Object.assign(new Error(message), { loc, id: filename });
        vite.logger.warn(message);
        return stamped;
      },
    },

    generateBundle: {
      order: 'post', // after the plugins that make pages
      async handler(_options, bundle) {
        // Vite has had its pages.
        for (const [name, output] of vite ? [] : Object.entries(bundle)) {
          if (output.type !== 'asset' || !/\.html?$/i.test(name)) continue;
          const source =
            typeof output.source === 'string'
              ? output.source
              : new TextDecoder('utf-8', { ignoreBOM: true }).decode(output.source);
          pages.add(name, findNaming(source, where(`/${name}`)));
          const { html, mistakes } = await stamp(source, `/${name}`);
          const [mistake] = mistakes;
          if (mistake) this.error(wrong(name, mistake, name));
          output.source = html;
        }
        isGenerated = true;
      },
    },

    closeBundle() {
      if (!isGenerated || !arePagesExpected || pages.isNamed) return;
      if (this.environment?.config.consumer !== 'server') this.warn({ message: explainUnnamed() });
    },
  };
}
