import type { FoundCookie, Source } from '../found.js';
import { spanOf, amountOf } from './amounts.js';
import { collect } from './collect.js';
import { field, isObject, list, text } from './json.js';
import { hostOf, pathOf, yesOrNo } from './values.js';
import { cutSetCookie } from '../setcookie.js';

/** Whether a JSON value is a HAR file (HTTP Archive 1.2). */
export const isHar = (json: unknown): boolean => Array.isArray(field(field(json, 'log'), 'entries'));

/** Second-level names under which registries of countries sell domains: `example.co.uk`. */
const secondLevels = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gob',
  'gov',
  'go',
  'gouv',
  'mil',
  'ne',
  'net',
  'nom',
  'or',
  'org',
]);

/**
 * The site of a host: a guess at its registrable domain, without the Public Suffix List: its last two labels, or three where the
 * second last is a name such as `co` under a country's two letters. Addresses and single names are sites of their own.
 */
export function guessSite(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host;
  const labels = host.split('.');
  const many = labels.length > 2 && labels.at(-1)!.length === 2 && secondLevels.has(labels.at(-2)!) ? 3 : 2;
  return labels.slice(-many).join('.');
}

const hostOfUrl = (url: string | undefined): string | undefined =>
  (url && URL.canParse(url) && new URL(url).hostname) || undefined;

/** The host of the page that was recorded: of the first page's title where that is its address, else of its first document. */
function pageHostOf(log: unknown): string | undefined {
  const entries = list(log, 'entries');
  const page = list(log, 'pages')[0];
  const title = text(page, 'title');
  if (title && /^https?:/i.test(title)) return hostOfUrl(title);
  const id = text(page, 'id');
  const ofPage = id ? entries.filter((entry) => text(entry, 'pageref') === id) : [];
  const candidates = ofPage.length ? ofPage : entries;
  const isDocument = (entry: unknown) =>
    /html/i.test(text(field(field(entry, 'response'), 'content'), 'mimeType') ?? '');
  return hostOfUrl(text(field(candidates.find(isDocument) ?? candidates[0], 'request'), 'url'));
}

/** What an answer asks a browser to keep, without the value. */
interface Kept {
  readonly name: string;
  readonly domain?: string | undefined;
  readonly path?: string | undefined;
  /** `session`, an amount, or undefined where it is removed. */
  readonly duration: string | undefined;
  /** In seconds, to find the longest of several. */
  readonly seconds: number;
  readonly httpOnly: boolean;
}

/** How long it lives: Max-Age comes before Expires (RFC 6265, section 5.3), which is counted from the answer. */
function lifeOf(
  maxAge: string | undefined,
  expires: string | undefined,
  from: number,
): Pick<Kept, 'duration' | 'seconds'> {
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) {
    const seconds = Number(maxAge);
    return { duration: amountOf(Math.min(seconds, 1e10)), seconds };
  }
  const until = Date.parse(expires ?? '');
  if (Number.isNaN(until)) return { duration: 'session', seconds: 0 };
  const seconds = Math.round((until - from) / 1000);
  // What has no end is written as a date beyond all calendars.
  return { duration: spanOf(from, Math.min(until, from + 1e13)), seconds };
}

/** What a `Set-Cookie` keeps. */
function readSetCookie(header: string, from: number): Kept | undefined {
  const cut = cutSetCookie(header);
  if (!cut) return undefined;
  const { name, attributes } = cut;
  return {
    name,
    domain: attributes.get('domain')?.replace(/^\./, '') || undefined,
    path: attributes.get('path'),
    ...lifeOf(attributes.get('max-age'), attributes.get('expires'), from),
    httpOnly: attributes.has('httponly'),
  };
}

/** What the answer set: by its headers, and by the list of cookies where a tool has left the headers out. */
function keptBy(response: unknown, from: number): readonly (Kept | undefined)[] {
  const headers = list(response, 'headers').filter((header) => text(header, 'name')?.toLowerCase() === 'set-cookie');
  // Some browsers put all of an answer's cookies into one header, line by line.
  const set = headers.flatMap((header) =>
    (text(header, 'value') ?? '').split('\n').map((line) => readSetCookie(line, from)),
  );
  const names = new Set(set.map((kept) => kept?.name));
  const listed = list(response, 'cookies').map((cookie): Kept | undefined => {
    const name = text(cookie, 'name');
    const domain = text(cookie, 'domain');
    // Without the headers, only a leading dot tells that subdomains share it.
    return name
      ? {
          name,
          domain: domain?.startsWith('.') ? domain.slice(1) : undefined,
          path: text(cookie, 'path'),
          ...lifeOf(text(cookie, 'maxAge'), text(cookie, 'expires'), from),
          httpOnly: yesOrNo(field(cookie, 'httpOnly')) ?? false,
        }
      : undefined;
  });
  return [...set, ...listed.filter((kept) => !kept || !names.has(kept.name))];
}

