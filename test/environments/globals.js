import { runInNewContext } from 'node:vm';

/**
 * Makes a simulated page the globals of this process, as Vitest's environments do: what the page has comes before what Node has, apart
 * from the language itself and timers.
 */
const language = runInNewContext('Object.getOwnPropertyNames(globalThis)');
const kept = new Set([...language, 'global', 'process', 'console', 'performance', 'crypto', 'structuredClone']);
const isKept = (key) => kept.has(key) || /^(set|clear)(Timeout|Interval|Immediate)$|^queueMicrotask$/.test(key);

/** Environments by name: each makes a window at an address, and says on the console what it cannot do. */
const environments = {
  'happy-dom': async (url) => {
    const { Window } = await import('happy-dom');
    return new Window({ url, console });
  },
  jsdom: (url) => openJsdom('jsdom', url),
  'jsdom-26': (url) => openJsdom('jsdom-26', url), // the one that Jest brings
};

async function openJsdom(name, url) {
  const { JSDOM, VirtualConsole } = await import(name);
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => console.error(error.message));
  return new JSDOM('<!doctype html><html lang="en"><head></head><body></body></html>', {
    url,
    pretendToBeVisual: true,
    virtualConsole,
  }).window;
}

export async function simulatePage(name) {
  const page = await environments[name]('http://localhost:3000/');
  page.document.documentElement.lang = 'en';
  const keys = new Set();
  for (let at = page; at && at !== Object.prototype; at = Object.getPrototypeOf(at))
    for (const key of Object.getOwnPropertyNames(at)) keys.add(key);
  for (const key of keys) {
    if (isKept(key)) continue;
    Object.defineProperty(globalThis, key, {
      configurable: true,
      get: () => (typeof page[key] === 'function' && /^[a-z]/.test(key) ? page[key].bind(page) : page[key]),
      set: (value) => void (page[key] = value),
    });
  }
  for (const key of ['window', 'self', 'top', 'parent'])
    Object.defineProperty(globalThis, key, { configurable: true, value: globalThis });
}
