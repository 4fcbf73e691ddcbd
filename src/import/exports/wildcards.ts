import { Pattern } from './literals.js';

/** Names of a manifest for a pattern, and what is doubtful in them. */
export interface Wildcards {
  readonly names: readonly string[];
  readonly doubt?: string;
}

/** How long a pattern may be, and how many names it may stand for. */
const limits = { length: 300, names: 50 };

/**
 * The names with `*` that stand for a pattern: `/^_ga/` is `_ga*`, `/^_pk_.*$/` is `_pk_*`, `/^(a|b)$/` is `a` and `b`.
 * @returns undefined where they cannot say what it does
 */
export function wildcardsOf({ source, flags }: Pattern): Wildcards | undefined {
  if (source.length > limits.length) return undefined;
  const reader = { source, at: 0, wide: false };
  const branches = alternatives(reader, 0);
  if (!branches || reader.at < source.length) return undefined;
  // An anchor is written as itself until here; where there is none, anything may precede or follow.
  const names = branches.map((branch) => {
    const open = (branch.startsWith('^') ? branch.slice(1) : `*${branch}`).replace(/([^$])$|^$/, '$1*');
    return open.replace(/\$$/, '').replace(/\*+/g, '*');
  });
  if (!names.length || names.some((name) => !/[^*\s]/.test(name) || /[\^$]/.test(name))) return undefined;
  const doubts = [
    reader.wide && 'it allows fewer characters than * does',
    flags.includes('i') && 'it takes small letters for capital ones',
  ].filter(Boolean);
  return { names: [...new Set(names)], ...(doubts.length && { doubt: doubts.join(', and ') }) };
}

interface Reader {
  readonly source: string;
  at: number;
  /** Whether a set of characters was widened to any. */
  wide: boolean;
}

/** The texts of `a|b|c`, up to a closing bracket or the end. */
function alternatives(reader: Reader, depth: number): string[] | undefined {
  const all: string[] = [];
  for (;;) {
    const some = sequence(reader, depth);
    if (!some || all.length + some.length > limits.names) return undefined;
    all.push(...some);
    if (reader.source[reader.at] !== '|') return all;
    reader.at++;
  }
}

function sequence(reader: Reader, depth: number): string[] | undefined {
  let texts = [''];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const part = quantified(reader, depth);
    if (!part || texts.length * part.length > limits.names) return undefined;
    texts = texts.flatMap((text) => part.map((next) => text + next));
  }
  return texts;
}

/** One part and how often it may occur. */
function quantified(reader: Reader, depth: number): string[] | undefined {
  const part = atom(reader, depth);
  if (!part) return undefined;
  const many = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(reader.source.slice(reader.at));
  if (!many) return part;
  reader.at += many[0].length;
  if (part.some((text) => text === '^' || text === '$')) return undefined;
  if (many[1] === '?') return [...part, ''];
  // Any number of anything is what * says; any number of something is less than that.
  if (part.length !== 1 || part[0] !== '*') reader.wide = true;
  return ['*'];
}

function atom(reader: Reader, depth: number): string[] | undefined {
  const { source } = reader;
  const sign = source[reader.at++]!;
  if (sign === '^') return reader.at === 1 || '(|:'.includes(source[reader.at - 2]!) ? ['^'] : undefined;
  if (sign === '$') return reader.at === source.length || ')|'.includes(source[reader.at]!) ? ['$'] : undefined;
  if (sign === '.') return single(reader, false);
  if (sign === '[') {
    const end = /^\^?\]?(?:\\.|[^\]\\])*\]/.exec(source.slice(reader.at));
    if (!end) return undefined;
    reader.at += end[0].length;
    const [only, more] = [/^\\?([\w.-])\]$/.exec(end[0])?.[1], end[0]];
    return only && !/^\\[a-z]/i.test(more) ? [only] : single(reader, true);
  }
  if (sign === '\\') {
    const escaped = source[reader.at++];
    if (escaped === undefined) return undefined;
    if (/[dws]/i.test(escaped)) return single(reader, true);
    return /[^\p{L}\p{N}*^$]/u.test(escaped) ? [escaped] : undefined;
  }
  if (sign === '(') {
    if (depth > 10) return undefined;
    if (source[reader.at] === '?') {
      if (source[reader.at + 1] !== ':') return undefined;
      reader.at += 2;
    }
    const inside = alternatives(reader, depth + 1);
    return source[reader.at++] === ')' ? inside : undefined;
  }
  return '*+?{}|)'.includes(sign) ? undefined : [sign];
}

/** Any one character: as good as `*` where any number may follow, and wider than meant elsewhere. */
function single(reader: Reader, wide: boolean): string[] {
  if (wide || !/^[*+]/.test(reader.source.slice(reader.at))) reader.wide = true;
  return ['*'];
}

/** What stands for a pattern in a text: `/^_ga/i`. */
export function patternIn(text: string): Pattern | undefined {
  const match = /^\/(.+)\/([a-z]*)$/.exec(text);
  return match ? new Pattern(match[1]!, match[2]!) : undefined;
}
