import type { FoundCookie, Remark, Source } from '../found.js';
import { keyOf, literalOf, valueOf, visit, type LiteralMap, type Literal, type Script } from './literals.js';
import { readKlaro, readOrejime } from './services.js';
import { at, isMap, listAt } from './settings.js';
import { readVanilla2, readVanilla3 } from './vanilla.js';

type Reader = (config: LiteralMap, place?: string) => Source;

/** Whose settings an object is, by what it holds; undefined where it is nobody's. */
function readerOf(config: Literal): Reader | undefined {
  if (!isMap(config)) return undefined;
  const has = (entries: readonly Literal[], key: string, ...others: readonly string[]) =>
    entries.some((entry) => isMap(entry) && entry.has(key) && others.some((other) => entry.has(other)));
  const values = (value: Literal) => (isMap(value) ? [...value.values()] : []);
  if (values(config.get('languages')).some((texts) => isMap(at(texts, 'settings_modal')))) return readVanilla2;
  if (
    isMap(config.get('categories')) &&
    (isMap(at(config, 'language')) ||
      values(config.get('categories')).some((category) => isMap(at(category, 'autoClear'))))
  )
    return readVanilla3;
  if (['services', 'apps'].some((key) => has(listAt(config, key), 'name', 'cookies', 'purposes', 'required')))
    return readKlaro;
  if (has(listAt(config, 'purposes'), 'id', 'cookies', 'purposes')) return readOrejime;
  return undefined;
}

/** The keys of which settings have at least one; a look at them spares reading every object of a script. */
const telling = new Set(['languages', 'categories', 'services', 'apps', 'purposes']);

/** Reads the settings of vanilla-cookieconsent, Klaro or Orejime that a script holds; undefined where it has none. */
export function readConfigScript(script: Script, place = ''): Source | undefined {
  const sources: Source[] = [];
  visit(script.program, (node) => {
    if (node.type !== 'ObjectExpression') return true;
    const properties = node.properties as readonly (typeof node)[];
    if (!properties.some((property) => property.type === 'SpreadElement' || telling.has(keyOf(property) ?? '')))
      return true;
    const config = valueOf(script, node);
    const source = readerOf(config)?.(config as LiteralMap, place);
    if (source) sources.push(source);
    return !source;
  });
  const source = together(sources);
  const remark: Remark = {
    at: place,
    kind: 'lost',
    message: 'The script holds more than is read of one script; what was found later is missing.',
  };
  return source && script.left.values <= 0 ? { ...source, remarks: [...source.remarks, remark] } : source;
}

/** Reads settings that are JSON; undefined where they are none. */
export function readConfigJson(json: unknown): Source | undefined {
  const config = literalOf(json);
  return readerOf(config)?.(config as LiteralMap);
}

/** Several sources as one; undefined for none. */
export function together(sources: readonly Source[]): Source | undefined {
  const [first] = sources;
  if (!first || sources.length === 1) return first;
  const cookies: readonly FoundCookie[] = sources.flatMap((source) => source.cookies);
  const remarks: readonly Remark[] = sources.flatMap((source) => source.remarks);
  return { ...first, cookies, remarks };
}
