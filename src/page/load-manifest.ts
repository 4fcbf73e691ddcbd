import { findLanguage } from '../locales/language.js';
import { loadMessages } from '../locales/load.js';
import { loadManifest } from '../manifest/load.js';
import { explainOptionalCategories, listOptionalCategories } from '../manifest/optional-categories.js';
import { findSource } from '../manifest/find-source.js';
import type { Source } from '../manifest/source.js';
import { toManifestError, type Manifest, type ManifestError } from '../manifest/types.js';
import { warn } from '../manifest/warn.js';
import { queries } from './cookie-queries.js';
import { dispatch } from './dispatch.js';
import { takeEarlyRequest } from './take-early-request.js';
import { findNotice } from './markup.js';
import { listNamingElements } from './registry.js';
import { reportFaults } from './report-faults.js';
import { getState, setState } from './state.js';

/** How long a language file may keep the notice waiting, in milliseconds; English stands in until it arrives. */
const patience = 3_000;

/** The load that counts: one that another has overtaken, or whose element went, changes nothing. */
interface Load {
  /** What was asked for by name; undefined where the page's elements name it. */
  readonly asked: Source | undefined;
  readonly controller: AbortController;
  readonly result: Promise<Manifest>;
}
let current: Load | undefined;

/**
 * Loads the manifest of the page, once; after a failure it may be called again.
 * @param asked - default: what the page's elements name
 * @throws {ManifestError} where nothing could be loaded, or what came is no manifest
 */
export function loadPageManifest(asked?: Source): Promise<Manifest> {
  if (current && (asked === undefined || asked === current.asked)) return current.result;
  reportFaults();
  cancelLoad();
  const controller = new AbortController();
  const result = load(asked, controller);
  current = { asked, controller, result };
  result.catch(() => {}); // a rejection that nobody waits for is nobody's error: it is announced on the page
  return result;
}

/** Ends a load that is under way, and forgets its error. */
function cancelLoad(): void {
  current?.controller.abort();
  current = undefined;
  setState({ error: null });
}

/** Ends the load where no element is left that asked for it. */
export function cancelUnwantedLoad(): void {
  const { owner, manifest, hasPolicyPage } = getState();
  if (!owner && !manifest && !hasPolicyPage) cancelLoad();
}

/** Loads the manifest again if it was asked for before: after a failure, or as the source is another now. */
export function reloadManifest(): void {
  const wasAsked = current !== undefined || getState().error !== null;
  cancelLoad();
  if (wasAsked && listNamingElements().length) void loadPageManifest();
}

async function load(asked: Source | undefined, controller: AbortController): Promise<Manifest> {
  try {
    const language = findLanguage(findNotice());
    const [manifest] = await Promise.all([
      readSource(asked, controller),
      Promise.race([loadMessages(language), wait(patience)]),
    ]);
    if (!controller.signal.aborted) publishManifest(manifest);
    return manifest;
  } catch (cause) {
    const error = toManifestError(cause);
    if (!controller.signal.aborted) publishError(error);
    throw error;
  }
}

/** Reads the manifest from its source, with the request that was begun before this code arrived. */
async function readSource(asked: Source | undefined, controller: AbortController): Promise<Manifest> {
  const source = asked ?? findSource(listNamingElements());
  const early = takeEarlyRequest(source instanceof URL ? source.href : undefined);
  controller.signal.addEventListener('abort', () => early?.controller.abort());
  return loadManifest(source, controller.signal, early?.response);
}

function publishManifest(manifest: Manifest): void {
  const { revision, problems } = manifest;
  setState({ manifest, queries, error: null });
  dispatch('load', { manifest });
  const named = findNotice()?.getAttribute('revision') || getState().settings.revision;
  if (revision && named && named !== revision)
    warn(`the manifest's revision is ${revision}, but the page says ${named}`);
  const optional = listOptionalCategories(manifest);
  if (optional.length) warn(explainOptionalCategories(optional));
  for (const { path, message, value } of problems) warn(`${path}: ${message} Found: ${JSON.stringify(value)}`);
  if (problems.length) dispatch('error', { problems });
}

function publishError(error: ManifestError): void {
  current = undefined;
  setState({ error });
  warn(error.message);
  dispatch('error', { error });
}

const wait = (duration: number) => new Promise((resolve) => setTimeout(resolve, duration));
