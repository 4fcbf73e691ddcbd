/** Opens pages for tests: each a frame with a library of its own, so that no test sees another's state. */
import { expect, waitUntil } from '@open-wc/testing';
import type { CookieManifest, ManifestInput } from '../../src/entries/index.js';
import { Lacking } from './needs.js';

export type Entry = 'notice' | 'auto' | 'index';

export interface Options {
  /** Which of the library's entries the page loads with a script tag. */
  readonly entry?: Entry;
  readonly head?: string;
  readonly body?: string;
  readonly lang?: string;
  readonly csp?: string;
  readonly sandbox?: string;
}

interface Listened {
  cookieManifest: CookieManifest;
  printed: { readonly way: string; readonly what: unknown[] }[];
  errors: unknown[];
  events: { readonly name: string; readonly event: Event & Record<string, unknown>; readonly path: EventTarget[] }[];
}

export type PageWindow = Window & typeof globalThis & Listened;

/** The element as the contract has it. */
export interface NoticeElement extends HTMLElement {
  src: string | null;
  revision: string | null;
  placement: string | null;
  notice: string | null;
  manifest: object | null;
  open: boolean;
  detailsOpen: boolean;
  show(): Promise<void>;
  hide(): Promise<void>;
  showDetails(opener?: HTMLElement): Promise<void>;
  acknowledge(): Promise<void>;
}

export class Page {
  constructor(readonly frame: HTMLIFrameElement) {}

  get window(): PageWindow {
    return this.frame.contentWindow as PageWindow;
  }

  get document(): Document {
    return this.window.document;
  }

  get api(): CookieManifest {
    return this.window.cookieManifest;
  }

  /** The page's first element. */
  get element(): NoticeElement {
    return this.document.querySelector<NoticeElement>('cookie-manifest')!;
  }

  /** What was given to the console: warnings, unless another way is asked for. */
  printed(way = 'warn'): string[] {
    return this.window.printed.filter((entry) => entry.way === way).map(({ what }) => what.map(String).join(' '));
  }

  /** The names of the library's events, in the order in which they came. */
  get events(): string[] {
    return this.window.events.map(({ name }) => name);
  }

  /** The last event of a name. */
  lastEvent(name: string): Event & Record<string, unknown> {
    return this.window.events.findLast((entry) => entry.name === name)!.event;
  }

  /** The errors so far; asked for, they do not fail the test. */
  takeErrors(): unknown[] {
    return this.window.errors.splice(0);
  }

  /** Loads one of the library's entries in the page. */
  import<Exports = typeof import('../../src/entries/index.js')>(entry: string): Promise<Exports> {
    return this.window.eval(`import('/src/entries/${entry}.ts')`) as Promise<Exports>;
  }

  find(selector: string): HTMLElement {
    return this.document.querySelector<HTMLElement>(selector)!;
  }

  add(html: string): void {
    this.find('main').insertAdjacentHTML('beforeend', html);
  }

  /** Waits for two frames: what was to be rendered is, and so is what that brought about. */
  async painted(): Promise<void> {
    for (let frames = 0; frames < 2; frames++)
      await new Promise((resolve) => this.window.requestAnimationFrame(resolve));
  }

  /** Waits until the notice is shown, or the details are. */
  async shown(what: 'open' | 'details-open' = 'open'): Promise<void> {
    await until(() => this.element?.hasAttribute(what), `the element is ${what}`);
    await this.painted();
  }

  async until(condition: () => unknown, what?: string): Promise<void> {
    await until(condition, what);
  }

  /** Goes to the page again: the stored answer stays, all else is new. */
  async reload(): Promise<void> {
    await loaded(this.frame, () => this.window.location.reload());
  }
}

export const until = (condition: () => unknown, what = 'a condition'): Promise<void> =>
  waitUntil(() => !!condition(), `waited in vain until ${what}`, { interval: 10, timeout: 8_000 });

const loaded = (frame: HTMLIFrameElement, act: () => void) =>
  new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    act();
  });

const frames = new Set<HTMLIFrameElement>();

/** Opens a page, and waits until it and the library's entry have been loaded. */
export async function open({ sandbox, ...options }: Options = {}): Promise<Page> {
  const frame = document.createElement('iframe');
  const query = new URLSearchParams({ entry: 'notice', lang: 'en', ...(options as Record<string, string>) });
  frame.title = 'The page under test';
  frame.style.cssText = 'width: 780px; height: 560px; border: 0';
  if (sandbox) frame.sandbox.add(...sandbox.split(' '));
  frame.src = `/page?${query}`;
  frames.add(frame);
  await loaded(frame, () => document.body.append(frame));
  return new Page(frame);
}

