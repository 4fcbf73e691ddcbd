/**
 * Writes what others read of the sources: `dist/manifest.schema.json`, `dist/custom-elements.json` and what editors and the templates of
 * frameworks know of the elements, and with `--rewrite` the tables of the documents. Without it,
 * tables that are out of date fail the build; sizes and hashes may lag, as any change moves them, but not with `--strict`, as for a release.
 */
import { writeFileSync } from 'node:fs';
import { documents, findDocument } from './documents.js';
import { writeEditorFiles } from './editors.js';
import { customElements } from './elements.js';
import { hashScripts } from './integrity.js';
import { frameworkTypes } from './frameworks.js';
import { root } from './program.js';
import { manifestSchema } from './schema.js';
import { lagging, withTables } from './tables.js';

const rewrites = process.argv.includes('--rewrite');
const isStrict = process.argv.includes('--strict');

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

writeFileSync(`${root}dist/manifest.schema.json`, json(manifestSchema()));
writeFileSync(`${root}dist/custom-elements.json`, json(customElements()));
writeFileSync(`${root}dist/integrity.json`, json(hashScripts()));
writeEditorFiles(`${root}dist`);
for (const [file, text] of Object.entries(frameworkTypes())) writeFileSync(`${root}dist/${file}`, text);

const outdated = withTables(documents, rewrites || isStrict ? [] : lagging).filter(
  ({ path, text }) => text !== findDocument(path).text,
);
if (rewrites) for (const { path, text } of outdated) writeFileSync(root + path, text);
else if (outdated.length) {
  const paths = outdated.map(({ path }) => path).join(', ');
  console.error(
    `The tables of ${paths} do not fit the sources any more. Bring them up to date with: npm run docs:tables`,
  );
  process.exitCode = 1;
}
