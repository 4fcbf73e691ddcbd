import type { Node, Program } from 'acorn';
import { parseScript } from '../libraries.js';

/** A regular expression, as it is written. */
export class Pattern {
  constructor(
    readonly source: string,
    readonly flags: string,
  ) {}
  toString(): string {
    return `/${this.source}/${this.flags}`;
  }
}

/** What only running the script would tell: calls, functions, names from elsewhere. */
export class Unknown {
  constructor(readonly written: string) {}
}

/** What a script says in so many words. Objects are maps, so that no key is special. */
export type Literal =
  string | number | boolean | null | undefined | Pattern | Unknown | LiteralMap | readonly Literal[];
export type LiteralMap = ReadonlyMap<string, Literal>;

/** How deep values may nest, how many there may be in a script, and how long a text. What is beyond is unknown. */
const limits = { depth: 64, values: 200_000, text: 100_000 };

/** A parsed script, never run. */
export interface Script {
  readonly text: string;
  readonly program: Program;
  /** What the names stand for that are given a value once; undefined for those that are given several. */
  readonly names: ReadonlyMap<string, Node | undefined>;
  /** How many values may still be read. */
  readonly left: { values: number };
}

/** acorn's nodes with the fields that are looked at here; all of them are data of the parser's own making. */
interface Syntax extends Node {
  readonly [field: string]: unknown;
}
const syntax = (node: Node): Syntax => node as Syntax;
const isNode = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/**
 * Parses a script: as a module, else as a plain script.
 * @returns undefined where it is neither, or nests too deep for the parser
 */
export function parse(text: string): Script | undefined {
  for (const sourceType of ['module', 'script'] as const)
    try {
      const program = parseScript(text, {
        ecmaVersion: 'latest',
        sourceType,
        allowHashBang: true,
        allowReturnOutsideFunction: sourceType === 'script',
      });
      return { text, program, names: namesOf(program), left: { values: limits.values } };
    } catch {
      continue; // a syntax error, or the stack's end
    }
  return undefined;
}

/** All nodes of a script, from the top down and in order. What `enter` refuses is not entered. Without recursion, as scripts may nest deep. */
export function visit(root: Node, enter: (node: Syntax) => boolean | undefined): void {
  const stack: Syntax[] = [syntax(root)];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (enter(node) === false) continue;
    const children = Object.values(node).flatMap((value) =>
      Array.isArray(value) ? (value as readonly unknown[]).filter(isNode) : isNode(value) ? [value] : [],
    );
    for (const child of children.reverse()) stack.push(child);
  }
}

function namesOf(program: Program): Map<string, Node | undefined> {
  const names = new Map<string, Node | undefined>();
  const give = (target: unknown, value: unknown) => {
    if (!isNode(target) || target.type !== 'Identifier') return;
    const name = target.name as string;
    names.set(name, names.has(name) || !isNode(value) ? undefined : value);
  };
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator' && node.init) give(node.id, node.init);
    if (node.type === 'AssignmentExpression') give(node.left, node.operator === '=' ? node.right : undefined);
    return true;
  });
  return names;
}

/** The values given to a variable or property of the name, in order. */
export function assignments(script: Script, name: string): readonly Literal[] {
  const values: Literal[] = [];
  visit(script.program, (node) => {
    const target =
      node.type === 'AssignmentExpression' ? node.left : node.type === 'VariableDeclarator' ? node.id : undefined;
    const value = node.type === 'AssignmentExpression' ? node.right : node.init;
    if (!isNode(target) || !isNode(value)) return true;
    const key = target.type === 'MemberExpression' ? target.property : target;
    if (isNode(key) && (key.name === name || key.value === name)) values.push(valueOf(script, value));
    return true;
  });
  return values;
}

/** The value of an expression, as far as it is written out. */
export const valueOf = (script: Script, node: Node): Literal => evaluate(script, syntax(node), 0);

