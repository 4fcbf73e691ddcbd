import { localizeCookie, filterCookies, withOwnCookie } from '../cookie-list/list.js';
import { findLanguage } from '../locales/language.js';
import { loadMessages, overrideMessages } from '../locales/load.js';
import type { Texts } from '../locales/types.js';
import type { Manifest, ManifestError } from '../manifest/types.js';
import { findCookie } from '../manifest/match-name.js';
import { loadManifest, type Source } from '../manifest/load.js';
import type { Model, View } from '../notice/model.js';
import type { PolicyModel } from '../policy/model.js';
import { writeCookie } from '../preferences/cookie-jar.js';
import { acknowledged, encodeRecord, type Preferences } from '../preferences/record.js';
import type { Act, CookieManifest, Core } from './core.js';
import { warn } from '../manifest/warn.js';

/** What the API does once there is more to do than to answer: a file of its own, so that returning visits do not pay for it. */
export interface Page
  extends Omit<Model, 'api'>, Omit<PolicyModel, 'api'>, Pick<CookieManifest, 'cookie' | 'cookies' | Act> {
  readonly api: CookieManifest;
  /** Defines the notice's element. */
  define(): Promise<void>;
  /** Defines the policy page's element. */
  definePolicy(): Promise<void>;
  /** Loads the manifest that the page names, and shows the notice if it is due then. */
  begin(): void;
  /** Something changed: takes the texts that the site has given since, and tells the views. */
  follow(): void;
}

/** How long a language file may keep the notice waiting, in milliseconds; English stands in after that, until it arrives. */
const patience = 3_000;

export function createPage(core: Core): Page {
  const { api } = core;
  let source: Source | undefined;
  let end = new AbortController();
  let loading: Promise<Manifest> | undefined;
  let error: ManifestError | undefined;
  /** The policy pages on this page, and what brings each up to date. */
  const policies = new Map<Element, () => void>();

  const language = () => findLanguage(core.element());
  const wanted = () => core.tagged() ?? api.manifest?.revision;
  const list = () => (api.manifest ? withOwnCookie(api.manifest, core.settings()) : []);
  const wait = (duration: number) => new Promise((resolve) => setTimeout(resolve, duration));
  const inWords = (cookie: Parameters<typeof localizeCookie>[0]) => localizeCookie(cookie, api.manifest!, language());

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
      const texts = Promise.race([loadMessages(language()), wait(patience)]);
      const [manifest] = await Promise.all([loadManifest(source, [core.element(), ...policies.keys()], signal), texts]);
      settle(manifest);
      return manifest;
    } catch (reason) {
      settle(null, reason as ManifestError);
      throw reason;
    }
  }

  /** Takes the texts that are written inside an element. */
  function read(view: Element): void {
    for (const script of view.querySelectorAll<HTMLElement>(':scope > [data-texts]'))
      try {
        core.texts.push([script.lang || language(), JSON.parse(script.textContent) as Texts]);
      } catch (reason) {
        warn('texts', reason);
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
    writeCookie(core.settings(), preferences && encodeRecord(preferences));
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
    definePolicy: async () => (await import('../policy/define.js')).define(page),
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
    follow() {
      for (const [language, texts] of core.texts.splice(0)) overrideMessages(language, texts);
      core.view?.follow();
      for (const update of policies.values()) update();
    },
    wanted: () => api.due && core.automatic() && !policies.size,
    ready: () => page.wanted() && !!(error ?? api.manifest),
    optional: () =>
      !!api.manifest?.cookies.some(
        ({ category }) => category !== 'essential' && Object.hasOwn(api.manifest!.categories, category),
      ),
    adopt(view) {
      core.view = view;
      if (view) read(view);
      else if (!api.manifest && !policies.size) abandon();
      if (view && core.started) core.decide();
    },
    settings: core.settings,
    watch(policy, update) {
      policies.set(policy, update);
      read(policy);
      if (!error) void page.load();
      core.update(); // the notice keeps away from the page that holds the policy
      return () => {
        policies.delete(policy);
        core.update();
      };
    },
    renew() {
      const loadedBefore = loading ?? error;
      abandon();
      if (loadedBefore && (core.element() ?? policies.size)) void page.load();
      core.decide();
    },
    tell: core.tell,
  };
  return page;
}
