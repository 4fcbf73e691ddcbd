/** The policy page on Node: every language is there at once, as nobody waits for a download. */
import { languages } from '../locales/languages.js';
import { addTexts } from '../locales/load.js';
import { addProse, proseFiles } from '../locales/load-policy.js';

for (const [tag, load] of Object.entries(languages)) if (load) addTexts(tag, (await load()).default);
for (const [tag, load] of Object.entries(proseFiles)) if (load) addProse(tag, (await load()).default);

export * from './policy.js';
