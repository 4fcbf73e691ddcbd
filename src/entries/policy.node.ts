/** The policy page on Node: every language is there at once, as nobody waits for a download. */
import { languages } from '../locales/languages.js';
import { addMessages } from '../locales/load.js';
import { addPolicyMessages, policyLanguages } from '../locales/load-policy.js';

for (const [tag, load] of Object.entries(languages)) if (load) addMessages(tag, (await load()).default);
for (const [tag, load] of Object.entries(policyLanguages)) if (load) addPolicyMessages(tag, (await load()).default);

export * from './policy.js';
