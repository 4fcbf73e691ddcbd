import type { CookieFilter, ListedCookie } from '../cookie-list/list.js';
import type { Texts } from '../locales/types.js';
import type { Manifest } from '../manifest/types.js';
import type { Source } from '../manifest/load.js';
import type { View } from '../notice/model.js';
import type { Findings } from '../audit/page.js';
import type { InspectionRow } from '../devtools/inspect.js';
import { unset, type Preferences } from '../preferences/record.js';
import { mergeSettings, readMetaSettings, resolveSettings, type Settings } from '../preferences/settings.js';
import { createStore, type PreferencesStore } from '../preferences/store.js';
import { actOnClicks } from './actions.js';
import type { EventFields, Told } from './events.js';
import type { createPage, Page } from './page.js';
import { warn } from '../manifest/warn.js';

/** Page-wide settings, as `configure` takes them. */
export interface PageSettings extends Settings {
  /** Texts that replace the library's, or bring a language, by BCP 47 tag; at any time. */
  readonly texts?: { readonly [language: string]: Texts };
}

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
  /**
   * Opens the details, or follows the link to the policy where they could not be seen.
   * @param opener - what gets the focus back
   */
  showDetails(opener?: HTMLElement): Promise<void>;
  /**
   * Stores that the visitor has seen the essential-only notice. That is no consent.
   * @throws {Error} where the manifest has optional categories, which need choices
   */
  acknowledge(): Promise<void>;
  /** Forgets what was stored, and shows the notice. */
  reset(): Promise<void>;
  /**
   * Calls back at once and with each new Preferences.
   * @returns what ends that
   */
  subscribe(listener: (preferences: Preferences) => void): () => void;
  /** Page-wide settings, before the first query. What was said first stays, in `<meta name="cookie-manifest">` or here. */
  configure(settings: Partial<PageSettings>): void;
  /**
   * Prints what is declared, what is here, and why the notice is shown or not.
   * @returns the declared cookies and the library's own, as rows
   */
  inspect(): Promise<InspectionRow[]>;
  /**
   * Compares the manifest, which it loads if need be, with what is on this device as far as scripts see.
   * @returns the findings; their `unseen` says what this browser does not let a page see
   * @throws {ManifestError} where there is no manifest
   */
  audit(): Promise<Findings>;
  /**
   * Takes part in the page: puts the API on the window, follows clicks and other tabs, shows the notice where it is due. The
   * entries `auto` and `notice` call it; an application that imports only the API may.
   * @param element - whether to define the element at once
   */
  start(element?: boolean): void;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What every visit has: the stored answer, whether the notice is due, and the way to all that is loaded on demand. */
export interface Core {
  readonly api: Writable<CookieManifest>;
  readonly store: PreferencesStore;
  /** Whether the library takes part in the page. */
  readonly started: boolean;
  /** What shows the notice, once there is something. */
  view: View | undefined;
  /** The texts that the site has given so far. */
  readonly texts: [language: string, texts: Texts][];
  settings(): Settings;
  /** The page's element, defined or not. */
  element(): View | null;
  /** The revision that the element names, else the settings. */
  tagged(): string | undefined;
  /** Whether the notice shows by itself on this page: not where the policy page is. */
  automatic(): boolean;
  /** Brings the API's state up to date and tells the view. */
  update(): void;
  /** Loads what is due, and nothing else. */
  decide(): void;
  /** Takes what is otherwise loaded on demand from an entry that has it already. */
  attach(create: typeof createPage): Page;
  /** Tells the page: from the element where there is one, else from the document. */
  tell<What extends Told>(what: What, fields?: EventFields[`cookie-manifest-${What}`]): void;
}

const inBrowser = typeof document !== 'undefined';

/** What is done on demand. Only the first two make sense on a server, which must not share one visitor's state with another. */
const acts = ['load', 'inspect', 'show', 'hide', 'showDetails', 'acknowledge', 'reset', 'audit'] as const;
export type Act = (typeof acts)[number];

export function createCore(): Core {
  const subscribers = new EventTarget();
  let configured = inBrowser ? mergeSettings({}, readMetaSettings()) : {};
  let answered = false;
  let page: Page | undefined;

  const settings = () => resolveSettings(configured);
  const onDemand = async () => page ?? core.attach((await import('./page.js')).createPage);

  const api = {
    preferences: unset,
    due: true,
    manifest: null,
    allows(category) {
      answered = true;
      return api.preferences.granted.includes(category);
    },
    allowsCookie: (name) => api.allows(api.cookie(name)?.category ?? ''),
    cookie: (name) => page?.cookie(name),
    cookies: (filter) => page?.cookies(filter) ?? [],
    subscribe(listener) {
      const entry = () => listener(api.preferences); // one function may be subscribed twice
      answered = true;
      if (inBrowser) store.follow();
      subscribers.addEventListener('change', entry);
      entry();
      return () => subscribers.removeEventListener('change', entry);
    },
    configure({ texts, ...settings }) {
      core.texts.push(...Object.entries(texts ?? {}));
      configured = mergeSettings(configured, settings, answered);
      if (inBrowser) store.refresh();
      if (core.started) core.decide();
      else core.update();
    },
    start(element) {
      if (!inBrowser) return;
      if (element) void onDemand().then((page) => page.define());
      if (core.started) return;
      core.started = true;
      if (!Reflect.set(globalThis, 'cookieManifest', api)) warn('window.cookieManifest is read-only');
      actOnClicks(api);
      store.follow();
      void domReady().then(core.decide);
    },
  } as Writable<CookieManifest>;
  acts.forEach((act, index) => {
    api[act] = async (...given: unknown[]): Promise<never> => {
      if (index > 1 && !inBrowser) throw new Error('On a server there is no visitor');
      await domReady();
      return ((await onDemand())[act] as (...given: unknown[]) => Promise<never>)(...given);
    };
  });

  const core: Writable<Core> = {
    api,
    started: false,
    view: undefined,
    texts: [],
    settings,
    element: () => core.view ?? (inBrowser ? document.querySelector<View>('cookie-manifest') : null),
    tagged: () => core.element()?.getAttribute('revision') || configured.revision,
    automatic: () =>
      core.element()?.getAttribute('notice') !== 'manual' && !document.querySelector('cookie-manifest-policy'),
    update() {
      const wanted = core.tagged() ?? (api.manifest && (api.manifest.revision ?? '0'));
      const { current } = store;
      api.preferences = current;
      api.due = current === unset || (wanted !== null && current.revision !== wanted);
      page?.follow();
    },
    decide() {
      core.update();
      if (document.querySelector('cookie-manifest-policy')) void onDemand().then((page) => page.definePolicy());
      const begin = () => void onDemand().then((page) => page.begin());
      if (!core.automatic()) return;
      if (api.due) begin();
      else if (core.element() && !core.tagged() && !api.manifest) (globalThis.requestIdleCallback ?? setTimeout)(begin);
    },
    attach: (create) => (page ??= create(core)),
    tell(what, fields) {
      if (what === 'error') warn(fields);
      const event = new Event(`cookie-manifest-${what}`, { bubbles: true, composed: true });
      if (inBrowser) (core.element() ?? document).dispatchEvent(Object.assign(event, fields));
    },
    store: createStore(settings, () => {
      core.update();
      subscribers.dispatchEvent(new Event('change')); // one that throws does not keep the others from being told
      core.tell('change', { preferences: api.preferences });
    }),
  };
  const { store } = core;

  core.update();
  return core;
}

const domReady = async () =>
  inBrowser &&
  document.readyState === 'loading' &&
  new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
