import type { CookieFilter, ListedCookie } from '../list/cookies.js';
import type { Manifest, ManifestError } from '../manifest/parse.js';
import type { Source } from '../manifest/source.js';
import type { Model, View } from '../notice/model.js';
import type { InspectionRow } from '../devtools/inspect.js';
import { acknowledged, unset, type Preferences } from '../preferences/record.js';
import { createStore } from '../preferences/store.js';
import { actOnClicks } from './actions.js';
import { tell } from './events.js';
import { defaults, mergeSettings, metaSettings, warn, type Settings } from './settings.js';

/** The JavaScript API: one object for the page, whoever asks for it. Its methods need no `this`. */
export interface CookieManifest {
  /** What the visitor chose. Frozen; the same object until something changes. */
  readonly preferences: Preferences;
  /** Whether the notice is due: nothing is stored, or it was stored for another revision. */
  readonly due: boolean;
  /** The manifest, or null while none is loaded. */
  readonly manifest: Manifest | null;
  /** Whether a category is granted. `essential` always is; a name that nobody knows never is. */
  allows(category: string): boolean;
  /** Whether the category of the declared cookie that a name falls under is granted; false for undeclared names. */
  allowsCookie(name: string): boolean;
  /** The declared cookie that a name falls under (the most specific wins), or undefined. */
  cookie(name: string): ListedCookie | undefined;
  /** The declared cookies and the library's own; empty while no manifest is loaded. */
  cookies(filter?: CookieFilter): readonly ListedCookie[];
  /**
   * Loads the manifest, once; after a failure it may be called again.
   * @param source - an address or the manifest itself; default: what the page's element names
   * @throws {ManifestError} where nothing could be loaded, or what came is no manifest
   */
  load(source?: Source): Promise<Manifest>;
  /** Shows the notice, in an element of its own where the page has none. Rejects on a server, as all acts do. */
  show(): Promise<void>;
  /** Hides notice and details, and stores nothing. */
  hide(): Promise<void>;
  /** Opens the details, or follows the link to the policy where they could not be seen. */
  showDetails(opener?: HTMLElement): Promise<void>;
  /**
   * Stores that the visitor has seen the essential-only notice. That is no consent.
   * @throws {Error} where the manifest has optional categories, which need choices
   */
  acknowledge(): Promise<void>;
  /** Forgets what was stored, and shows the notice. */
  reset(): Promise<void>;
  /** Calls back at once and with each new Preferences. @returns what ends that */
  subscribe(listener: (preferences: Preferences) => void): () => void;
  /** Page-wide settings, before the first query. What was said first stays, in `<meta name="cookie-manifest">` or here. */
  configure(settings: Partial<Settings>): void;
  /** Prints what is declared, what is here, and why the notice is shown or not. @returns the declared cookies as rows */
  inspect(): Promise<InspectionRow[]>;
  /**
   * Takes part in the page: puts the API on the window, follows clicks and other tabs, shows the notice where it is due.
   * The entries `auto` and `notice` call it; applications that import only the API may.
   * @param element - whether to define the element at once
   */
  start(element?: boolean): void;
}

type Loaded = typeof import('./loaded.js');
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const inBrowser = typeof document !== 'undefined';

/** The API, and what views need of it. */
export interface Core {
  readonly api: CookieManifest;
  readonly model: Model;
}

