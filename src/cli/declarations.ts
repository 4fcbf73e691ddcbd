import type { Cookie, Manifest } from '../manifest/types.js';
import { formatDuration } from '../manifest/duration.js';
import type { StorageKind } from '../manifest/fields.js';
import { localize } from '../manifest/localize.js';

/** The type of the names that each storage has. */
const unions: { readonly [Kind in StorageKind]: string } = {
  cookie: 'CookieName',
  localStorage: 'LocalStorageKey',
  sessionStorage: 'SessionStorageKey',
  indexedDB: 'IndexedDbName',
  cacheStorage: 'CacheName',
  beacon: 'BeaconName',
};

/** A text between single quotes. */
const quoted = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/'/g, "\\'")
    .replace(
      /[\u007f-\u009f\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )}'`;

/** A name as a type: a wildcard stands for any text. */
const typeOf = (name: string): string =>
  name.includes('*')
    ? `\`${name
        .split('*')
        .map((part) =>
          quoted(part)
            .slice(1, -1)
            .replace(/\\'/g, "'")
            .replace(/`|\$(?=\{)/g, '\\$&'),
        )
        .join('${string}')}\``
    : quoted(name);

/** A text in a comment of one line, which nothing in it ends. */
const inComment = (text: string): string =>
  text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replaceAll('*/', '*\\/')
    .trim();

const words = { session: 'session', persistent: 'persistent' };

/**
 * The declared names as a TypeScript module of types alone: a union for each storage, in which a name with a wildcard is a template, the categories, and
 * the revision. They do not narrow `cookieManifest` itself: an interface that is declared once more only gains overloads, and would go on to take any text.
 */
export function declarations(manifest: Manifest): string {
  const { cookies, categories, revision } = manifest;
  const member = ({ name, purpose, duration }: Cookie) => {
    const { text } = localize(purpose, manifest.language, manifest.language);
    return `\n  /** ${inComment(`${text} (${formatDuration(duration, 'en', words)})`)} */\n  | ${typeOf(name)}`;
  };
  const union = (name: string, about: string, members: readonly string[]) =>
    `/** ${about} */\nexport type ${name} =${members.length ? members.join('') : ' never'};\n`;
  const named = (storage: StorageKind) => [
    ...new Map(
      cookies.filter((cookie) => cookie.storage === storage && isName(cookie)).map((cookie) => [cookie.name, cookie]),
    ).values(),
  ];
  const ids = new Set(['essential', ...Object.keys(categories)]);
  return [
    '// Made of the manifest by `cookie-manifest types`: changes belong there.\n',
    ...(Object.keys(unions) as StorageKind[]).map((storage) =>
      union(
        unions[storage],
        storage === 'cookie' ? 'The declared cookies.' : `What is declared for ${storage}.`,
        named(storage).map(member),
      ),
    ),
    `/** All declared names. */\nexport type DeclaredName = ${Object.values(unions).join(' | ')};\n`,
    union(
      'CookieCategory',
      'The categories.',
      [...ids].map((id) => `\n  | ${quoted(id)}`),
    ),
    `/** The manifest's revision. */\nexport type Revision = ${revision === null ? 'null' : quoted(revision)};\n`,
  ].join('\n');
}

/** Whether a cookie has a name that says something: one that is missing or nothing but wildcards would let any text pass. */
const isName = ({ name }: Cookie): boolean => /[^*\s]/.test(name);
