import { durationUnits } from '../../manifest/duration.js';
import type { Exemption, Party, StorageKind } from '../../manifest/fields.js';
import { exemptions } from '../../manifest/fields.js';
import { readCategory } from '../categories.js';
import { readDuration } from '../durations.js';
import { emptyWords, headerWords, partyWords, storageWords, tokens, type Field } from './headers.js';
import { texts } from '../texts.js';

/** In this order a header's words count where it has several: `Name of the provider` is a provider, `Storage period` no storage. */
const priority: readonly Field[] = [
  'duration',
  'httpOnly',
  'domain',
  'provider',
  'category',
  'type',
  'purpose',
  'path',
  'name',
];
/** Words that mean a field only where they are all that is said. */
const alone = new Set([
  'time',
  'length',
  'use',
  'why',
  'from',
  'about',
  'life',
  'details',
  'site',
  'group',
  'key',
  'title',
  'first',
  'period',
  'storage',
  'http',
  'cookie',
  'cookies',
  'site',
  'tiers',
  'uso',
  'but',
  'art',
  'termin',
  'reason',
  'website',
  'partij',
  'parte',
  'partie',
  'nature',
  '域',
  'company',
  'service',
  'technology',
]);
const phrases = [...headerWords].filter(([word]) => !alone.has(word)).sort(([a], [b]) => b.length - a.length);
const inWords = new Map<string, Field | undefined>();

/** What a label or a header that is one of the known words stands for. */
export const exactField = (text: string): Field | undefined =>
  text.length <= 60 ? headerWords.get(tokens(text))?.field : undefined;

/** What a column's header stands for: a known word, or one that holds known words. */
export function fieldOf(text: string): Field | undefined {
  if (text.length > 60) return undefined;
  const words = tokens(text);
  const exact = headerWords.get(words)?.field;
  if (exact || !words || words.split(' ').length > 7) return exact;
  if (inWords.has(words)) return inWords.get(words);
  const padded = ` ${words} `;
  const held = new Set(
    phrases
      .filter(([word]) => (/^[\p{sc=Han}]+$/u.test(word) ? words.includes(word) : padded.includes(` ${word} `)))
      .map(([, { field }]) => field),
  );
  const found =
    priority.find((field) => held.has(field)) ??
    (padded.includes(' cookie ') && words.split(' ').length < 3 ? 'name' : undefined);
  if (inWords.size < 10_000) inWords.set(words, found);
  return found;
}

/** The language that most of some header words are in; undefined where several are equally near. */
export function languageOf(texts: Iterable<string>): string | undefined {
  const votes = new Map<string, number>();
  for (const text of texts)
    for (const language of headerWords.get(tokens(text))?.languages ?? [])
      votes.set(language, (votes.get(language) ?? 0) + 1);
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1]
    ? first[0]
    : votes.size && first![1] === votes.get('en') && first![1] > 1
      ? 'en'
      : undefined;
}

/** The language in whose words all four columns of the policy page are headed. */
const pages = new Map(
  [...texts]
    .reverse()
    .map(([tag, { name, purpose, duration, provider }]) => [[name, purpose, duration, provider].join('\n'), tag]),
);
export const pageLanguage = (columns: readonly string[]): string | undefined => pages.get(columns.join('\n'));

const ownCookies = new Set([...texts.values()].map(({ ownTitle, ownPurpose }) => `${ownTitle}\n${ownPurpose}`));
const essentialTexts = new Set([...texts.values()].map(({ essentialText }) => essentialText));
/** Whether a table's caption and purpose are those of the library's own cookie. */
export const isOwnCookie = (caption: string | undefined, purpose: string): boolean =>
  ownCookies.has(`${caption}\n${purpose}`);
/** Whether the page itself says this of essential cookies, rather than the manifest. */
export const isEssentialText = (text: string): boolean => essentialTexts.has(text);

const wordMap = <T extends string>(words: readonly (readonly [T, readonly string[]])[]) =>
  new Map(words.flatMap(([value, texts]) => texts.map((text) => [tokens(text), value] as const)));
const storages = wordMap<StorageKind>(storageWords);
const parties = wordMap<Party>(partyWords);
for (const words of texts.values()) {
  for (const storage of ['localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage', 'beacon'] as const)
    storages.set(tokens(words[storage]), storage);
  parties.set(tokens(words.third), 'third');
}
export const storageOf = (text: string): StorageKind | undefined => storages.get(tokens(text));
export const partyOf = (text: string): Party | undefined => parties.get(tokens(text));

