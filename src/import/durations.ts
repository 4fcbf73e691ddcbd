import { durationUnits, parseDuration, type DurationUnit } from '../manifest/duration.js';
import { listFallbacks } from '../manifest/localize.js';
import { fold, texts } from './texts.js';
import { durationWords } from './words.js';

/** A duration that was read from a text: as a manifest writes it, and what is doubtful in that, if anything. */
export interface ReadDuration {
  readonly duration: string;
  /** Why it may be wrong, in words: a range of which the longest was taken, a number that was rounded. */
  readonly doubt?: string;
}

/** An amount as it is written, whole or not. */
interface Part {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** What a word of a duration says. */
type Token =
  | { readonly kind: 'number'; readonly amount: number }
  | { readonly kind: 'unit'; readonly unit: DurationUnit; readonly doubt?: string | undefined }
  | { readonly kind: 'part'; readonly part: Part } // a unit that has its number in it: שנתיים
  | { readonly kind: 'session' | 'persistent' | 'or' | 'and' | 'about' | 'vague' | 'filler' }
  | { readonly kind: 'unknown'; readonly word: string };

/** How a language says durations. */
interface Lexicon {
  /** The words it knows, as one expression that is tried at a place; its groups say which. */
  readonly words: RegExp;
  /** What each group of that expression means. */
  readonly groups: readonly Token[];
  /** The sign between whole numbers and fractions. */
  readonly decimal: string;
}

const most = 999_999;
const secondsIn = (unit: DurationUnit): number => (parseDuration(`1 ${unit}`) as { readonly seconds: number }).seconds;
/** Of how many of the unit below each unit consists; a month consists of none. */
const below: { readonly [unit in DurationUnit]?: readonly [number, DurationUnit] } = {
  minute: [60, 'second'],
  hour: [60, 'minute'],
  day: [24, 'hour'],
  week: [7, 'day'],
  year: [12, 'month'],
};
const lengthOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { amount, unit }) => sum + amount * secondsIn(unit), 0);
const worded = (amount: number, unit: DurationUnit): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;

/** Parts together as one amount: exact where units divide, else in days or the nearest unit, with a doubt. Undefined where it is nothing, or too much to write. */
function sum(parts: readonly Part[]): ReadDuration | undefined {
  const [{ unit: first }] = parts as [Part];
  const inMonths = parts.every(({ unit }) => unit === 'month' || unit === 'year');
  const mixed = !inMonths && parts.some(({ unit }) => unit === 'month' || unit === 'year');
  let unit = mixed
    ? 'day'
    : parts.reduce((least, part) => (secondsIn(part.unit) < secondsIn(least) ? part.unit : least), first);
  let amount = parts.reduce((total, part) => total + (part.amount * secondsIn(part.unit)) / secondsIn(unit), 0);
  const round = () => Math.round(amount * 1e6) / 1e6; // what floating point adds is no fraction
  amount = round();
  for (let next = below[unit]; !mixed && !Number.isInteger(amount) && next; next = below[unit]) {
    amount *= next[0];
    unit = next[1];
    amount = round();
  }
  // Seconds in seven digits are written as larger units, as a manifest counts to 999,999.
  const tooMany = amount > most;
  for (const larger of durationUnits) {
    const [of, smaller] = below[larger] ?? [];
    if (of && tooMany && smaller === unit && larger !== 'week' && Number.isInteger(amount / of)) {
      amount /= of;
      unit = larger;
    }
  }
  if (!mixed && unit === 'month' && !Number.isInteger(amount)) {
    amount *= secondsIn('month') / secondsIn('day');
    unit = 'day';
  }
  const whole = Math.max(1, Math.round(amount));
  if (!(amount > 0) || whole > most) return undefined;
  const exact = !mixed && whole === amount;
  return { duration: worded(whole, unit), ...(!exact && { doubt: 'rounded, as a manifest has one whole number' }) };
}

