/**
 * The entry for a plain script tag, from whatever origin: imports the module build that lies beside it. Optimisers inline it, join it with
 * other files, or run it by scripts of theirs: where it then cannot know its folder, `data-cookie-manifest-base` on any element names it.
 */
import { warn } from '../manifest/warn.js';
import { domReady } from '../page/when.js';

const setting = 'data-cookie-manifest-base';
/** The tag that runs this; null where another script does. */
const ownTag = document.currentScript as HTMLScriptElement | null;

/** Returns the addresses in a script's tag, also those in attributes like `data-src`, where optimisers keep them. */
const listAddresses = (tag: Element): string[] =>
  [...tag.attributes].filter(({ name }) => name.endsWith('src')).map(({ value }) => value);

/** Returns the folder that the page names, else the address of this file where a tag has it. */
function findBase(): string | undefined {
  const folder = document.querySelector(`[${setting}]`)?.getAttribute(setting);
  if (folder) return folder.replace(/[^/]$/, '$&/');
  const tags = ownTag ? [ownTag, ...document.scripts] : [...document.scripts];
  return tags.flatMap(listAddresses).find((address) => /\bcookie-manifest\.classic\b/.test(address));
}

/** Imports the module build. */
async function importModule(): Promise<void> {
  if (!findBase()) await domReady(); // what names the folder may come later in the page
  const base = findBase() ?? ownTag?.src; // a file of another name may be an optimiser's
  if (!base) throw new Error('the script that imports it cannot know its folder');
  await import(new URL('cookie-manifest.js', new URL(base, document.baseURI)).href);
}

importModule().catch((reason: unknown) =>
  warn(
    `cookie-manifest.js was not loaded: ${String(reason)}. Write ${setting}="/its/folder/" into any tag of the page.`,
  ),
);