function evaluate(script: Script, node: Syntax, depth: number): Literal {
  const unknown = (of: Node = node) => new Unknown(script.text.slice(of.start, Math.min(of.end, of.start + 200)));
  if (depth > limits.depth || script.left.values-- <= 0) return unknown();
  const inner = (child: unknown): Literal => (isNode(child) ? evaluate(script, child, depth + 1) : unknown());
  switch (node.type) {
    case 'Literal': {
      const regex = node.regex as { readonly pattern: string; readonly flags: string } | undefined;
      return regex
        ? new Pattern(regex.pattern, regex.flags)
        : typeof node.value === 'bigint'
          ? String(node.value)
          : (node.value as Literal);
    }
    case 'TemplateLiteral': {
      const [text, ...more] = node.quasis as readonly { readonly value: { readonly cooked?: string | null } }[];
      return more.length ? unknown() : (text?.value.cooked ?? '');
    }
    case 'Identifier': {
      if (node.name === 'undefined') return undefined;
      const value = script.names.get(node.name as string);
      return value ? inner(value) : unknown();
    }
    case 'UnaryExpression': {
      const value = inner(node.argument);
      if (node.operator === '!' && typeof value !== 'object') return !value; // minifiers write !0 for true
      if (node.operator === 'void') return undefined;
      return typeof value === 'number' && (node.operator === '-' || node.operator === '+')
        ? node.operator === '-'
          ? -value
          : value
        : unknown();
    }
    case 'BinaryExpression': {
      if (node.operator !== '+') return unknown();
      const [left, right] = [inner(node.left), inner(node.right)];
      const isText = (value: Literal): value is string | number =>
        typeof value === 'string' || typeof value === 'number';
      if (!isText(left) || !isText(right)) return unknown();
      const sum = typeof left === 'number' && typeof right === 'number' ? left + right : `${left}${right}`;
      return typeof sum === 'string' && sum.length > limits.text ? unknown() : sum;
    }
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return inner(node.expression);
    case 'ArrayExpression':
      return (node.elements as readonly (Syntax | null)[]).flatMap((element): readonly Literal[] => {
        if (element?.type !== 'SpreadElement') return [element ? inner(element) : undefined];
        const spread = inner(element.argument);
        if (!Array.isArray(spread)) return [unknown(element)];
        script.left.values -= spread.length; // copies count, as lists of lists of themselves grow without end
        return spread as readonly Literal[];
      });
    case 'ObjectExpression':
      return objectOf(node, inner, unknown);
    case 'CallExpression': {
      // What is frozen, or merely typed, is the same in other words.
      const callee = node.callee as Syntax;
      const isFreeze =
        callee.type === 'MemberExpression' && isNode(callee.property) && callee.property.name === 'freeze';
      return isFreeze ? inner((node.arguments as readonly Syntax[])[0]) : unknown();
    }
    default:
      return unknown();
  }
}

function objectOf(node: Syntax, inner: (child: unknown) => Literal, unknown: (of: Node) => Unknown): LiteralMap {
  const map = new Map<string, Literal>();
  for (const property of node.properties as readonly Syntax[]) {
    if (property.type === 'SpreadElement') {
      const spread = inner(property.argument);
      if (spread instanceof Map) for (const [key, value] of spread as LiteralMap) map.set(key, value);
      else map.set(unknown(property).written, unknown(property));
      continue;
    }
    const key = property.computed ? inner(property.key) : keyOf(property);
    if (typeof key === 'string' || typeof key === 'number')
      map.set(String(key), property.kind === 'init' && !property.method ? inner(property.value) : unknown(property));
  }
  return map;
}

/** The name of a property that is not computed. */
export function keyOf(property: Syntax): string | undefined {
  const key = property.key as Syntax | undefined;
  if (!key || property.computed) return undefined;
  return key.type === 'Identifier'
    ? (key.name as string)
    : typeof key.value === 'string' || typeof key.value === 'number'
      ? String(key.value)
      : undefined;
}

/** What JSON.parse gave, in the same words as a script's values. */
export function literalOf(json: unknown, left = { values: limits.values }, depth = 0): Literal {
  if (depth > limits.depth || left.values-- <= 0) return new Unknown('…');
  if (Array.isArray(json)) return (json as readonly unknown[]).map((item) => literalOf(item, left, depth + 1));
  if (typeof json === 'object' && json !== null)
    return new Map(Object.entries(json).map(([key, value]) => [key, literalOf(value, left, depth + 1)]));
  return json as Literal;
}

/** The same as JSON would have it, without what is unknown. */
export function jsonOf(value: Literal): unknown {
  if (value instanceof Map) {
    // Without a prototype, `__proto__` is a key like any other.
    const object = Object.create(null) as { [key: string]: unknown };
    for (const [key, inner] of value as LiteralMap) object[key] = jsonOf(inner);
    return object;
  }
  if (Array.isArray(value)) return (value as readonly Literal[]).map(jsonOf);
  return value instanceof Unknown ? undefined : value instanceof Pattern ? String(value) : value;
}