/** Names of the cookies that a request sent. */
function sentBy(request: unknown): readonly string[] {
  const listed = list(request, 'cookies').flatMap((cookie) => text(cookie, 'name') ?? []);
  const headers = list(request, 'headers').filter((header) => text(header, 'name')?.toLowerCase() === 'cookie');
  const inHeaders = headers.flatMap((header) =>
    (text(header, 'value') ?? '')
      .split(';')
      .flatMap((pair) => (pair.includes('=') ? pair.slice(0, pair.indexOf('=')).trim() : '') || []),
  );
  return [...new Set([...listed, ...inHeaders])];
}

interface Seen {
  readonly cookie: FoundCookie;
  readonly seconds: number;
}

/**
 * Reads the cookies of a recorded visit. Values are not kept.
 * @param json - a HAR file, for which {@link isHar} holds
 */
export function readHar(json: unknown): Source {
  const { add, remark, source } = collect();
  const log = field(json, 'log');
  const pageHost = pageHostOf(log);
  const site = pageHost && guessSite(pageHost);
  const set = new Map<string, Seen>();
  const sent = new Map<
    string,
    { readonly name: string; readonly at: string; readonly host: string; readonly party: FoundCookie['party'] }
  >();
  const removed = new Map<string, { readonly at: string; readonly name: string }>();
  const setNames = new Set<string>(); // by site and name
  if (!pageHost)
    remark(
      'doubt',
      'log.pages',
      'The page that was visited is not told, so that it is not known which cookies are third-party.',
    );

  list(log, 'entries').forEach((entry, index) => {
    const at = `log.entries[${index}]`;
    const url = text(field(entry, 'request'), 'url');
    const host = hostOfUrl(url);
    if (!isObject(entry) || !host) return remark('lost', at, 'This entry has no request with an address.', url);
    const started = Date.parse(text(entry, 'startedDateTime') ?? '');
    const ofSite = guessSite(host);
    const party = site ? (ofSite === site ? 'first' : 'third') : undefined;
    const kept = keptBy(field(entry, 'response'), Number.isNaN(started) ? Date.now() : started);
    if (Number.isNaN(started) && kept.length)
      remark('doubt', at, 'This entry has no date, so that durations were counted from now.');
    for (const one of kept) {
      if (!one) {
        remark('lost', at, 'This answer sets a cookie without a name.');
        continue;
      }
      const { name, seconds, duration, httpOnly } = one;
      const shared = hostOf(one.domain);
      if (one.domain && !shared) remark('lost', at, `The domain of ${name} is no host, and is left out.`, one.domain);
      const domain = shared ? `*.${shared}` : host === pageHost ? undefined : hostOf(host);
      const path = pathOf(one.path);
      const key = JSON.stringify([name, domain ?? host, path]);
      if (!duration) {
        removed.set(key, { at, name });
        continue;
      }
      setNames.add(`${ofSite} ${name}`);
      const before = set.get(key);
      if (before && before.cookie.duration !== duration)
        remark('doubt', at, `${name} is set for ${before.cookie.duration} and for ${duration}; the longer is taken.`);
      if (before && before.seconds >= seconds) continue;
      set.set(key, {
        seconds,
        cookie: {
          at: before?.cookie.at ?? at,
          name,
          duration,
          storage: 'cookie',
          httpOnly,
          ...(party && { party }),
          ...(domain && { domain }),
          ...(path && { path }),
        },
      });
    }
    for (const name of sentBy(field(entry, 'request'))) {
      const key = `${ofSite} ${name}`;
      if (!sent.has(key)) sent.set(key, { name, at, host, party });
    }
  });

  for (const { cookie } of set.values()) add(cookie);
  for (const [key, { at, name }] of removed)
    if (!set.has(key)) remark('note', at, `${name} is only removed here; it is not taken as a cookie of the site.`);
  for (const [key, { name, at, host, party }] of sent) {
    if (setNames.has(key)) continue;
    add({ at, name, storage: 'cookie', party, domain: party === 'third' ? hostOf(`.${guessSite(host)}`) : undefined });
    remark(
      'doubt',
      at,
      `${name} was sent, but no recorded answer set it: how long it is kept, and whether scripts may see it, is not known.`,
    );
  }
  return source();
}
