/** What a script of the page did, as the hooks tell it. Values are left where they are. */
export type Deed =
  | { readonly kind: 'cookie'; readonly text: string; readonly at: string; readonly by: string }
  | {
      readonly kind: 'store';
      readonly storage: 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage';
      readonly name: string;
      readonly at: string;
      readonly by: string;
    }
  | { readonly kind: 'beacon' | 'image'; readonly address: string; readonly at: string; readonly by: string };

/** What the hooks find on the global object, take, and remove. */
export const bindingName = 'cookieManifestAuditTells';

/**
 * Runs before each document's own scripts, in the audit's browser alone: wraps what sets cookies, stores and sends beacons, so that
 * script and line are known. Everything still does what it did. It is sent to the page as text, so it stands alone.
 */
export function hook(binding: string): void {
  const page = globalThis as unknown as { [name: string]: ((deed: Deed) => Promise<void>) | undefined };
  const tell = page[binding];
  Reflect.deleteProperty(globalThis, binding); // before the page's scripts look
  if (!tell) return;

  /** The first script with an address on the stack, and its line. */
  const caller = (): string => {
    const [, address = '', line] = /(https?:\/\/[^\s()]+):(\d+):\d+/.exec(new Error().stack ?? '') ?? [];
    return address && `${address.replace(/[?#].*/, '')}:${line}`;
  };
  const told = (deed: Deed): void => void tell(deed).catch(() => {});
  const absolute = (address: unknown): string => {
    try {
      return new URL(String(address), document.baseURI).href;
    } catch {
      return '';
    }
  };
  /** Puts something before a method. */
  const before = (
    owner: object | undefined,
    method: string,
    act: (self: unknown, args: readonly unknown[]) => void,
  ): void => {
    const original = (owner as { [method: string]: unknown } | undefined)?.[method];
    if (typeof original !== 'function') return;
    Object.defineProperty(owner, method, {
      configurable: true,
      writable: true,
      value: function (this: unknown, ...args: unknown[]): unknown {
        try {
          act(this, args);
        } catch {
          // what cannot be told must not keep the page from working
        }
        return Reflect.apply(original, this, args) as unknown;
      },
    });
  };

  const at = location.href;
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  if (cookie?.set)
    Object.defineProperty(Document.prototype, 'cookie', {
      ...cookie,
      set(this: Document, written: unknown) {
        const text = String(written);
        const [pair = '', ...attributes] = text.split(';');
        if (pair.includes('='))
          told({
            kind: 'cookie',
            text: [`${pair.slice(0, pair.indexOf('='))}=`, ...attributes].join(';'),
            at,
            by: caller(),
          });
        cookie.set!.call(this, text);
      },
    });

  interface Given {
    readonly name?: string;
    readonly domain?: string | null;
    readonly path?: string;
    readonly expires?: number | Date | null;
    readonly sameSite?: string;
    readonly partitioned?: boolean;
  }
  const store = (globalThis as { cookieStore?: object }).cookieStore;
  before(store && (Object.getPrototypeOf(store) as object), 'set', (_, [first]) => {
    const {
      name,
      domain,
      path = '/',
      expires,
      sameSite = 'strict',
      partitioned,
    } = (typeof first === 'string' ? { name: first } : first) as Given;
    const parts = [
      `${name}=`,
      domain && `domain=${domain}`,
      `path=${path}`,
      expires && `expires=${new Date(expires).toUTCString()}`,
      `samesite=${sameSite}`,
      'secure',
      partitioned && 'partitioned',
    ];
    told({ kind: 'cookie', text: parts.filter(Boolean).join(';'), at, by: caller() });
  });

  before(Storage.prototype, 'setItem', (self, [name]) =>
    told({
      kind: 'store',
      storage: self === sessionStorage ? 'sessionStorage' : 'localStorage',
      name: String(name),
      at,
      by: caller(),
    }),
  );
  before(globalThis.IDBFactory?.prototype, 'open', (_, [name]) =>
    told({ kind: 'store', storage: 'indexedDB', name: String(name), at, by: caller() }),
  );
  before(globalThis.CacheStorage?.prototype, 'open', (_, [name]) =>
    told({ kind: 'store', storage: 'cacheStorage', name: String(name), at, by: caller() }),
  );

  // Whether an image is a beacon is known when it comes: here only who asked for it.
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  if (source?.set)
    Object.defineProperty(HTMLImageElement.prototype, 'src', {
      ...source,
      set(this: HTMLImageElement, written: unknown) {
        told({ kind: 'image', address: absolute(written), at, by: caller() });
        source.set!.call(this, written);
      },
    });

  before(Navigator.prototype, 'sendBeacon', (_, [address]) =>
    told({ kind: 'beacon', address: absolute(address), at, by: caller() }),
  );
  before(globalThis, 'fetch', (_, [input, options]) => {
    const request = input instanceof Request ? input : undefined;
    if ((options as RequestInit | undefined)?.keepalive ?? request?.keepalive)
      told({ kind: 'beacon', address: absolute(request?.url ?? input), at, by: caller() });
  });
}
