/**
 * Writes what others read of the sources: `dist/manifest.schema.json`, `dist/custom-elements.json` and what editors and the templates of
 * frameworks know of the elements, and with `--readme` the tables of README.md. Without it, tables that are out of date fail the build; the sizes may lag, as any change moves them by a byte.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { writeEditorFiles } from './editors.js';
import { customElements } from './elements.js';
import { frameworkTypes } from './frameworks.js';
import { root } from './program.js';
import { manifestSchema } from './schema.js';
import { withTables } from './tables.js';

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

writeFileSync(`${root}dist/manifest.schema.json`, json(manifestSchema()));
writeFileSync(`${root}dist/custom-elements.json`, json(customElements()));
writeEditorFiles(`${root}dist`);
for (const [file, text] of Object.entries(frameworkTypes())) writeFileSync(`${root}dist/${file}`, text);

const readme = `${root}README.md`;
const written = readFileSync(readme, 'utf8');
if (process.argv.includes('--readme')) writeFileSync(readme, withTables(written));
else if (withTables(written, 'sizes') !== written) {
  console.error('The tables of README.md do not fit the sources any more. Bring them up to date with: npm run docs');
  process.exitCode = 1;
}