/** Scripts that put no space between words. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]\p{M}*(?:\?|\)[*?]?)?$/u;
const bounded = (phrase: string): string => (spaceless.test(phrase) ? phrase : `${phrase}(?![\\p{L}\\p{M}])`);
const literal = (phrase: string): string => fold(phrase).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Divides alternatives at the bars that are outside parentheses. */
function alternatives(phrases: string): string[] {
  const found = [''];
  let depth = 0;
  for (const character of phrases) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (character === '|' && !depth) found.push('');
    else found.push(found.pop()! + character);
  }
  return found.map((phrase) => fold(phrase).replaceAll('(', '(?:')); // the lexicon counts its groups
}

/** A unit as Intl writes it beside each kind of number that the language knows; where it writes no number, with the number that is meant. */
function unitsOf(language: string, unit: DurationUnit): { readonly phrase: string; readonly amount?: number }[] {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  const rules = new Intl.PluralRules(language);
  const samples = new Map(
    [1.5, 1_000_000, ...Array.from({ length: 120 }, (_, index) => 120 - index)].map((amount) => [
      rules.select(amount),
      amount,
    ]),
  ); // the least of each
  return [...samples.values()].map((amount) => {
    const parts = format.formatToParts(amount);
    const phrase = parts.flatMap(({ type, value }) => (type === 'unit' || type === 'literal' ? [value] : [])).join('');
    return parts.some(({ type }) => type === 'integer') ? { phrase } : { phrase, amount };
  });
}

function makeLexicon(tag: string): Lexicon {
  const entries: { readonly token: Token; readonly phrase: string }[] = [];
  const add = (token: Token, phrases: readonly string[]) =>
    void entries.push(...phrases.filter(Boolean).map((phrase) => ({ token, phrase })));
  const tags = listFallbacks(tag);
  const own = texts.get(tags.find((tag) => texts.has(tag)) ?? '');
  for (const kind of ['session', 'persistent'] as const) if (own) add({ kind }, [literal(own[kind])]);
  for (const unit of durationUnits)
    for (const { phrase, amount } of unitsOf(tag, unit))
      add(amount ? { kind: 'part', part: { amount, unit } } : { kind: 'unit', unit }, [literal(phrase)]);
  const words = durationWords[tags.find((tag) => durationWords[tag]) ?? (tags.includes('zh-hant') ? 'zh' : '')];
  if (words) {
    for (const kind of ['session', 'persistent', 'or', 'and', 'about', 'vague', 'filler'] as const)
      add({ kind }, alternatives(words[kind]));
    for (const unit of durationUnits) add({ kind: 'unit', unit }, alternatives(words[unit]));
    for (const [phrases, amount] of Object.entries(words.numbers))
      add({ kind: 'number', amount }, alternatives(phrases));
  }
  if (tags.includes('en')) add({ kind: 'unit', unit: 'minute', doubt: '"m" may stand for minutes or months' }, ['m']);
  // The longer phrase first, so that the end of a session is no mere end; among equals, the one with its number in it, then what was added first.
  const isPart = ({ token }: { readonly token: Token }) => +(token.kind === 'part');
  const ordered = entries.toSorted((a, b) => b.phrase.length - a.phrase.length || isPart(b) - isPart(a));
  return {
    words: new RegExp(ordered.map(({ phrase }) => `(${bounded(phrase)})`).join('|'), 'uy'),
    groups: ordered.map(({ token }) => token),
    decimal: new Intl.NumberFormat(tag).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.',
  };
}

const lexicons = new Map<string, Lexicon | undefined>();

/** How a language says durations, put together when it is first needed; undefined for what is no language tag. */
function lexiconOf(tag: string): Lexicon | undefined {
  if (!lexicons.has(tag)) {
    try {
      lexicons.set(tag, makeLexicon(tag));
    } catch {
      lexicons.set(tag, undefined); // Intl knows no such tag
    }
  }
  return lexicons.get(tag);
}

/** The value of a digit of any script: they come in runs of ten, from zero on. */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0)!;
  let below = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - below - 1))) below++;
  return String(below % 10);
}

