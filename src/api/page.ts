import { describe, filterCookies, withOwn } from '../list/cookies.js';
import { languageAt } from '../locales/language.js';
import { loadMessages } from '../locales/messages.js';
import type { Manifest, ManifestError } from '../manifest/draft.js';
import { findCookie } from '../manifest/find.js';
import { loadManifest, type Source } from '../manifest/source.js';
import type { Model, View } from '../notice/model.js';
import { writeJar } from '../preferences/jar.js';
import { acknowledged, encode, type Preferences } from '../preferences/record.js';
import type { Act, CookieManifest, Core } from './core.js';
import { warn } from '../manifest/warn.js';

/** What the API does once there is more to do than to answer: a file of its own, so that returning visits do not pay for it. */
export interface Page extends Model, Pick<CookieManifest, 'cookie' | 'cookies' | Act> {
  /** Defines the element. */
  define(): Promise<void>;
  /** Loads the manifest that the page names, and shows the notice if it is due then. */
  begin(): void;
}

export function createPage(core: Core): Page {
  const { api } = core;
  let source: Source | undefined;
  let end = new AbortController();
  let loading: Promise<Manifest> | undefined;
  let error: ManifestError | undefined;

  const language = () => languageAt(core.element());
  const wanted = () => core.tagged() ?? api.manifest?.revision;
  const list = () => (api.manifest ? withOwn(api.manifest, core.settings()) : []);
  const inWords = (cookie: Parameters<typeof describe>[0]) => describe(cookie, api.manifest!, language());

  /** Brings the manifest, and the texts of the language. A load that another has overtaken, or whose element went, changes nothing. */
  async function bring(signal: AbortSignal): Promise<Manifest> {
    const settle = (manifest: Manifest | null, reason?: ManifestError) => {
      if (signal.aborted) return;
      error = reason;
      if (manifest) {
        const { revision, problems } = manifest;
        api.manifest = manifest;
        core.tell('load', { manifest });
        if (revision && wanted() !== revision) warn(`revision ${revision}, but the page says ${wanted()}`);
        if (problems.length) core.tell('error', { problems });
      } else {
        loading = undefined;
        core.tell('error', { error: reason! });
      }
      core.update();
      if (core.started && page.ready()) void page.define();
    };
    try {
      const [manifest] = await Promise.all([loadManifest(source, core.element(), signal), loadMessages(language())]);
      settle(manifest);
      return manifest;
    } catch (reason) {
      settle(null, reason as ManifestError);
      throw reason;
    }
  }

  function abandon(): void {
    end.abort();
    loading = error = undefined;
  }

  /** The page's view, in an element of its own where the page has none. */
  async function view(): Promise<View> {
    if (!core.element()) document.body.append(document.createElement('cookie-manifest'));
    await page.define();
    return core.view!;
  }

  function write(preferences: Preferences | null): void {
    writeJar(core.settings(), preferences && encode(preferences));
    core.store.remember(preferences);
  }

  const page: Page = {
    api,
    get error() {
      return error;
    },
    cookie(name) {
      const cookie = findCookie(list(), name);
      return cookie && inWords(cookie);
    },
    cookies: (filter) => filterCookies(list().map(inWords), filter),
    load(from) {
      if (!loading || (from !== undefined && from !== source)) {
        abandon();
        source = from;
        end = new AbortController();
        loading = bring(end.signal);
        loading.catch(() => {}); // a rejection that nobody waits for is nobody's error: it is announced on the page
      }
      return loading;
    },
    define: async () => (await import('../notice/define.js')).define(page),
    async show() {
      const notice = await view();
      await page.load().catch(() => {});
      await notice.show();
    },
    async hide() {
      await core.view?.hide();
    },
    async showDetails(opener) {
      const notice = await view();
      if (!error) void page.load();
      await notice.showDetails(opener);
    },
    async acknowledge() {
      if (!error) await page.load().catch(() => {});
      if (page.optional()) throw new Error('Optional categories need choices: acknowledging does not answer them');
      write(acknowledged(wanted() ?? '0'));
      await page.hide();
    },
    reset() {
      write(null);
      return page.show();
    },
    inspect: async () => (await import('../devtools/inspect.js')).inspect(api, wanted() ?? null),
    audit: async () => (await import('../audit/page.js')).audit(api),
    begin() {
      if (api.due) void page.define();
      if (core.element() && !error) void page.load();
    },
    ready: () => api.due && !!(error ?? api.manifest) && core.automatic(),
    optional: () => !!api.manifest?.cookies.some(({ category }) => category !== 'essential' && Object.hasOwn(api.manifest!.categories, category)),
    adopt(view) {
      core.view = view;
      if (!view && !api.manifest) abandon();
      if (view && core.started) core.decide();
    },
    renew() {
      const loadedBefore = loading ?? error;
      abandon();
      if (loadedBefore && core.element()) void page.load();
      core.decide();
    },
    tell: core.tell,
  };
  return page;
}
