import { getDirection } from '../locales/direction.js';
import type { Manifest } from '../manifest/types.js';
import { createContext } from './context.js';
import { sections } from './sections.js';
import { sectionNames, type Policy, type PolicyOptions } from './types.js';

export { sectionNames } from './types.js';
export type * from './types.js';

/** Describes the policy page of a manifest, in the texts that have been loaded. */
export function describePolicy(manifest: Manifest, options: PolicyOptions = {}): Policy {
  const context = createContext(manifest, options);
  const { language } = context.reader;
  const names = sectionNames.filter((name) => !options.omit?.includes(name));
  return {
    language,
    direction: getDirection(language),
    sections: names.map((name) => ({ name, blocks: sections[name](context) })),
  };
}

/** Reads the level of the page's title, which leaves room for one below: 1 to 5, and 1 where none can be used. */
export const readHeadingLevel = (level: unknown): number => (/^[1-5]$/.test(String(level)) ? Number(level) : 1);
