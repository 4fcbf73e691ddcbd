import type { InspectionRow } from '../devtools/inspect.js';
import { describe, filterCookies, listCookies, withOwn, type CookieFilter, type ListedCookie } from '../list/cookies.js';
import { languageAt } from '../locales/language.js';
import { loadMessages } from '../locales/messages.js';
import { optionalCategories, type Manifest, type ManifestError } from '../manifest/draft.js';
import { findCookie } from '../manifest/find.js';
import { loadManifest, sourceOf, type Source } from '../manifest/source.js';
import type { Model, View } from '../notice/model.js';
import { writeJar } from '../preferences/jar.js';
import { acknowledged, encode, type Preferences } from '../preferences/record.js';
import type { Core } from './core.js';

/** What the API does once there is more to do than to answer: a file of its own, so that returning visits do not pay for it. */
export interface Page extends Model {
  cookie(name: string): ListedCookie | undefined;
  cookies(filter?: CookieFilter): readonly ListedCookie[];
  load(source?: Source): Promise<Manifest>;
  show(): Promise<void>;
  showDetails(opener?: HTMLElement): Promise<void>;
  reset(): Promise<void>;
  inspect(): Promise<InspectionRow[]>;
  /** Defines the element. */
  define(): Promise<void>;
  /** Loads the manifest that the page names, and shows the notice if it is due then. */
  begin(): void;
}

interface Load {
  readonly source: Source | undefined;
  readonly end: AbortController;
  promise?: Promise<Manifest>;
}

export function createPage(core: Core): Page {
  const { api } = core;
  let loading: Load | undefined;
  let error: ManifestError | undefined;

  const language = () => languageAt(core.element());
  const wanted = () => core.tagged() ?? api.manifest?.revision;

  /** Brings the manifest, and the texts of the language. A load that another has overtaken, or whose element went, changes nothing. */
  async function bring(mine: Load): Promise<Manifest> {
    let manifest: Manifest | undefined;
    let reason: unknown;
    try {
      [manifest] = await Promise.all([
        loadManifest(() => mine.source ?? sourceOf(core.element()), mine.end.signal),
        loadMessages(language()),
      ]);
    } catch (thrown) {
      reason = thrown;
    }
    if (loading === mine) settle(manifest, reason as ManifestError);
    if (!manifest) throw reason;
    return manifest;
  }

  function settle(manifest: Manifest | undefined, reason: ManifestError | undefined): void {
    error = reason;
    if (manifest) {
      const { revision, problems } = manifest;
      api.manifest = manifest;
      core.tell('load', { manifest });
      if (revision && wanted() !== revision) console.warn(`cookie-manifest: the page says revision ${wanted()}, its manifest ${revision}`);
      if (problems.length) core.tell('error', { problems });
    } else {
      loading = undefined;
      core.tell('error', { error: reason! });
    }
    core.update();
    if (core.started && page.ready()) void page.define();
  }

  function abandon(): void {
    loading?.end.abort();
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
      const cookie = api.manifest && findCookie(withOwn(api.manifest, core.settings()), name);
      return cookie ? describe(cookie, api.manifest!, language()) : undefined;
    },
    cookies: (filter) => (api.manifest ? filterCookies(listCookies(api.manifest, core.settings(), language()), filter) : []),
    // A rejection that nobody waits for is nobody's error: it is announced on the page.
    load(source) {
      if (!loading?.promise || (source !== undefined && source !== loading.source)) {
        abandon();
        loading = { source, end: new AbortController() };
        loading.promise = bring(loading);
        loading.promise.catch(() => {});
      }
      return loading.promise!;
    },
    define: async () => (await import('../notice/define.js')).define(page),
    async show() {
      const notice = await view();
      await page.load().catch(() => {});
      await notice.show();
    },
    async showDetails(opener) {
      const notice = await view();
      if (!error) void page.load();
      await notice.showDetails(opener);
    },
    async acknowledge() {
      if (!error) await page.load().catch(() => {});
      if (page.optional()) throw new Error('Acknowledging does not answer optional categories: use the choices');
      write(acknowledged(wanted() ?? '0'));
      await core.view?.hide();
    },
    reset() {
      write(null);
      return page.show();
    },
    inspect: async () => (await import('../devtools/inspect.js')).inspect(api, wanted() ?? null),
    begin() {
      if (api.due) void page.define();
      if (core.element() && !error) void page.load();
    },
    ready: () => api.due && !!(error ?? api.manifest) && core.automatic(),
    optional: () => !!api.manifest && optionalCategories(api.manifest).length > 0,
    adopt(view) {
      core.view = view;
      if (!view && !api.manifest) abandon();
      if (view && core.started) core.decide();
    },
    renew() {
      abandon();
      core.decide();
    },
    tell: (what) => core.tell(what, {}),
  };
  return page;
}
