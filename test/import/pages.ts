/** The pages of `pages/`, each beside the table of what is in it: name, purpose, duration, provider and category as written, then duration and category as a manifest has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { draft } from '../../src/import/draft.js';
import type { Source } from '../../src/import/found.js';
import { readHtml } from '../../src/import/pages/html.js';
import { readMarkdown } from '../../src/import/pages/markdown.js';
import { readText } from '../../src/import/pages/text.js';

export type Expected = readonly [
  name: string,
  purpose: string | null,
  duration: string | null,
  provider: string | null,
  category: string | null,
];

export type Drafted = readonly [duration: string, category: string];

export interface FixturePage {
  /** `wordpress.html` */
  readonly file: string;
  readonly text: string;
  readonly expected: readonly Expected[];
  readonly drafted: readonly Drafted[];
}

const folder = new URL('pages/', import.meta.url);
const readers: { readonly [extension: string]: (text: string) => Source } = {
  html: readHtml,
  md: readMarkdown,
  txt: readText,
};

export const pages: readonly FixturePage[] = readdirSync(folder)
  .filter((file) => !file.endsWith('.json'))
  .sort()
  .map((file) => {
    const rows = JSON.parse(readFileSync(new URL(file.replace(/\.\w+$/, '.json'), folder), 'utf8')) as (readonly [
      ...Expected,
      ...Drafted,
    ])[];
    return {
      file,
      text: readFileSync(new URL(file, folder), 'utf8'),
      expected: rows.map(([name, purpose, duration, provider, category]) => [
        name,
        purpose,
        duration,
        provider,
        category,
      ]),
      drafted: rows.map(([, , , , , duration, category]) => [duration, category]),
    };
  });

export const pageNamed = (file: string): FixturePage => pages.find((page) => page.file === file)!;

export const read = ({ file, text }: FixturePage): Source => readers[/\w+$/.exec(file)![0]]!(text);

/** What was read, as the tables have it. */
export const cellsOf = ({ cookies }: Source): Expected[] =>
  cookies.map(({ name, purpose = null, duration = null, provider = null, category = null }) => [
    name,
    purpose,
    duration,
    provider,
    category,
  ]);

/** What became of it in the manifest. */
export const draftedOf = (source: Source): Drafted[] =>
  draft(source).manifest.cookies.map(({ duration, category = 'essential' }) => [duration, category]);