/** `For security`, in any of the page's languages. */
const reasons = new Map(
  [...texts.values()].flatMap((words) =>
    exemptions.map((exemption) => [words.neededFor.replace('{reason}', () => words[exemption]), exemption] as const),
  ),
);
export const exemptionOf = (text: string): Exemption | undefined => reasons.get(text);

const yes = new Set([
  'yes',
  'true',
  '✓',
  '✔',
  '1',
  'httponly',
  'http only',
  'sí',
  ...[...texts.values()].map((words) => words.yes.toLowerCase()),
]);
const no = new Set(['no', 'false', '✗', '✘', '0', ...[...texts.values()].map((words) => words.no.toLowerCase())]);
export const booleanOf = (text: string): boolean | undefined =>
  yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : undefined;

/** Whether a cell says nothing: it is empty, a dash, `n/a`, `not stated`. */
export const isEmpty = (text: string): boolean =>
  text.length < 30 && (!/[\p{L}\p{N}]/u.test(text) || emptyWords.has(tokens(text)));

const unstated = new Set([...texts.values()].map((words) => words.unstated));
/** Whether the policy page says so that nothing is said. */
export const isUnstated = (text: string): boolean => unstated.has(text);

/** A host as cells hold them, also with a leading dot or a scheme. */
export const hostOf = (text: string): string | undefined =>
  /^(?:https?:\/\/)?((?:\*?\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z][a-z\d-]+)\/?$/i
    .exec(text.slice(0, 300))?.[1]
    ?.toLowerCase()
    .replace(/^\./, '*.');

/** The words for units in all languages of the page, as Intl writes them, and as people shorten them. */
const units = new Set(
  's|sec|secs|min|mins|minutes|h|hr|hrs|d|m|mo|y|yr|yrs|sek|std|stunde|tag|tage|monat|monate|jahr|jahre|an|mes|anno|dag|miesiąc|ano|rok|天|年|月|日|小时|分钟|個月|个月|小時|分鐘'.split(
    '|',
  ),
);
for (const language of texts.keys())
  for (const unit of durationUnits) {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
    for (const amount of [1, 2, 3, 5, 11, 21, 100])
      for (const part of format.formatToParts(amount))
        if (part.type === 'unit') units.add(part.value.trim().toLowerCase());
  }
const sessions = new Set([
  'session',
  'sessions',
  'session cookie',
  'persistent',
  'permanent',
  'never',
  'sitzung',
  'sitzungsende',
  'sesión',
  'sessione',
  'sessie',
  'sesja',
  'sessão',
  'sessão',
  'séance',
  '会话',
  '會話',
  '工作階段',
  ...[...texts.values()].flatMap(({ session, persistent }) => [session.toLowerCase(), persistent.toLowerCase()]),
]);
const bySize = (words: Iterable<string>) =>
  [...words]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
const amount = `(?:\\d[\\d.,]*|one|two|three|six|twelve|ein(?:e[nm]?)?|un[aeo]?|uno|um|uma|een|jeden|rok)(?: ?[-–] ?\\d+)?[ \\u00a0\\u202f-]?(?:${bySize(units)})`;
const phrase = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${amount}|${bySize(sessions)})(?![\\p{L}\\p{N}_])`, 'giu');

/** Whether a text is a duration and nothing else. */
export function isDuration(text: string): boolean {
  if (text.length > 80) return false;
  const said = phrase.exec(text)?.[0];
  phrase.lastIndex = 0;
  return (
    (said !== undefined && said.length * 2 >= text.length) ||
    (text.split(/\s+/).length < 9 &&
      !readDuration(text)?.doubt?.startsWith('not understood') &&
      readDuration(text) !== undefined &&
      !/[.]\s/.test(text))
  );
}

/** Where durations stand in a line. */
export const durationsIn = (line: string): readonly { readonly start: number; readonly end: number }[] =>
  [...line.slice(0, 5_000).matchAll(phrase)].map(({ index, 0: said }) => ({ start: index, end: index + said.length }));

const known = (text: string): boolean => readCategory(text).known;
const categories = new Map<string, boolean>();
/** Whether a heading, a caption or a line of its own names a category that the field knows, alone or with others or its reason. */
export function isCategory(text: string): boolean {
  if (text.length > 100 || !text || /[_:]|[.!?。]$/.test(text) || exactField(text)) return false;
  const found =
    categories.get(text) ??
    (known(text) ||
      (text.split(/\s+/).length < 10 &&
        text.split(/\s+(?:and|&|for|und|für|et|pour|y|para|e|per|en|voor|oraz|i|dla)\s+/i).some(known)));
  if (categories.size < 10_000) categories.set(text, found);
  return found;
}
