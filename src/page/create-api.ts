import { warn } from '../manifest/warn.js';
import type { Preferences } from '../preferences/record.js';
import { readMetaSettings, resolveReadingSettings } from '../preferences/settings.js';
import type { Acts } from './acts.js';
import type { CookieManifest, PageSettings } from './api.js';
import { isDue } from './due.js';
import { followOtherTabs, readStoredPreferences, refreshPreferences } from './preferences.js';
import { readMarkup } from './markup.js';
import { startPage } from './start.js';
import { getState, setState, subscribe } from './state.js';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const inBrowser = typeof document !== 'undefined';

/** Makes a method that loads what it does when it is called. */
const onDemand = <Name extends keyof Acts>(name: Name): Acts[Name] =>
  (async (...given: never[]) => {
    const { acts } = await import('./acts.js');
    return (acts[name] as (...args: never[]) => unknown)(...given);
  }) as Acts[Name];

/** Reads what the API answers as data from the page's state. */
function readAnswers(): Pick<CookieManifest, 'preferences' | 'manifest' | 'due'> {
  const state = getState();
  return { preferences: state.preferences, manifest: state.manifest, due: isDue(state) };
}

/** Makes the JavaScript API, which answers from the page's state and loads the rest on demand. */
export function createApi(): CookieManifest {
  /** Whether a first answer was given, after which no setting changes. */
  let wasQueried = false;
  const given = inBrowser ? [{ values: readMetaSettings(), isLate: false }] : [];
  const settings = resolveReadingSettings(given);
  setState({ given, settings, preferences: readStoredPreferences(settings) });

  const api: Writable<CookieManifest> = {
    // Data, not getters: devtools shows it at once.
    ...readAnswers(),
    allows(category) {
      wasQueried = true;
      return api.preferences.granted.includes(category);
    },
    allowsCookie: (name) => api.allows(api.cookie(name)?.category ?? ''),
    cookie: (name) => getState().queries?.findListedCookie(name),
    cookies: (filter) => getState().queries?.listCookies(filter) ?? [],
    load: onDemand('load'),
    show: onDemand('show'),
    hide: onDemand('hide'),
    showDetails: onDemand('showDetails'),
    acknowledge: onDemand('acknowledge'),
    reset: onDemand('reset'),
    inspect: onDemand('inspect'),
    audit: onDemand('audit'),
    subscribe(listener) {
      wasQueried = true;
      if (inBrowser) followOtherTabs();
      let told: Preferences | undefined;
      const tell = () => {
        if (told === api.preferences) return;
        told = api.preferences;
        listener(told);
      };
      tell();
      return subscribe(tell);
    },
    configure({ texts = {}, ...values }: Partial<PageSettings>) {
      const before = getState();
      const all = [...before.given, { values, isLate: wasQueried }];
      refreshPreferences({
        given: all,
        settings: resolveReadingSettings(all),
        texts: [...before.texts, ...Object.entries(texts)],
      });
      readMarkup();
      // What is wrong is said where something is loaded, and at once where it comes of the order of two calls.
      if (wasQueried) import('./report-faults.js').then(({ reportFaults }) => reportFaults(), warn);
    },
    start: (defineAtOnce) => startPage(api, defineAtOnce),
  };

  subscribe(() => Object.assign(api, readAnswers()));
  return api;
}
