/** A place in a text, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A part of a JSON text as it stands there: a text (in its quotes), a number or a word; a list; an object's keys (in their quotes) and values. */
export type Written =
  | string
  | { readonly list: readonly Written[] }
  | { readonly entries: readonly (readonly [key: string, value: Written])[] };

/** A JSON text that was read: its value, and where in the text each part of it is. */
export interface Located {
  readonly value: unknown;
  readonly written: Written;
  /**
   * Where a part of the value begins.
   * @param path - as problems name it: `cookies[3].purpose.de`; of what is missing, the nearest part around it is given
   */
  at(path: string): Position;
  /** Keys that an object has more than once, of which JSON.parse keeps the last. */
  readonly repeated: readonly string[];
}

/** What a text is not JSON for, and where. */
export class JsonError extends Error {
  readonly position: Position;

  constructor(message: string, position: Position) {
    super(message);
    this.position = position;
  }
}

const tokens =
  /[\t\n\r ]*([{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b)/y;

/**
 * Reads JSON (RFC 8259) and keeps the positions, which JSON.parse does not give.
 * @throws {JsonError} where the text is not JSON
 */
export function readJson(text: string): Located {
  const starts = new Map<string, number>();
  const repeated: string[] = [];
  const positionOf = makeLocator(text);
  let end = 0; // of the last token
  let start = 0;

  const fail = (wanted: string): never => {
    const at = /[^\t\n\r ]|$/.exec(text.slice(end))!.index + end;
    const rest = text.slice(at);
    const found = rest ? JSON.stringify(/^(\w+|.)/s.exec(rest)![0]) : 'the end';
    throw new JsonError(`${wanted} is expected, and there is ${found}.`, positionOf(at));
  };
  const next = (wanted: string, fits: (token: string) => boolean): string => {
    tokens.lastIndex = end;
    const token = tokens.exec(text)?.[1];
    if (token === undefined || !fits(token)) return fail(wanted);
    end = tokens.lastIndex;
    start = end - token.length;
    return token;
  };
  const isText = (token: string) => token.startsWith('"');
  const isOpening = (token: string) => !/^[}\]:,]$/.test(token);

  /** A value, or where a list or object may be empty, its end. */
  const value = (path: string, closing = ''): Written | undefined => {
    const token = next('A value', (token) => isOpening(token) || token === closing);
    if (token === closing) return undefined;
    starts.set(path, start);
    if (token === '[') return { list: items(path) };
    return token === '{' ? { entries: entries(path) } : token;
  };
  const items = (path: string): Written[] => {
    const list: Written[] = [];
    for (;;) {
      const item = value(`${path}[${list.length}]`, list.length ? '' : ']');
      if (item === undefined) return list;
      list.push(item);
      if (next('"," or "]"', (token) => /^[,\]]$/.test(token)) === ']') return list;
    }
  };
  const entries = (path: string): (readonly [string, Written])[] => {
    const list: (readonly [string, Written])[] = [];
    const seen = new Set<string>();
    for (let first = true; ; first = false) {
      const token = next('A key in double quotes', (token) => isText(token) || (first && token === '}'));
      if (token === '}') return list;
      const key = JSON.parse(token) as string;
      const inner = path ? `${path}.${key}` : key;
      if (seen.has(key)) repeated.push(inner);
      seen.add(key);
      next('":"', (token) => token === ':');
      list.push([token, value(inner)!]);
      if (next('"," or "}"', (token) => /^[,}]$/.test(token)) === '}') return list;
    }
  };

  const written = value('')!;
  if (text.slice(end).trim()) fail('The end');
  return {
    value: JSON.parse(text),
    written,
    repeated,
    at(path) {
      let part = path;
      while (!starts.has(part)) part = part.replace(/(^|\.)[^.[\]]*$|\[\d+\]$/, '');
      return positionOf(starts.get(part)!);
    },
  };
}

/** Returns what finds the place of an offset in a text: the lines are searched for once. */
function makeLocator(text: string): (offset: number) => Position {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    const line = findLastAtMost(starts, offset);
    return { line: line + 1, column: offset - starts[line]! + 1 };
  };
}

/** Returns the index of the last of some rising numbers that is at most a limit; the first is. */
function findLastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle;
    else high = middle;
  }
  return low;
}
