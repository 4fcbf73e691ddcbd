import type { Cookie } from '../manifest/types.js';
import type { StorageKind } from '../manifest/fields.js';
import type { Severity } from './finding.js';
import { cap, inWords, justified, lifetimeInWords, longestJustified, tolerance } from './lifetimes.js';
import type { Match } from './match.js';
import type { Observed } from './observed.js';

/** In what declared and observed differ. */
export interface Fault {
  readonly expected: string;
  readonly observed: string;
}

/** Something that was seen, what it falls under, and the categories that were granted then. */
export interface Sight extends Match {
  readonly seen: Observed;
  readonly granted: readonly string[];
}

/** One way in which a manifest may be wrong. */
export interface Rule {
  readonly severity: Severity;
  /** How to mend it. */
  readonly help: string;
  /** Looks at something that was seen. */
  seen?(sight: Sight): Fault | undefined;
  /** Looks at a declared cookie and all that was seen of it. */
  declared?(cookie: Cookie, seen: readonly Observed[]): Fault | undefined;
}

const storageWords: { readonly [S in StorageKind]: string } = {
  cookie: 'cookie',
  localStorage: 'local storage',
  sessionStorage: 'session storage',
  indexedDB: 'IndexedDB',
  cacheStorage: 'cache storage',
  beacon: 'beacon',
};
const partyWords = { first: 'first party', third: 'third party' } as const;

/** Where something was seen, for a reader. */
function place({ storage, domain, path, party, partition }: Observed): string {
  const where = domain ? ` of ${domain}${storage === 'cookie' && path && path !== '/' ? path : ''}` : '';
  return [`${storageWords[storage]}${where}`, party && partyWords[party], partition && `partitioned under ${partition}`]
    .filter(Boolean)
    .join(', ');
}

/** The longer of what is kept and what was asked for. */
const longest = ({ lifetime, asked = 0 }: Observed): number =>
  Math.max(typeof lifetime === 'number' ? lifetime : 0, asked);

const longestInWords = (seen: Observed): string =>
  typeof seen.lifetime === 'number' && longest(seen) > seen.lifetime * 1.02
    ? `${lifetimeInWords(longest(seen))} asked for, of which the browser keeps ${lifetimeInWords(seen.lifetime)}`
    : lifetimeInWords(longest(seen) || seen.lifetime!);

/** What is wrong with a cookie's attributes, in the words of RFC 6265bis. */
function flaw({ name, secure, sameSite, domain = '', path, https, partition }: Observed): string | undefined {
  if (secure !== false) {
    const host = /^__host-/i.test(name) && (domain.startsWith('.') || (path !== undefined && path !== '/'));
    return host ? 'the prefix __Host- with a Domain, or a Path other than "/"' : undefined;
  }
  if (/^__(host|secure)-/i.test(name)) return `the prefix ${name.slice(0, name.indexOf('-') + 1)} without Secure`;
  if (sameSite === 'none') return 'SameSite=None without Secure';
  if (partition) return 'Partitioned without Secure';
  return https ? 'no Secure on an https page' : undefined;
}

/**
 * The rules, by the identifier that findings and waivers name. Their comments are the documentation: what each finds, and whence it
 * comes. To be stable, an identifier is never given a second meaning.
 */
