import { findNodeAtOffset, parseTree } from 'jsonc-parser';
import {
  checkManifest,
  listRemarks,
  warnOfOptionalCategories,
  type LocatedProblem,
} from '../../src/cli/check-manifest.js';
import { JsonError } from '../../src/cli/json.js';
import { ManifestError, type Manifest } from '../../src/manifest/types.js';

/** Something to say about a part of the text, and the part. */
export interface Note extends LocatedProblem {
  /** `error`: what `validate` reports. `warning`: what `validate --strict` adds. */
  readonly severity: 'error' | 'warning';
  /** Where the part begins and ends, in characters from the text's start. */
  readonly from: number;
  readonly to: number;
}

export interface CheckedText {
  /** The value that the text is the JSON of, where there is a manifest. */
  readonly value: unknown;
  /** The manifest, where the text is one; it may have problems. */
  readonly manifest: Manifest | undefined;
  /** In the order of the text. */
  readonly notes: readonly Note[];
}

/** Checks a text as `cookie-manifest validate` does, with the same sentences at the same places. */
export function checkText(text: string): CheckedText {
  try {
    const read = checkManifest(text);
    const warning = warnOfOptionalCategories(read);
    const notes = [
      ...locateNotes(text, read.problems, 'error'),
      ...locateNotes(text, [...listRemarks(read), ...(warning ? [warning] : [])], 'warning'),
    ];
    return { value: JSON.parse(text), manifest: read.manifest, notes: notes.sort((a, b) => a.from - b.from) };
  } catch (error) {
    if (!(error instanceof JsonError || error instanceof ManifestError)) throw error;
    const position = error instanceof JsonError ? error.position : { line: 1, column: 1 };
    const message = error instanceof JsonError ? `This is not JSON: ${error.message}` : error.message;
    return {
      value: undefined,
      manifest: undefined,
      notes: locateNotes(text, [{ path: '', message, ...position }], 'error'),
    };
  }
}

function locateNotes(text: string, problems: readonly LocatedProblem[], severity: Note['severity']): Note[] {
  if (!problems.length) return [];
  const lines = text.split('\n');
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1);
  const tree = parseTree(text);
  return problems.map((problem) => {
    const from = Math.min(starts[problem.line - 1]! + problem.column - 1, text.length);
    const node = tree && findNodeAtOffset(tree, from);
    // Of what goes over several lines, the first is enough to underline.
    const end = Math.min(node ? node.offset + node.length : from + 1, starts[problem.line]! - 1);
    return { ...problem, severity, from, to: Math.max(from, end) };
  });
}
