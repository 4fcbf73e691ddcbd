import { languages } from '../../locales/languages.js';
import { loadMessages } from '../../locales/load.js';
import { listFallbacks } from '../../manifest/localize.js';
import { suggestWord } from '../../manifest/suggest.js';
import { sectionNames } from '../../policy/describe.js';
import { renderPolicyHtml } from '../../policy/html.js';
import { renderPolicyMarkdown } from '../../policy/markdown.js';
import { loadPolicyMessages } from '../../locales/load-policy.js';
import { readManifest } from '../manifest.js';
import { misuse, oneFile, oneOf, parseOptions } from '../options.js';
import { writeOut } from '../output.js';

const renderers = { html: renderPolicyHtml, markdown: renderPolicyMarkdown } as const;
const known = ['en', ...Object.keys(languages)].sort();

/**
 * `cookie-manifest policy`: the policy page as the package renders it. What is wrong with the manifest is said on stderr, and the page is printed all the same.
 * @returns the exit code
 * @throws {Trouble} where there is no manifest, or a language, section or format is not known
 */
export async function policy(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    lang: { type: 'string' },
    format: { type: 'string', default: 'html' },
    'heading-level': { type: 'string', default: '1' },
    omit: { type: 'string', multiple: true, default: [] },
    output: { type: 'string' },
  });
  const file = oneFile(positionals, 'policy cookies.json');
  const render = renderers[oneOf('format', values.format, ['html', 'markdown'])];
  const level = values['heading-level'];
  if (!/^[1-5]$/.test(level)) throw misuse(`--heading-level is a number from 1 to 5, not "${level}".`);
  const omit = values.omit.map((section) => oneOf('omit', section, sectionNames));
  if (values.lang !== undefined) checkLanguage(values.lang);

  const { manifest, problems } = await readManifest(file);
  for (const problem of problems) console.error(problem);
  if (!manifest.site.name)
    console.error('The manifest does not name the site (site.name), so where sentences do, there is a gap.');
  const lang = values.lang ?? readable(manifest.language);
  await Promise.all([loadMessages(lang), loadPolicyMessages(lang)]);
  await writeOut(render(manifest, { lang, omit, headingLevel: Number(level) }), values.output);
  return 0;
}

/** Whether there are texts in a language, or in one that it falls back to. */
const isSpoken = (tag: string): boolean => isTag(tag) && listFallbacks(tag).some((near) => known.includes(near));

/** Whether Intl takes it for a tag; of what it does not, it would throw later. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** @throws {Trouble} where the page does not speak the language that was asked for */
function checkLanguage(tag: string): void {
  if (isSpoken(tag)) return;
  const hyphens = tag.replaceAll('_', '-');
  const near = isSpoken(hyphens) ? ` Did you mean "${hyphens}"?` : suggestWord(tag, known);
  throw misuse(
    `There is no page in "${tag}".${near} --lang is a language tag of ${known.join(', ')}, or of a region, as de-AT.`,
  );
}

/** The manifest's language, or where there are no texts in it, English, which is said. */
function readable(language: string): string {
  if (isSpoken(language)) return language;
  console.error(`There is no page in the manifest's language, "${language}": its sentences are English.`);
  return 'en';
}
