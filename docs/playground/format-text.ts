import { formatManifest } from '../../src/cli/format.js';
import { readJson } from '../../src/cli/json.js';

/** Puts a manifest's text in order, as `cookie-manifest fmt` does. */
export const formatText = (text: string): string => formatManifest(readJson(text).written);