/** A page that loads none of the library yet. */
export const openEmpty = (options: Options = {}): Promise<Page> => open({ ...options, entry: '' as Entry });

/** An address that answers with a value as JSON, with these statuses one after another. */
export const answer = (
  value: unknown,
  more: { readonly status?: string; readonly gate?: string; readonly type?: string } = {},
): string =>
  `/answer?${new URLSearchParams({ key: crypto.randomUUID(), body: typeof value === 'string' ? value : JSON.stringify(value), ...more })}`;

/** A name for a gate that no other test, and no other browser, opens. */
export const newGate = (): string => crypto.randomUUID();

/** Lets the answers go that wait at a gate. */
export const openGate = (gate: string): Promise<Response> => fetch(`/open?gate=${gate}`);

/** Markup for an element with its manifest inside. */
export const withManifest = (manifest: unknown, attributes = ''): string =>
  `<cookie-manifest ${attributes}><script type="application/json">${JSON.stringify(manifest).replaceAll('<', '\\u003c')}</script></cookie-manifest>`;

/** The document whose cookies count: a frame's writing may reach other documents a moment later. */
const jar = () => [...frames].findLast(({ sandbox }) => !sandbox.length)?.contentDocument ?? document;

/** All cookies of the page that was opened last. */
export const allStored = (): string => jar().cookie;

export const stored = (name = 'cookie_preferences'): string | undefined =>
  allStored()
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

export const today = (): string => new Date().toISOString().slice(0, 10);

/** The record as the contract writes it. */
export const record = (revision: string, at = today()): string =>
  `v=1&status=acknowledged&revision=${revision}&granted=essential&denied=&at=${at}`;

export const store = (text: string, name = 'cookie_preferences'): void =>
  void (jar().cookie = `${name}=${text}; path=/`);

export function forget(): void {
  for (const pair of document.cookie.split('; ')) document.cookie = `${pair.split('=')[0]}=; path=/; max-age=0`;
  localStorage.clear();
  sessionStorage.clear();
}

/** A test on pages: begins with nothing stored, fails on errors and violations that the pages did not catch, and leaves no page open. */
export const it = (title: string, body: () => Promise<void>): void =>
  globalThis.it(title, async function () {
    forget();
    try {
      await body();
      expect(uncaught(), 'uncaught errors and violations in the page').to.deep.equal([]);
    } catch (reason) {
      if (!(reason instanceof Lacking)) throw reason;
      this.test.title += ` [lacks ${reason.feature}]`;
      this.skip();
    } finally {
      for (const frame of frames) frame.remove();
      frames.clear();
      forget();
    }
  });

const uncaught = () =>
  [...frames]
    .filter(({ sandbox }) => !sandbox.length) // a sandboxed page tells by messages
    .flatMap((frame) => (frame.contentWindow as PageWindow).errors.map(String));

/** A node in words, for assertions: one that fails would otherwise print all of another frame's document. */
export function nameOf(node: unknown): string {
  if (!node) return 'nothing';
  const { nodeName, id, part } = node as Partial<Element>;
  return [nodeName?.toLowerCase(), id && `#${id}`, part?.length && `[part=${part.value}]`].filter(Boolean).join('');
}

/** A small site: every kind of thing that the details show, and nothing to choose. */
export const site = {
  revision: '2026-11-01',
  site: {
    name: 'Example',
    policyUrl: '/policy',
    privacyUrl: '/privacy',
    contacts: [
      {
        label: 'For visitors in the EEA',
        name: 'Example B.V.',
        address: ['Street 1', '1017 AB Amsterdam'],
        email: 'privacy@example.com',
        url: '/contact',
      },
    ],
  },
  cookies: [
    {
      name: 'sid',
      purpose: { en: 'Keeps you signed in.', de: 'Hält Sie angemeldet.' },
      duration: 'session',
      exemption: 'authentication',
      httpOnly: true,
    },
    {
      name: 'sid_check',
      purpose: { en: 'Keeps you signed in.', de: 'Hält Sie angemeldet.' },
      duration: '30 minutes',
      exemption: 'authentication',
    },
    {
      name: 'theme',
      purpose: 'Remembers light or dark.',
      duration: '3 years',
      exemption: 'preference',
      httpOnly: false,
    },
    {
      name: 'draft_*',
      purpose: 'Keeps what you typed.',
      duration: 'persistent',
      storage: 'localStorage',
      exemption: 'user-input',
    },
  ],
} satisfies ManifestInput;

/** A manifest of so many cookies. */
export const many = (count: number): ManifestInput => ({
  revision: '1',
  site: { name: 'Example' },
  cookies: Array.from({ length: count }, (_, index) => ({
    name: `c${index}`,
    purpose: `Purpose ${index % 5}`,
    duration: `${(index % 30) + 1} days`,
  })),
});
