import type { BrowserContext, Frame, Page, Request, Response } from 'playwright-core';
import { lifetimes } from '../../audit/observe.js';
import type { Observed } from '../../audit/observed.js';
import type { StorageKind } from '../../manifest/fields.js';
import { decodeRecord } from '../../preferences/record.js';
import { beaconName, hostOf, isHttp, isWithin, shown } from './address.js';
import { bindingName, hook, type Deed } from './hooks.js';
import { isPixel } from './pixel.js';
import { readSetCookie, type Asked } from './setcookie.js';
import { siteOf } from './site.js';
import { storagesHere } from './storages.js';
import { within } from './within.js';

/** Notes what happens in a browser context from now on, and looks at what is kept there. */
export interface Collector {
  /**
   * Everything that is kept, and was sent, until now: the context's cookies (HttpOnly, third-party and partitioned ones too), the
   * storages of every frame of every page, and beacons.
   * @param page - the page whose site is the first party
   */
  look(page: Page): Promise<readonly Observed[]>;
}

/** How long a frame may keep the audit waiting, in seconds: one whose script never ends would do so for good. */
const patience = 3;

interface Wish extends Asked {
  /** The host, or the domain with a dot. */
  readonly domain: string;
  readonly path: string;
  readonly https: boolean;
  readonly by?: string;
}

/** What browsers refuse to keep (RFC 6265bis, section 5.7): None and Partitioned without Secure, and names that break their prefix. */
const isRefused = ({ name, secure, sameSite, partitioned, domain, path }: Wish): boolean =>
  (!secure && (sameSite === 'none' || partitioned || /^__(host|secure)-/i.test(name))) ||
  (/^__host-/i.test(name) && (domain.startsWith('.') || path !== '/'));

/** Waits no longer than that for a frame, and leaves out what fails. */
const soon = <T>(answer: Promise<T>): Promise<T | undefined> =>
  within(
    patience,
    answer.catch(() => undefined),
  );

const collectors = new WeakMap<BrowserContext, Collector>();

/** The collector that watches a context, if one does. */
export const collectorOf = (context: BrowserContext): Collector | undefined => collectors.get(context);

/** Looks at a context without having watched it: who set what, and beacons, are then unknown. */
export const collector = (context: BrowserContext): Collector =>
  collectorOf(context) ?? createCollector(context, [], new Map(), new Map(), new Set());

/** Watches a context from now on. Call it before pages load. */
export async function watch(context: BrowserContext): Promise<Collector> {
  const known = collectorOf(context);
  if (known) return known;
  const wishes: Wish[] = [];
  const stored = new Map<string, string>();
  const beacons = new Map<string, string>();
  const images = new Map<string, string>();
  const pending = new Set<Promise<unknown>>();

  const wish = (text: string, from: string, by: string) => {
    const asked = readSetCookie(text, Date.now());
    if (!asked || !isHttp(from)) return;
    const { hostname, pathname, protocol } = new URL(from);
    const path = asked.path ?? (pathname.slice(0, pathname.lastIndexOf('/')) || '/'); // RFC 6265, section 5.1.4: the default path
    wishes.push({ ...asked, domain: asked.domain ?? hostname, path, https: protocol === 'https:', ...(by && { by }) });
  };
  const beacon = (address: string, by: string) => {
    if (!isHttp(address)) return;
    const name = beaconName(address);
    beacons.set(name, beacons.get(name) || by);
  };
  const meanwhile = (work: Promise<unknown>) => {
    const settled = work.catch(() => {}).finally(() => pending.delete(settled));
    pending.add(settled);
  };

  await context.exposeBinding(bindingName, (_, deed: Deed) => {
    if (deed.kind === 'cookie') wish(deed.text, deed.at, deed.by);
    else if (deed.kind === 'store') stored.set(`${deed.storage} ${hostOf(deed.at)} ${deed.name}`, deed.by);
    else if (deed.kind === 'beacon') beacon(deed.address, deed.by);
    else images.set(deed.address, deed.by);
  });
  await context.addInitScript({ content: `(${hook})(${JSON.stringify(bindingName)})` });

  const onRequest = (request: Request) => {
    if (/^(ping|beacon)$/.test(request.resourceType())) beacon(request.url(), '');
  };
  const onResponse = (response: Response) => {
    meanwhile(
      response.headersArray().then((headers) => {
        for (const { name, value } of headers)
          if (name.toLowerCase() === 'set-cookie')
            for (const line of value.split('\n')) wish(line, response.url(), `response of ${shown(response.url())}`);
      }),
    );
    if (response.request().resourceType() === 'image' && isHttp(response.url()))
      meanwhile(invisible(response).then((pixel) => pixel && beacon(response.url(), images.get(response.url()) ?? '')));
  };
  context.on('request', onRequest);
  context.on('response', onResponse);

  const made = createCollector(context, wishes, stored, beacons, pending);
  collectors.set(context, made);
  return made;
}

