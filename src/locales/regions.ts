import type { Messages } from './types.js';

/** The texts in which regions differ from their language, by the tags of those regions. */
const regions: readonly { readonly tags: RegExp; readonly messages: Partial<Messages> }[] = [
  // English has no comma before the last "and", but in the United States and where CLDR follows them.
  { tags: /^en-(?!AE|AS|BI|GU|MH|MP|PH|PR|UM|US|VI)([A-Z]{2}|\d{3})\b/i, messages: { list: { pair: ' and ' } } },
  { tags: /^zh-(Hant-)?(HK|MO)\b/i, messages: { list: { pair: '及', middle: '、' } } },
];

/** Finds the texts in which a region differs from its language. */
export const findRegionalMessages = (tag: string): Partial<Messages> | undefined =>
  regions.find(({ tags }) => tags.test(tag))?.messages;
