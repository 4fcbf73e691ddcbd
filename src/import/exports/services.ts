import type { Source } from '../found.js';
import { collect, type Collection } from './collect.js';
import { Unknown, type Literal, type LiteralMap } from './literals.js';
import { at, choose, isList, isMap, listAt, namesOf, noteOwn, textAt, written } from './settings.js';

/** What is known of the cookies of a service. */
interface About {
  readonly purpose?: string | undefined;
  readonly provider?: string | undefined;
  readonly category?: string | undefined;
  readonly categoryText?: string | undefined;
}

function addCookies(
  collection: Collection,
  place: string,
  service: Literal,
  name: string | undefined,
  about: About,
): void {
  const cookies = at(service, 'cookies');
  if (cookies instanceof Unknown)
    return collection.remark('lost', `${place}.cookies`, 'This list is not written out here.', cookies.written);
  const entries = isList(cookies) ? cookies : [];
  if (!entries.length)
    return collection.remark('lost', place, `${name ?? 'This entry'} names no cookies.`, name ?? written(service));
  entries.forEach((entry, index) => {
    const here = `${place}.cookies[${index}]`;
    for (const named of namesOf(collection, here, entry)) collection.add({ at: here, ...named, ...about });
  });
}

/** Reads settings of Klaro (`services`, before version 0.7 `apps`), and of Orejime up to version 2 (`apps`). */
export function readKlaro(config: LiteralMap, place = ''): Source {
  const collection = collect();
  const translations = config.get('translations');
  const { language, texts } = choose(
    collection,
    `${place}translations`,
    translations,
    textAt(config, 'lang') ?? textAt(config, 'fallbackLang'),
  );
  for (const key of ['cookieName', 'storageName']) noteOwn(collection, place + key, textAt(config, key));
  const shared = at(translations, 'zz');
  /** A text that may be a translation, or an object that holds it under `title`. */
  const translated = (...keys: readonly string[]): string | undefined =>
    [texts, shared].map((all) => textAt(all, ...keys) ?? textAt(all, ...keys, 'title')).find(Boolean);
  /** A text of the service itself: one for all languages, or one for each. */
  const ownText = (service: Literal, key: string): string | undefined =>
    textAt(service, key) ?? textAt(service, key, language ?? 'en');

  const key = config.has('services') ? 'services' : 'apps';
  listAt(config, key).forEach((service, index) => {
    const here = `${place}${key}[${index}]`;
    if (!isMap(service))
      return collection.remark('lost', here, 'This service is not written out here.', written(service));
    const name = textAt(service, 'name');
    const ofService = (word: string): string | undefined =>
      (name && (translated(name, word) ?? textAt(at(service, 'translations', language ?? 'en'), word))) ||
      textAt(at(service, 'translations', 'zz'), word) ||
      ownText(service, word);
    const [purpose, ...more] = listAt(service, 'purposes')
      .map((purpose) => textAt(purpose))
      .filter((purpose) => purpose !== undefined);
    const required = at(service, 'required') === true;
    if (more.length && !required)
      collection.remark(
        'doubt',
        here,
        `${name} has several purposes; the first is its category.`,
        [purpose, ...more].join(', '),
      );
    addCookies(collection, here, service, name, {
      purpose: ofService('description'),
      provider: ofService('title') ?? name,
      category: required ? 'necessary' : purpose && (translated('purposes', purpose) ?? purpose),
      categoryText: required || !purpose ? undefined : textAt(at(texts, 'purposes', purpose), 'description'),
    });
  });
  return collection.source({ language });
}

/** Groups of purposes hold purposes; more of them within another is a mistake, or a trap. */
const deepest = 8;

/** Reads settings of Orejime, version 3: purposes, each with its cookies, or a group of such. */
export function readOrejime(config: LiteralMap, place = ''): Source {
  const collection = collect();
  const language = textAt(config, 'lang');
  noteOwn(collection, `${place}cookie.name`, textAt(config, 'cookie', 'name'));
  const read = (purposes: readonly Literal[], within: string, group: About | undefined, depth: number): void =>
    purposes.forEach((purpose, index) => {
      const here = `${within}[${index}]`;
      if (!isMap(purpose) || depth > deepest)
        return collection.remark('lost', here, 'This purpose is not written out here.', written(purpose));
      const [id, title, description] = [
        textAt(purpose, 'id'),
        textAt(purpose, 'title'),
        textAt(purpose, 'description'),
      ];
      const inner = at(purpose, 'purposes');
      if (isList(inner))
        return read(
          inner,
          `${here}.purposes`,
          { category: id ?? title, categoryText: description ?? title },
          depth + 1,
        );
      const exempt = at(purpose, 'isExempt') === true;
      const needed = exempt || at(purpose, 'isMandatory') === true;
      if (exempt)
        collection.remark(
          'doubt',
          here,
          `${id ?? title} runs without consent, so it was read as necessary.`,
          'isExempt: true',
        );
      addCookies(collection, here, purpose, id ?? title, {
        purpose: description ?? title,
        ...(group && title && description && { provider: title }),
        ...(needed ? { category: 'necessary' } : (group ?? { category: id ?? title })),
      });
    });
  read(listAt(config, 'purposes'), `${place}purposes`, undefined, 0);
  return collection.source({ language });
}
