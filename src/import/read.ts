import { exportForms, readExport } from './exports/index.js';
import { field, parseJson } from './exports/json.js';
import type { Source } from './found.js';
import { readHtml } from './pages/html.js';
import { readMarkdown } from './pages/markdown.js';
import { readText } from './pages/text.js';

/** Pages, and what reads them. */
const pages = { html: readHtml, markdown: readMarkdown, text: readText } as const;
type PageForm = keyof typeof pages;

/** The forms of what is imported, by the word that names them on the command line. */
export const sourceForms = ['html', 'markdown', 'text', ...exportForms] as const;
export type SourceForm = (typeof sourceForms)[number];

export interface ReadOptions {
  /** What it is. Default: found out, by its content first. */
  readonly as?: SourceForm | undefined;
  /** Its file's name, or its address. */
  readonly name?: string | undefined;
  /** Its content type. */
  readonly type?: string | undefined;
}

const isPage = (form: SourceForm): form is PageForm => Object.hasOwn(pages, form);

/**
 * Reads a source, whatever its form.
 * @throws {Error} where it is not of the form that was named, with a sentence for whoever named it
 */
export function readSource(text: string, { as, name = '', type = '' }: ReadOptions = {}): Source {
  if (as) return isPage(as) ? pages[as](text) : readExport(text, as)!;
  const start = text.slice(0, 10_000);
  if (isManifest(text))
    throw new Error(
      'It is a manifest already, and needs no import. Check it with "cookie-manifest validate", order it with "cookie-manifest fmt".',
    );
  if (/^(?:\s|<\?xml[^>]*>|<!--[^]*?-->)*<(?:!doctype|html|head|body|article|main)\b/i.test(start)) {
    const page = readHtml(text);
    const script = readExport(text);
    if (!page.cookies.length) return script ?? page;
    const more = script?.cookies.length;
    return more
      ? {
          ...page,
          remarks: [
            ...page.remarks,
            {
              at: 'page',
              message: `A script in it names ${more} cookie${more === 1 ? '' : 's'} too, which were not read; for those, name its form: --as config.`,
              kind: 'note',
            },
          ],
        }
      : page;
  }
  const known = readExport(text);
  if (known) return known;
  if (/^\s*[[{]/.test(start) && isJson(text))
    return {
      cookies: [],
      remarks: [{ at: 'file', message: 'It is JSON, and of no form that is known.', kind: 'lost' }],
    };
  return pages[pageForm(text, name.replace(/[?#].*/, ''), type)](text);
}

/** Whether it is what an import makes, rather than an export that has cookies too. */
function isManifest(text: string): boolean {
  const json = /^\uFEFF?\s*\{/.test(text) ? parseJson(text) : undefined;
  return (
    Array.isArray(field(json, 'cookies')) &&
    (typeof field(json, 'revision') === 'string' || /manifest\.schema\.json$/.test(String(field(json, '$schema'))))
  );
}

function isJson(text: string): boolean {
  try {
    return Boolean(JSON.parse(text));
  } catch {
    return false;
  }
}

/** What a page is written in: by what only HTML or only Markdown has, then by its name and type. */
function pageForm(text: string, name: string, type: string): PageForm {
  const named =
    /\.(?:md|markdown|mdown|mkd)$/i.test(name) || /markdown/i.test(type)
      ? 'markdown'
      : /\.x?html?$/i.test(name) || /html/i.test(type)
        ? 'html'
        : undefined;
  const lines = text.slice(0, 1_000_000).split(/\r?\n|\r/);
  if (named !== 'html' && lines.some((line) => /^[ \t|:-]+$/.test(line) && line.includes('|') && line.includes('--')))
    return 'markdown';
  if (named) return named;
  if (/<\/(?:table|t[dhr]|div|p|[duo]l|d[dt]|li|h[1-6]|span|section)\s*>/i.test(text)) return 'html';
  return lines.some((line) => /^(?:#{1,6} +\S|```)|\*\*[^*\s][^*]*\*\*|\]\([^)\s]+\)/.test(line.slice(0, 1000)))
    ? 'markdown'
    : 'text';
}

/**
 * The text of a file or an answer: by its byte order mark, the charset of its type, that of its `<meta>`, and else UTF-8, or
 * windows-1252 where it is not that (as the HTML standard has it).
 * @param type - the content type
 */
export function decode(bytes: Uint8Array, type = ''): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const [, mark] = /^(\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/.exec(start) ?? [];
  // Text of mostly Latin letters in two bytes each has a zero in every second of them.
  const zeros = [0, 1].map(
    (odd) => bytes.subarray(0, 1024).filter((byte, index) => byte === 0 && index % 2 === odd).length,
  );
  const half = start.length / 2;
  const wide =
    zeros[1]! > half * 0.4 && zeros[1]! > zeros[0]! ? 'utf-16le' : zeros[0]! > half * 0.4 ? 'utf-16be' : undefined;
  const marked = mark && { '\xEF\xBB\xBF': 'utf-8', '\xFF\xFE': 'utf-16le', '\xFE\xFF': 'utf-16be' }[mark];
  const [, meta] = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start) ?? [];
  const [, header] = /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(type) ?? [];
  // What a meta in plain bytes says of two bytes each cannot be true.
  for (const label of [marked, wide, header, meta?.replace(/^utf-?16.*/i, 'utf-8')])
    if (label) {
      try {
        return decodeAs(label, bytes);
      } catch {
        // There is no such encoding, so the next may know.
      }
    }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeAs('windows-1252', bytes);
  }
}

/** What windows-1252 has where Latin 1 has control characters; Node up to 23 reads it as Latin 1. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** @throws {RangeError} where there is no such encoding */
function decodeAs(label: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(label);
  const text = decoder.decode(bytes);
  return decoder.encoding === 'windows-1252'
    ? text.replace(/[\x80-\x9f]/g, (character) => windows[character.charCodeAt(0) - 0x80]!)
    : text;
}
