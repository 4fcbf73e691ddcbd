import { joinList } from '../locales/join-list.js';
import type { Messages } from '../locales/types.js';
import { exemptions } from '../manifest/fields.js';
import type { Manifest } from '../manifest/types.js';

type ReasonMessages = Pick<Messages, (typeof exemptions)[number] | 'basics' | 'list'>;

/**
 * Lists what a site's essential cookies are for, as part of a sentence: their exemptions, then the basic functions where a cookie has
 * none.
 * @param language - BCP 47 tag of the language that the messages are in
 */
export function listReasons({ cookies }: Manifest, messages: ReasonMessages, language: string): string {
  const reasons = new Set<string>();
  let hasOthers = false;
  for (const { category, exemption } of cookies) {
    if (category !== 'essential') continue;
    if (exemption && exemptions.includes(exemption)) reasons.add(messages[exemption]);
    else hasOthers = true;
  }
  if (hasOthers || !reasons.size) reasons.add(messages.basics);
  return joinList([...reasons], messages.list, language);
}