/** A text with its numbers in plain digits, without marks of footnotes, and with words in the plural that may be in the singular. */
const plain = (text: string): string =>
  fold(
    text
      .replace(/[¹²³⁰-⁹]|\[\w{1,2}\]/g, '')
      .replace(/(\d*) ?½/g, (_, whole: string) => `${whole || 0}.5`)
      .replace(/\p{Nd}/gu, valueOf)
      .replace(/٬/g, ',')
      .replace(/٫/g, '.'),
  ).replace(/(?<=\p{L})\((\p{L}{1,3})\)/gu, '$1');

const numbers = /\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,'’]\d+)*/y;

/** The value of a number as it is written; the sign before three digits divides thousands, unless the language has it for fractions. */
function numberOf(written: string, decimal: string): number | undefined {
  const grouped = /^\d{1,3}(?:([ .,'’])\d{3}(?:\1\d{3})*|(?:,\d{2,3})+,\d{3})$/.exec(written);
  if (grouped && !(grouped[1] === decimal && written.split(decimal).length === 2))
    return Number(written.replace(/\D/g, ''));
  return /^\d+([.,]\d+)?$/.test(written) ? Number(written.replace(',', '.')) : undefined;
}

const signs: { readonly [sign: string]: 'or' | 'and' | 'about' } = {
  '-': 'or',
  '–': 'or',
  '—': 'or',
  '‑': 'or',
  '−': 'or',
  '/': 'or',
  '|': 'or',
  '(': 'or',
  '（': 'or',
  '=': 'or',
  '+': 'and',
  '&': 'and',
  '~': 'about',
  '≈': 'about',
  '<': 'about',
  '>': 'about',
  '≤': 'about',
  '≥': 'about',
  '±': 'about',
};

/** Divides a folded text into what a language knows; undefined where a number cannot be told. */
function tokensOf(text: string, { words, groups, decimal }: Lexicon): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    numbers.lastIndex = words.lastIndex = at;
    const [digits] = numbers.exec(text) ?? [];
    const match = digits ? null : words.exec(text);
    const sign = signs[text[at]!];
    if (digits) {
      const amount = numberOf(digits, decimal);
      if (amount === undefined) return undefined;
      tokens.push({ kind: 'number', amount });
      at += digits.length;
    } else if (match?.[0]) {
      tokens.push(groups[match.indexOf(match[0], 1) - 1]!);
      at += match[0].length;
    } else if (sign) {
      tokens.push({ kind: sign });
      at++;
    } else {
      const [skipped] = /^(?:[\p{L}\p{M}]+|.)/su.exec(text.slice(at))!;
      if (/[\p{L}\p{S}]/u.test(skipped)) tokens.push({ kind: 'unknown', word: skipped });
      at += skipped.length;
    }
  }
  return tokens;
}

/** What a language makes of a text. */
interface Reading extends ReadDuration {
  /** How many words of it the language does not know. */
  readonly unknown: number;
}

function interpret(tokens: readonly Token[]): Reading | undefined {
  /** Amounts that stand for each other, each of parts that belong together. */
  const choices: Part[][] = [];
  const doubts = new Set<string>();
  let open: number[] = []; // numbers that wait for their unit
  let lone = false; // whether a unit has no number
  let joins = true; // whether the next amount may belong to the one before
  for (const token of tokens) {
    if (token.kind === 'vague') return undefined;
    if (token.kind === 'number') {
      open.push(token.amount);
      continue;
    }
    if (token.kind === 'about') doubts.add('it is said to be about that long');
    if (token.kind === 'or') joins = false;
    if (token.kind !== 'unit' && token.kind !== 'part') continue;
    const unit = token.kind === 'unit' ? token.unit : token.part.unit;
    if (token.kind === 'unit' && token.doubt) doubts.add(token.doubt);
    if (!open.length) {
      open = [token.kind === 'part' ? token.part.amount : 1];
      if (token.kind === 'unit') {
        lone = true;
        doubts.add('no number stands there, so one was taken');
      }
    }
    const before = choices.at(-1);
    const last = before?.at(-1);
    const amount = open.at(-1)!;
    // A smaller unit belongs to the one before it where there is less of it than makes one of that.
    if (
      joins &&
      last &&
      open.length === 1 &&
      secondsIn(unit) < secondsIn(last.unit) &&
      lengthOf([{ amount, unit }]) < secondsIn(last.unit) * 0.99
    )
      before!.push({ amount, unit });
    else choices.push(...open.map((amount) => [{ amount, unit }]));
    open = [];
    joins = true;
  }
  if (open.length) return undefined; // a number of nothing: a date, a page
  const unknown = tokens.flatMap((token) => (token.kind === 'unknown' ? [token.word] : []));
  if (unknown.length && lone) return undefined; // in other words a unit may be anything: `a` is a year in Spanish
  const has = (kind: Token['kind']) => tokens.some((token) => token.kind === kind);
  const [longest, ...shorter] = choices.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  // What is the same in other units is no choice: 13 months (395 days). The first stands.
  const same = longest && shorter.every((parts) => lengthOf(parts) > lengthOf(longest) * 0.96);
  const amount = longest && sum(same ? choices[0]! : longest);
  if (longest && !amount) return undefined;
  if (amount?.doubt) doubts.add(amount.doubt);
  if (longest && !same) doubts.add('the longest of several was taken');
  if (unknown.length) doubts.add(`not understood: ${unknown.join(' ')}`);
  if (amount && has('session')) doubts.add('it is said to be of the session too');
  if (!amount && has('session') && has('persistent')) doubts.add('it is said to be of the session too');
  const duration = amount?.duration ?? (has('persistent') ? 'persistent' : has('session') ? 'session' : undefined);
  return duration === undefined
    ? undefined
    : { duration, unknown: unknown.length, ...(doubts.size && { doubt: [...doubts].join('; ') }) };
}

/** ISO 8601, with as many designators as it likes; a manifest has one. */
function fromIso(text: string): ReadDuration | undefined {
  const [match, ...amounts] =
    /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(
      text.trim(),
    ) ?? [];
  const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
  const parts = units.flatMap((unit, index) =>
    Number(amounts[index] ?? 0) ? [{ unit, amount: Number(amounts[index]) }] : [],
  );
  return match !== undefined && parts.length ? sum(parts) : undefined;
}

const lexiconTags = [...new Set([...Object.keys(durationWords), ...texts.keys()])];
const known = new Map<string, ReadDuration | undefined>(); // a page says few different ones, each many times

/**
 * Reads a duration as people write it in policies.
 * @param text - `3 Jahre`, `13 mois`, `until you close your browser`, `1-2 hours`
 * @param language - BCP 47 tag of the text, tried first
 * @returns undefined where it says nothing that a manifest could
 */
export function readDuration(text: string, language?: string): ReadDuration | undefined {
  if (text.length > 300) return undefined; // a text about durations, not one
  const key = JSON.stringify([language, text]);
  if (!known.has(key)) {
    if (known.size > 10_000) known.clear();
    known.set(key, fromIso(text) ?? readIn(language, plain(text)));
  }
  return known.get(key);
}

/** The reading of the first language that knows every word, else of the one that knows the most. */
function readIn(asked: string | undefined, text: string): ReadDuration | undefined {
  let best: Reading | undefined;
  let first = '';
  for (const tag of [...(asked ? [asked] : []), ...lexiconTags]) {
    const lexicon = lexiconOf(tag);
    const tokens = lexicon && tokensOf(text, lexicon);
    const reading = tokens && interpret(tokens);
    // A language of which it knows few words could find a unit in any text.
    if (!reading || (reading.unknown && tag !== asked && !durationWords[tag])) continue;
    // Where the language is not known, one that reads it as something else is worth a word: `година` is an hour in Ukrainian and a year in Bulgarian.
    if (best && !best.unknown && !reading.unknown && first !== 'en' && reading.duration !== best.duration)
      best = { ...best, doubt: `in another language it is ${reading.duration}` };
    if (!best || reading.unknown < best.unknown) [best, first] = [reading, tag];
    if (asked && !best.unknown) break;
  }
  return best && { duration: best.duration, ...(best.doubt && { doubt: best.doubt }) };
}
