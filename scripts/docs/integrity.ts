import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { root } from './program.js';

/** The files of the script build that a page may load by a tag, or that these load. */
const listScriptFiles = (): string[] => [
  'cookie-manifest.js',
  'cookie-manifest.classic.js',
  ...readdirSync(`${root}dist/chunks`)
    .filter((name) => name.endsWith('.js'))
    .map((name) => `chunks/${name}`),
];

/** Hashes the script build for Subresource Integrity (https://www.w3.org/TR/SRI/), by paths below `dist/`. */
export const hashScripts = (): { readonly [path: string]: string } =>
  Object.fromEntries(
    listScriptFiles().map((path) => [
      path,
      `sha384-${createHash('sha384')
        .update(readFileSync(`${root}dist/${path}`))
        .digest('base64')}`,
    ]),
  );

/** Writes the tags of a page that loads the script from a CDN. */
export function writeCdnTags(): string {
  const { name, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    name: string;
    version: string;
  };
  return [
    '```html',
    '<script',
    '  type="module"',
    `  src="https://cdn.jsdelivr.net/npm/${name}@${version}/dist/cookie-manifest.js"`,
    `  integrity="${hashScripts()['cookie-manifest.js']}"`,
    '  crossorigin="anonymous"',
    '></script>',
    '<cookie-manifest src="/cookies.json" revision="2026-11-01"></cookie-manifest>',
    '```',
  ].join('\n');
}
