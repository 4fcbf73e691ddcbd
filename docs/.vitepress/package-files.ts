import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Copies what is built into the site: its notice, its policy page and the playground's preview use the files that others get.
 * @throws {Error} where nothing is built
 */
export function copyPackageFiles(): void {
  const built = pathOf('../../dist/');
  const target = pathOf('../public/cookie-manifest/');
  if (!existsSync(`${built}cookie-manifest.js`)) throw new Error('There is no dist/ yet. Run: npm run build');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  for (const name of ['cookie-manifest.js', 'chunks', 'manifest.schema.json'])
    cpSync(`${built}${name}`, `${target}${name}`, { recursive: true });
}

/** Gets the hash of the script, for `integrity` on its tag. */
export const readIntegrity = (): string =>
  (JSON.parse(readFileSync(pathOf('../../dist/integrity.json'), 'utf8')) as Record<string, string>)[
    'cookie-manifest.js'
  ]!;
