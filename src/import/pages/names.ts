import { collapse, linesOf, textOf, type Element, type Piece } from './dom.js';

/** A name that a cell gives, and what else the cell says of it. */
export interface ReadName {
  readonly name: string;
  /** What is written, where the name was made of it. */
  readonly doubt?: string;
  readonly notes: readonly string[];
}

/** What people write for the part of a name that varies. */
const placeholders = [
  /<[^<>]{1,40}>/g,
  /\{[^{}]{1,40}\}/g,
  /\[(?!\d+\])[^[\]]{1,40}\]/g,
  /(?<=[_.:-]|^)[Xx]{2,}(?![a-z])|[Xx]{4,}/g,
  /(?<=[_.:-])(?:xxx|nnn|yyy)\b/gi,
  /#+/g,
  /(?:\.{3}|…)/g,
  /%[a-z]*%/gi,
];
/** Marks of footnotes, and how often a name is set, as Cookiebot counts it: `__cf_bm [x3]`. */
const footnotes = /(?:\s*(?:\[x?\d{1,3}\]|[¹²³⁰⁴-⁹†‡§]|\s\*+))+$/;

/** Whether a text can be a cookie's name, rather than words about it. */
export const isName = (text: string): boolean =>
  text.length < 120 &&
  /^[^\s,;:=()"“”„«»?!]+$/.test(text) &&
  /[\p{L}\p{N}_]/u.test(text) &&
  !/[.。]$/.test(text.replace(/\.{3}$/, ''));
/** Whether a text can only be a name: it has what words do not have. */
export const isClearlyName = (text: string): boolean =>
  isName(text) &&
  !/:\/\/|^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(text) &&
  /[_*\d\]}>#]|[a-z][A-Z]|^[A-Z]{4,}$|\w[-.:]\w/.test(text);

/** A name with what varies in it as `*`. */
function withWildcards(written: string): { name: string; doubt?: string } {
  const name = placeholders.reduce((text, placeholder) => text.replace(placeholder, '*'), written).replace(/\*+/g, '*');
  return name === written || name === '*' ? { name: written } : { name, doubt: written };
}

/** The names in a piece of text, which commas, line ends and the like part where each part can be a name. */
function split(text: string): string[] {
  const inBrackets = /^([^()]{1,300}?)\s*\(([^()]{1,80})\)$/.exec(text);
  const bare = (inBrackets?.[1] ?? text).replace(footnotes, '');
  for (const separator of [
    /[,，、;；|]\s*|\s+(?:and|und|et|y|e|en|oraz|i|&|or|oder|ou|o|of|lub)\s+/u,
    /\s+\/\s+|\s*·\s*|\s*•\s*/,
    /\s+/,
  ]) {
    const parts = bare
      .split(separator)
      .map((part) => part.trim().replace(footnotes, ''))
      .filter(Boolean);
    const clear = String(separator) === String(/\s+/) ? isClearlyName : isName;
    if (parts.length > 1 && parts.every(clear)) return parts;
  }
  return [bare.trim()];
}

/**
 * The names in a cell: what one `<code>` holds is one, and other texts are parted. What stands beside them are notes.
 * @param exact - whether names are to stay as they are, without wildcards for what looks like a placeholder
 */
export function readNames(cell: readonly Piece[], exact = false): ReadName[] {
  const pieces = cell.filter(({ sup }) => !sup);
  const codes = new Map<Element, string>();
  for (const { code, text } of pieces) if (code) codes.set(code, (codes.get(code) ?? '') + text);
  const lines = linesOf(pieces.map((piece) => (piece.code ? { text: ' ' } : piece)));
  const rests = lines.map(textOf).filter((text) => /[\p{L}\p{N}]/u.test(text));
  const finish = (written: string, notes: readonly string[]): ReadName => ({
    ...(exact ? { name: written } : withWildcards(written)),
    notes,
  });
  const coded = [...codes.values()].map(collapse).filter(Boolean);
  if (coded.length) {
    const more = exact ? [] : rests.flatMap(split).filter(isClearlyName);
    const notes = rests.filter((rest) => !split(rest).every(isClearlyName) || exact);
    return [...coded, ...more].map((name) => finish(name, notes));
  }
  const brackets = (text: string) => /\(([^()]{1,80})\)$/.exec(text)?.[1];
  if (
    lines.length > 1 &&
    rests[0] &&
    isName(rests[0].replace(footnotes, '')) &&
    rests.slice(1).some((rest) => !split(rest).every(isName))
  )
    return [finish(rests[0].replace(footnotes, ''), rests.slice(1))];
  return rests.flatMap((rest) => {
    const note = brackets(rest);
    return split(rest)
      .filter(Boolean)
      .map((name) => finish(name, note === undefined ? [] : [note]));
  });
}
