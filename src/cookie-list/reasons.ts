import type { Messages } from '../locales/types.js';
import type { Manifest } from '../manifest/types.js';
import { exemptions } from '../manifest/fields.js';

type Words = Pick<Messages, (typeof exemptions)[number] | 'basics'>;

/** What a site's essential cookies are for, as the list of a sentence: their exemptions, then the basic functions of those that have none. */
export function listReasons({ cookies }: Manifest, messages: Words, language: string): string {
  const essential = cookies.filter(({ category }) => category === 'essential');
  const found = new Set(
    essential.map(({ exemption }) =>
      exemption && exemptions.includes(exemption) ? messages[exemption] : messages.basics,
    ),
  );
  if (found.delete(messages.basics) || !found.size) found.add(messages.basics);
  return new Intl.ListFormat(language).format(found);
}