/** Whether an answer is an image of one pixel, or of none, from another site than its page's. */
async function invisible(response: Response): Promise<boolean> {
  const browser = response.frame().page().context().browser();
  const top = hostOf(response.frame().page().url());
  if (!browser || !top || isWithin(hostOf(response.url()), await siteOf(browser, top))) return false;
  if (response.status() === 204) return true;
  const { 'content-length': length } = response.headers();
  return response.ok() && !(Number(length) > 4_096) && isPixel(await response.body());
}

function createCollector(
  context: BrowserContext,
  wishes: readonly Wish[],
  stored: ReadonlyMap<string, string>,
  beacons: ReadonlyMap<string, string>,
  pending: ReadonlySet<Promise<unknown>>,
): Collector {
  return {
    async look(page) {
      await soon(Promise.all(pending));
      const browser = context.browser();
      const top = hostOf(page.url());
      // A persistent context has no browser to ask: then the host stands for its site.
      const site = browser && top ? await siteOf(browser, top) : top;
      const common = { page: shown(page.url()), granted: (await soon(page.evaluate(granted))) ?? ['essential'] };
      const partyOf = (host: string) => ({ party: isWithin(host, site) ? ('first' as const) : ('third' as const) });
      const now = Date.now() / 1000;

      const kept = await context.cookies();
      const cookies = kept.map(
        ({ name, value, domain, path, expires, httpOnly, secure, sameSite, partitionKey }): Observed => {
          const asked = wishes.filter((wish) => wish.name === name && wish.domain === domain && wish.path === path);
          const longest = Math.max(0, ...asked.map(({ lifetime = 0 }) => lifetime));
          const by = asked.find(({ by }) => by)?.by;
          return {
            ...{ name, storage: 'cookie', domain, path, httpOnly, secure, ...partyOf(domain), ...common },
            lifetime: expires < 0 ? 'session' : Math.round(expires - now),
            ...(longest && { asked: longest }),
            ...(sameSite && { sameSite: sameSite.toLowerCase() as 'lax' }),
            ...(partitionKey && { partition: partitionKey }),
            https: asked[0]?.https ?? page.url().startsWith('https:'),
            ...(decodeRecord(value) && { own: true }),
            ...(by && { by }),
          };
        },
      );
      const refused = wishes
        .filter(
          (wish) => isRefused(wish) && !kept.some(({ name, domain }) => name === wish.name && domain === wish.domain),
        )
        .map(({ name, domain, path, secure, sameSite, partitioned, https, by }): Observed => ({
          ...{ name, storage: 'cookie', domain, path, secure, https, refused: true, ...partyOf(domain), ...common },
          ...(sameSite && { sameSite }),
          ...(partitioned && { partition: site }),
          ...(by && { by }),
        }));

      const frames = await Promise.all(
        context
          .pages()
          .flatMap((open) => open.frames())
          .map((frame: Frame) => soon(frame.evaluate(storagesHere))),
      );
      const storages = frames.flatMap((found) =>
        found?.host
          ? Object.entries(found.names).flatMap(([storage, names]) =>
              names.map((name): Observed => {
                const by = stored.get(`${storage} ${found.host} ${name}`);
                const { party } = partyOf(found.host);
                return {
                  ...{
                    name,
                    storage: storage as StorageKind,
                    domain: found.host,
                    lifetime: lifetimes[storage as StorageKind]!,
                    party,
                    ...common,
                  },
                  ...(party === 'third' && { partition: site }),
                  ...(by && { by }),
                };
              }),
            )
          : [],
      );
      const sent = [...beacons].map(([name, by]): Observed => {
        const domain = name.slice(0, name.indexOf('/'));
        return { name, storage: 'beacon', domain, ...partyOf(domain), ...common, ...(by && { by }) };
      });
      return [...cookies, ...refused, ...storages, ...sent];
    },
  };
}

/** The categories that the library says are granted; it is sent to the page as text. */
function granted(): readonly string[] | undefined {
  const page = globalThis as {
    [key: symbol]: { readonly preferences?: { readonly granted: readonly string[] } } | undefined;
  };
  return page[Symbol.for('cookie-manifest')]?.preferences?.granted;
}