export const rules = {
  /** Something is kept that the manifest does not declare. ePrivacy Directive Art. 5(3): visitors must be told of all that is stored or read. */
  undeclared: {
    severity: 'error',
    help: 'Declare it in the manifest, or stop setting it.',
    seen: ({ seen, cookie, elsewhere }) =>
      cookie
        ? undefined
        : {
            expected: elsewhere
              ? `declared for ${elsewhere.domain ?? 'this site'}${elsewhere.path === '/' ? '' : `, path ${elsewhere.path}`} only`
              : 'declared',
            observed: place(seen),
          },
  },
  /** A declared cookie was not seen. It may need a visit that was not made, so by itself this fails no audit. Opinion: what is never set should go. */
  unobserved: {
    severity: 'info',
    help: 'Visit the page, or take the steps, that set it; if nothing sets it any more, take it out of the manifest.',
    declared: ({ storage }, seen) =>
      seen.length ? undefined : { expected: storageWords[storage], observed: 'not seen' },
  },
  /** It lives longer than declared, beyond the tolerance for clocks and calendars. CJEU C-673/17 (Planet49): visitors are told how long cookies last. */
  overstays: {
    severity: 'error',
    help: 'Shorten its life where it is set, or declare the life that it has.',
    seen: ({ seen, cookie, differs }) =>
      cookie?.duration.kind === 'amount' &&
      !differs &&
      longest(seen) > cookie.duration.seconds + tolerance(cookie.duration)
        ? { expected: `at most ${inWords(cookie.duration)}`, observed: longestInWords(seen) }
        : undefined,
  },
  /** It is declared for longer than 400 days, the most for which browsers keep a cookie. RFC 6265bis, section 5.5. */
  capped: {
    severity: 'info',
    help: 'Declare (and set) 400 days or less: that is all it gets.',
    declared: ({ storage, duration }) =>
      storage === 'cookie' && duration.kind === 'amount' && duration.seconds > cap
        ? { expected: `at most ${lifetimeInWords(cap)}`, observed: `${inWords(duration)} declared` }
        : undefined,
  },
  /** It is declared to end with the session, and outlives it. CJEU C-673/17 (Planet49); what is in local storage, a database or a cache always does. */
  'session-but-persistent': {
    severity: 'error',
    help: 'Set it without Max-Age and Expires (or keep it in session storage), or declare how long it lives.',
    seen: ({ seen, cookie, differs }) =>
      cookie?.duration.kind === 'session' &&
      !differs &&
      seen.storage !== 'beacon' &&
      (longest(seen) > 0 || seen.lifetime === 'persistent')
        ? { expected: inWords(cookie.duration), observed: longestInWords(seen) }
        : undefined,
  },
  /** It is declared to last, and ends with the session. Opinion: it harms nobody, but the list is not true. */
  'persistent-but-session': {
    severity: 'warning',
    help: 'Declare it as "session".',
    seen: ({ seen, cookie, differs }) =>
      cookie &&
      (cookie.duration.kind === 'amount' || cookie.duration.kind === 'persistent') &&
      !differs &&
      seen.lifetime === 'session'
        ? { expected: inWords(cookie.duration), observed: inWords({ kind: 'session' }) }
        : undefined,
  },
  /** It is declared as the site's own and another site's, or the reverse. CJEU C-673/17 (Planet49): visitors are told whether third parties have access. */
  party: {
    severity: 'error',
    help: 'Declare the right "party" (and "domain"), or find out who sets it.',
    seen: ({ seen, cookie, differs }) =>
      cookie && differs === 'party' ? { expected: partyWords[cookie.party], observed: place(seen) } : undefined,
  },
  /** It is kept elsewhere than declared. EDPB Guidelines 2/2023: any storing on the device counts, and lives by the rules of its place. */
  storage: {
    severity: 'error',
    help: 'Declare the right "storage", or keep it where it is declared.',
    seen: ({ seen, cookie, differs }) =>
      cookie && differs === 'storage' ? { expected: storageWords[cookie.storage], observed: place(seen) } : undefined,
  },
  /** It is declared to be hidden from scripts and is not, or the reverse. RFC 6265, section 4.1.2.6. */
  'http-only': {
    severity: 'error',
    help: 'Set it with (or without) HttpOnly as declared, or correct "httpOnly".',
    seen({ seen, cookie, differs }) {
      const words = (hidden: boolean) => (hidden ? 'HttpOnly' : 'readable by scripts');
      return cookie?.httpOnly === undefined ||
        seen.httpOnly === undefined ||
        differs ||
        cookie.httpOnly === seen.httpOnly
        ? undefined
        : { expected: words(cookie.httpOnly), observed: words(seen.httpOnly) };
    },
  },
  /** A cookie of an https page lacks Secure, has SameSite=None or Partitioned without it, or breaks its `__Host-` or `__Secure-` prefix. RFC 6265bis, sections 4.1.2.5, 4.1.3 and 5.7. */
  insecure: {
    severity: 'warning',
    help: 'Set it with Secure; with the prefix __Host- also with Path=/ and without Domain.',
    seen({ seen }) {
      const observed = seen.storage === 'cookie' && flaw(seen);
      return observed
        ? {
            expected: 'Secure, and the attributes that its prefix asks for',
            observed: observed + (seen.refused ? '; the browser refused it' : ''),
          }
        : undefined;
    },
  },
  /** Something of an optional category was there although the visitor had not granted it. ePrivacy Directive Art. 5(3): consent comes before. */
  'before-choice': {
    severity: 'error',
    help: 'Set it only once cookieManifest.allows() its category.',
    seen: ({ cookie, granted }) =>
      cookie && cookie.category !== 'essential' && !granted.includes(cookie.category)
        ? { expected: `only after "${cookie.category}" is granted`, observed: `granted: ${granted.join(', ')}` }
        : undefined,
  },
  /** An essential cookie is declared for longer than its exemption justifies; without an exemption, longer than any does. WP29 Opinion 04/2012, sections 2.3 and 3. */
  'long-for-exemption': {
    severity: 'warning',
    help: 'Shorten its life to what its purpose needs, or ask for consent.',
    declared({ category, storage, duration, exemption }) {
      if (
        category !== 'essential' ||
        storage === 'beacon' ||
        (duration.kind !== 'amount' && duration.kind !== 'persistent')
      )
        return undefined;
      const known = exemption && Object.hasOwn(justified, exemption);
      const most = known ? justified[exemption] : longestJustified;
      if (duration.kind === 'amount' && duration.seconds <= most) return undefined;
      const session = most === justified.authentication ? 'a session (read as a day)' : lifetimeInWords(most);
      return {
        expected: `at most ${session} for ${known ? `the exemption "${exemption}"` : 'any exemption, and none is given'}`,
        observed: `${inWords(duration)} declared`,
      };
    },
  },
  /** A wildcard with fewer than three letters or digits beside the `*` covers what nobody has looked at. Opinion, after the IAB's rules for vendors' disclosures. */
  'wide-wildcard': {
    severity: 'warning',
    help: 'Give the names their longest common part, or list them one by one.',
    declared({ name }) {
      const fixed = name.replace(/^__(host|secure)-/i, '').replace(/[^\p{L}\d]/gu, '');
      return name.includes('*') && fixed.length < 3
        ? { expected: 'at least three letters or digits beside the *', observed: name }
        : undefined;
    },
  },
} as const satisfies { readonly [id: string]: Rule };

/** A rule's identifier. */
export type RuleId = keyof typeof rules;

/** The rules in their order. */
export const ruleIds = Object.keys(rules) as readonly RuleId[];