export function createCore(): Core {
  let settings = inBrowser ? mergeSettings({}, metaSettings(), false) : {};
  let answered = false;
  let started = false;
  let following = false;
  let loaded: Loaded | undefined;
  let loading: { readonly promise: Promise<Manifest>; readonly source: Source | undefined; readonly end: AbortController } | undefined;
  let error: ManifestError | null = null;
  let view: View | undefined;
  let defining: Promise<unknown> | undefined;
  const listeners = new Set<{ readonly call: (preferences: Preferences) => void }>();
  const watchers = new Set<() => void>();

  const current = (): Settings => ({ ...defaults, ...settings });
  const store = createStore(current, () => {
    update();
    for (const { call } of listeners) attempt(() => call(api.preferences));
    tell(target(), 'cookie-manifest-change', { preferences: api.preferences });
  });

  const element = () => view ?? document.querySelector<View>('cookie-manifest');
  const target = () => element() ?? document;
  const language = () => loaded!.languageAt(inBrowser ? element() : null);
  /** The revision that must have been answered: the tag's, the settings', the manifest's; null while nothing says. */
  const wanted = () =>
    (inBrowser && element()?.getAttribute('revision')) || settings.revision || (api.manifest ? (api.manifest.revision ?? '0') : null);

  function update(): void {
    const revision = wanted();
    api.preferences = store.current();
    api.due = api.preferences === unset || (revision !== null && api.preferences.revision !== revision);
    for (const changed of watchers) changed();
  }

  /** Loads what is asked for. A rejection that nobody waits for is nobody's error: it is announced on the page. */
  function load(source?: Source): Promise<Manifest> {
    if (loading && (source === undefined || source === loading.source)) return loading.promise;
    loading?.end.abort();
    const end = new AbortController();
    const mine = { source, end, promise: undefined as unknown as Promise<Manifest> };
    mine.promise = fetchManifest(source, end.signal).then(
      (manifest) => settle(mine, manifest, null),
      (reason: ManifestError) => settle(mine, null, reason),
    );
    mine.promise.catch(() => {});
    loading = mine;
    return mine.promise;
  }

  async function fetchManifest(source: Source | undefined, signal: AbortSignal): Promise<Manifest> {
    loaded = await import('./loaded.js');
    const [manifest] = await Promise.all([
      loaded.loadManifest(source ?? loaded.sourceOf(inBrowser ? element() : null), signal),
      loaded.loadMessages(language()),
    ]);
    return manifest;
  }

  /** Ends a load. One that another has overtaken, or whose element went, changes nothing on the page. */
  function settle(mine: typeof loading, manifest: Manifest | null, reason: ManifestError | null): Manifest {
    if (loading === mine) {
      error = reason;
      if (manifest) api.manifest = manifest;
      else loading = undefined;
      if (inBrowser) {
        announce(manifest, reason);
        update();
        if (started) decide();
      }
    }
    if (reason) throw reason;
    return manifest!;
  }

  function announce(manifest: Manifest | null, reason: ManifestError | null): void {
    if (manifest) {
      const tag = element()?.getAttribute('revision') || settings.revision;
      if (tag && manifest.revision && tag !== manifest.revision)
        warn(`the page says revision ${tag}, the manifest says ${manifest.revision}: bring the page up to date`);
      tell(target(), 'cookie-manifest-load', { manifest });
      if (!manifest.problems.length) return;
      warn('the manifest has problems', manifest.problems);
      tell(target(), 'cookie-manifest-error', { problems: manifest.problems });
    } else if (reason) {
      warn(reason);
      tell(target(), 'cookie-manifest-error', { error: reason });
    }
  }

  /** Defines the element; where Lit may not start, a plain notice stands in. */
  const define = () =>
    (defining ??= import('../notice/define.js')
      .catch((reason: unknown) => {
        warn('a plain notice stands in, as the element could not start.', reason);
        return import('../notice/plain.js');
      })
      .then((notice) => notice.define(model))
      .catch((reason: unknown) => {
        defining = undefined;
        warn('the notice could not be loaded.', reason);
      }));

  const domReady = () =>
    new Promise<unknown>((resolve) => (document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', resolve) : resolve(0)));

  /** Whether the notice shows by itself on this page. */
  const automatic = () => element()?.getAttribute('notice') !== 'manual' && !document.querySelector('cookie-manifest-policy');

  /** Loads what is due, and nothing else. */
  function decide(): void {
    update();
    if (!automatic()) return;
    if (api.due) void define();
    if (error || !element()) return;
    if (api.due) void load();
    else if (!wanted()) idle(load);
  }

  async function shown(): Promise<View> {
    if (!inBrowser) throw new Error('On a server there is no visitor to show a notice to.');
    await domReady();
    if (!element()) document.body.append(document.createElement('cookie-manifest'));
    await define();
    if (!view) throw new Error('The notice could not be loaded.');
    if (!error) void load();
    return view;
  }

  const find = (name: string) => (api.manifest ? loaded!.findCookie(loaded!.withOwn(api.manifest, current()), name) : undefined);

  const follow = () => {
    if (following || !inBrowser) return;
    following = true;
    store.follow();
  };

  const api: Writable<CookieManifest> = {
    preferences: unset,
    due: true,
    manifest: null,
    allows: (category) => ((answered = true), api.preferences.granted.includes(category)),
    allowsCookie: (name) => api.allows(find(name)?.category ?? ''),
    cookie(name) {
      const cookie = find(name);
      return cookie && loaded!.describe(cookie, api.manifest!, language());
    },
    cookies: (filter) =>
      api.manifest ? loaded!.filterCookies(loaded!.listCookies(api.manifest, current(), language()), filter) : [],
    load,
    async show() {
      const notice = await shown();
      await load().catch(() => {});
      await notice.show();
    },
    hide: async () => {
      if (!inBrowser) await shown();
      await view?.hide();
    },
    showDetails: async (opener) => (await shown()).showDetails(opener),
    async acknowledge() {
      if (!inBrowser) await shown();
      if (!error) await load().catch(() => {});
      if (model.optional) throw new Error('There are optional categories, which acknowledging does not answer: use the choices.');
      store.write(acknowledged(wanted() ?? '0'));
      await view?.hide();
    },
    async reset() {
      if (inBrowser) store.write(null);
      await api.show();
    },
    subscribe(call) {
      const entry = { call };
      answered = true;
      follow();
      listeners.add(entry);
      call(api.preferences);
      return () => void listeners.delete(entry);
    },
    configure(more) {
      settings = mergeSettings(settings, more, answered);
      if (inBrowser) store.refresh();
      if (started) decide();
      else update();
    },
    inspect: async () => (await import('../devtools/inspect.js')).inspect(api, wanted()),
    start(element) {
      if (!inBrowser) return;
      if (element) void define();
      if (started) return;
      started = true;
      (globalThis as { cookieManifest?: CookieManifest }).cookieManifest = api;
      actOnClicks(api);
      follow();
      void domReady().then(decide);
    },
  };

  const model: Model = {
    get manifest() {
      return api.manifest;
    },
    get error() {
      return error;
    },
    get due() {
      return api.due;
    },
    get ready() {
      return api.due && automatic() && !!(error || api.manifest);
    },
    get optional() {
      return !!api.manifest && loaded!.optionalCategories(api.manifest).length > 0;
    },
    cookies: () => api.cookies(),
    watch(changed) {
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
    adopt(adopted) {
      view = adopted;
      if (started) decide();
    },
    release(released) {
      if (view !== released) return;
      view = undefined;
      if (!api.manifest) {
        loading?.end.abort();
        loading = undefined;
      }
    },
    renew() {
      loading?.end.abort();
      loading = undefined;
      error = null;
      decide();
    },
    retry() {
      error = null;
      void load();
      update();
    },
    acknowledge: () => api.acknowledge(),
    tell: (what) => tell(target(), `cookie-manifest-${what}`, {}),
  };

  if (inBrowser) {
    store.refresh();
    update();
  }
  return { api, model };
}

const idle = (act: () => void) => (globalThis.requestIdleCallback ?? setTimeout)(act);

/** One listener that throws does not keep the others from being told; the page's error handlers hear of it. */
function attempt(act: () => void): void {
  try {
    act();
  } catch (reason) {
    reportError(reason);
  }
}
