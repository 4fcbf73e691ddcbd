import { compare, strayWaivers } from '../audit/compare.js';
import type { StorageKind } from '../manifest/fields.js';
import { explainOptionalCategories, listOptionalCategories } from '../manifest/optional-categories.js';
import { parseManifest } from '../manifest/parse.js';
import type { Manifest } from '../manifest/types.js';
import { readJson, type Located, type Position } from './json.js';

/** A purpose that is still to be written; `validate --strict` refuses it. */
export const toDo = 'TODO';

/** Something to say about a part of a manifest's text. */
export interface LocatedProblem extends Position {
  /** The part's path, as `cookies[3].duration`. */
  readonly path: string;
  readonly message: string;
}

/** A manifest that was read from a text, and where in the text its parts are. */
export interface LocatedManifest extends Pick<Located, 'at' | 'written'> {
  readonly manifest: Manifest;
  /** What is wrong with it. */
  readonly problems: readonly LocatedProblem[];
  /** Keys that stand twice in an object. */
  readonly repeated: readonly LocatedProblem[];
}

const locate = (at: Located['at'], path: string, message: string): LocatedProblem => ({ path, message, ...at(path) });

/**
 * Reads a manifest from its text, and says where each problem is.
 * @throws {JsonError} where the text is not JSON
 * @throws {ManifestError} where it is JSON, but not a manifest
 */
export function checkManifest(text: string): LocatedManifest {
  const { value, written, at, repeated } = readJson(text);
  const manifest = parseManifest(value);
  return {
    ...{ manifest, at, written },
    problems: manifest.problems.map(({ path, message }) => locate(at, path, message)),
    repeated: repeated.map((path) => locate(at, path, 'The key stands there twice; only the last counts.')),
  };
}

/** Lists what is valid and yet not right, which `validate --strict` counts as problems. */
export const listRemarks = (read: LocatedManifest): readonly LocatedProblem[] => [
  ...read.repeated,
  ...listUnwrittenPurposes(read),
  ...listStrayWaivers(read),
  ...listDoubtfulCookies(read),
];

/** Returns what comes of the manifest's optional categories, at the first cookie of one; undefined where it has none. */
export function warnOfOptionalCategories({ manifest, at }: LocatedManifest): LocatedProblem | undefined {
  const optional = listOptionalCategories(manifest);
  const first = manifest.cookies.findIndex(({ category }) => category === optional[0]);
  return optional.length ? locate(at, `cookies[${first}].category`, explainOptionalCategories(optional)) : undefined;
}

/** Returns the path of the declared cookie that a finding speaks of, by name and, where names repeat, storage; of what is not declared, that of the list. */
export function findCookiePath({ cookies }: Manifest, declared: string | undefined, storage: StorageKind): string {
  const named = cookies.flatMap((cookie, index) => (cookie.name === declared ? [{ cookie, index }] : []));
  const [found] = [...named.filter(({ cookie }) => cookie.storage === storage), ...named];
  return found ? `cookies[${found.index}]` : 'cookies';
}

/** Lists the purposes that a draft left open. */
function listUnwrittenPurposes({ manifest, at }: LocatedManifest): readonly LocatedProblem[] {
  const message = `The purpose is still to be written; "${toDo}" is what a draft has in its place.`;
  return manifest.cookies.flatMap(({ purpose }, index) => {
    const path = `cookies[${index}].purpose`;
    const paths =
      typeof purpose === 'string'
        ? { [path]: purpose }
        : Object.fromEntries(Object.entries(purpose).map(([language, text]) => [`${path}.${language}`, text]));
    return Object.entries(paths)
      .filter(([, text]) => text === toDo)
      .map(([place]) => locate(at, place, message));
  });
}

/** Lists the waivers that no rule of the audit knows. */
const listStrayWaivers = ({ manifest, at }: LocatedManifest): readonly LocatedProblem[] =>
  strayWaivers(manifest).map((stray) => {
    const [path, message] = stray.split(': ');
    return locate(at, path!, message!);
  });

/** Lists the cookies that the audit's rules doubt without having seen them: it is as if a visit had found nothing, and none were missed. */
const listDoubtfulCookies = ({ manifest, at }: LocatedManifest): readonly LocatedProblem[] =>
  compare(manifest, [], { sees: () => false })
    .filter(({ severity, waived }) => severity !== 'info' && waived === undefined)
    .map(({ rule, name, storage, expected, observed, help }) =>
      locate(
        at,
        findCookiePath(manifest, name, storage),
        `${rule}: ${name}: expected ${expected}; ${observed}. ${help}`,
      ),
    );
