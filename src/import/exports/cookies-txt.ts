import type { Source } from '../found.js';
import { leastAmount } from './amounts.js';
import { collect } from './collect.js';
import { hostOf, pathOf } from './values.js';

const prefix = '#HttpOnly_';

/** The seven fields of a line, without the value; undefined for a comment, or what has other fields. */
function fieldsOf(line: string) {
  const httpOnly = line.startsWith(prefix);
  if (line.startsWith('#') && !httpOnly) return undefined;
  const [domain = '', subdomains = '', path = '', secure = '', expiry = '', name = ''] = (
    httpOnly ? line.slice(prefix.length) : line
  ).split('\t');
  const flag = /^(TRUE|FALSE)$/i;
  return flag.test(subdomains) && flag.test(secure) && /^-?\d+(\.\d+)?$/.test(expiry) && name
    ? { domain, subdomains: /TRUE/i.test(subdomains), path, expiry: Number(expiry), name, httpOnly }
    : undefined;
}

/** Whether a text is a `cookies.txt`: it says so, or one of its first lines has the seven fields. */
export const isCookiesTxt = (text: string): boolean =>
  /^\uFEFF?\s*# (Netscape )?HTTP Cookie File/i.test(text) ||
  text
    .slice(0, 50_000)
    .split(/\r?\n/, 50)
    .some((line) => fieldsOf(line));

/**
 * Reads a `cookies.txt`, the form that Netscape's cookies were kept in and that curl, wget and extensions of browsers write. Values are not kept.
 * @param now - when the file was written, as near as is known, in milliseconds
 */
export function readCookiesTxt(text: string, now = Date.now()): Source {
  const { add, remark, source } = collect();
  text.split(/\r?\n/).forEach((line, index) => {
    const at = `line ${index + 1}`;
    const fields = fieldsOf(line.replace(/^\uFEFF/, ''));
    if (!fields) {
      // Whatever stands there may hold a value, so that its beginning alone is told.
      if (line.trim() && (!line.replace(/^\uFEFF/, '').startsWith('#') || line.startsWith(prefix)))
        remark('lost', at, 'This line does not have the seven fields of a cookie.', line.trim().split(/\s/)[0]);
      return;
    }
    const { name, expiry, httpOnly, path, subdomains } = fields;
    const left = expiry - now / 1000;
    const duration = expiry <= 0 ? 'session' : left > 0 ? leastAmount(left) : undefined;
    const host = hostOf(fields.domain.replace(/^\./, ''));
    if (!host) remark('lost', at, `The domain of ${name} is no host, and is left out.`, fields.domain);
    if (expiry > 0 && duration)
      remark(
        'doubt',
        at,
        `How long ${name} lives is guessed from what is left of it: ${(left / 86_400).toFixed(1)} days.`,
        duration,
      );
    if (!duration) remark('doubt', at, `${name} has expired; how long it lived is not known.`);
    add({
      ...{ at, name, duration, httpOnly, storage: 'cookie' },
      domain: host && (subdomains && host.includes('.') ? `*.${host}` : host),
      path: pathOf(path),
    });
  });
  return source();
}
