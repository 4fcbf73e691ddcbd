/** The pages of `pages/`, each beside the table of what is in it: name, purpose, duration as written, provider, category. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Source } from '../../src/import/found.js';
import { readHtml } from '../../src/import/html.js';
import { readMarkdown } from '../../src/import/markdown.js';
import { readText } from '../../src/import/text.js';

export type Expected = readonly [name: string, purpose: string | null, duration: string | null, provider: string | null, category: string | null];

export interface FixturePage {
  /** `wordpress.html` */
  readonly file: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}

const folder = new URL('pages/', import.meta.url);
const readers: { readonly [extension: string]: (text: string) => Source } = { html: readHtml, md: readMarkdown, txt: readText };

export const pages: readonly FixturePage[] = readdirSync(folder)
  .filter((file) => !file.endsWith('.json'))
  .sort()
  .map((file) => ({
    file,
    text: readFileSync(new URL(file, folder), 'utf8'),
    expected: JSON.parse(readFileSync(new URL(file.replace(/\.\w+$/, '.json'), folder), 'utf8')) as Expected[],
  }));

export const pageNamed = (file: string): FixturePage => pages.find((page) => page.file === file)!;

export const read = ({ file, text }: FixturePage): Source => readers[/\w+$/.exec(file)![0]]!(text);

/** What was read, as the tables have it. */
export const cellsOf = ({ cookies }: Source): Expected[] => cookies.map(({ name, purpose = null, duration = null, provider = null, category = null }) => [name, purpose, duration, provider, category]);
