import type { FoundCookie } from '../found.js';
import { patterns } from '../../manifest/fields.js';
import type { Collection } from './collect.js';
import { linkOf, plainText } from './markup.js';

/** Words for yes and no, as exports write them. */
export function yesOrNo(written: unknown): boolean | undefined {
  if (typeof written === 'boolean') return written;
  const word = typeof written === 'string' || typeof written === 'number' ? String(written).trim() : '';
  return /^(true|yes|y|1|x|✓)$/i.test(word) ? true : /^(false|no|n|0)$/i.test(word) ? false : undefined;
}

/** Whose cookie it is, in words: `First Party`, `3rd`, `third-party cookie`. */
export const partyOf = (written = ''): FoundCookie['party'] =>
  /\b(third|3rd)\b/i.test(written)
    ? /\b(first|1st)\b/i.test(written)
      ? undefined
      : 'third'
    : /\b(first|1st)\b/i.test(written)
      ? 'first'
      : undefined;

/** Where it is kept, in words: `HTTP Cookie`, `HTML Local Storage`, `Pixel Tracker`. */
export function storageOf(written = ''): FoundCookie['storage'] {
  if (/session\s*storage/i.test(written)) return 'sessionStorage';
  if (/^html\b|local\s*storage/i.test(written)) return 'localStorage';
  if (/indexed\s*db|^idb$/i.test(written)) return 'indexedDB';
  if (/cache\s*storage/i.test(written)) return 'cacheStorage';
  if (/pixel|beacon/i.test(written)) return 'beacon';
  return /\bhttp\b|\bcookies?\b/i.test(written) ? 'cookie' : undefined;
}

/**
 * A host as a manifest writes it: a leading dot tells that subdomains share the cookie (RFC 6265, section 5.2.3), as `*.` does.
 * @returns undefined where it is none
 */
export function hostOf(written = ''): string | undefined {
  if (written.length > 300) return undefined; // longer than any host, and than what is good to search
  const host = written
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/:\d+$/, '')
    .replace(/^\./, '*.');
  return patterns.domain.test(host) &&
    /^(\*\.)?([\p{L}\p{N}_-]+\.)*[\p{L}\p{N}_-]+$/u.test(host) &&
    (host.includes('.') || host === 'localhost')
    ? host
    : undefined;
}

/** A path, where it is another than the manifest's own default. */
export const pathOf = (written = ''): string | undefined =>
  written !== '/' && patterns.path.test(written) ? written : undefined;

/** A name in which a tool's own sign stands for what differs from visitor to visitor, with `*` for it. */
export function widened({ remark }: Collection, at: string, name: string, sign: RegExp): string {
  const wide = name.replace(sign, '*');
  if (wide === name || !/[^*\s]/.test(wide)) return name;
  remark('doubt', at, `${name} was read as ${wide}.`, name);
  return wide;
}

/** Who stores it: the text, and the address where it is a link. */
export function providerOf(written: string | undefined): Pick<FoundCookie, 'provider' | 'providerUrl'> {
  if (!written) return {};
  const provider = plainText(written);
  const url = linkOf(written);
  return { ...(provider && { provider }), ...(url && patterns.url.test(url) && { providerUrl: url }) };
}
