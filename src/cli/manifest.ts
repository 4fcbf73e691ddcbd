import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Manifest } from '../manifest/types.js';
import { checkManifest, listRemarks, warnOfOptionalCategories, type LocatedProblem } from './check-manifest.js';
import { JsonError, type Located } from './json.js';
import { Trouble, saying } from './problem.js';

/** A manifest from a file, and where in the file its parts are. */
export interface ManifestFile {
  readonly file: string;
  readonly manifest: Manifest;
  readonly at: Located['at'];
  /** Its parts as they stand there. */
  readonly written: Located['written'];
  /** What is wrong with it, one line each, as `cookies.json:12:15 cookies[3].duration: Must be …`. */
  readonly problems: readonly string[];
  /** Keys that stand twice in an object, as lines likewise. */
  readonly repeated: readonly string[];
  /** What is valid and yet not right, keys that stand twice among it, as lines likewise. */
  readonly remarks: readonly string[];
  /** What comes of its optional categories, as a line likewise. */
  readonly warnings: readonly string[];
}

/**
 * Reads a text file; a byte order mark stays in the text.
 * @throws {Trouble} where it cannot be read, or is not in UTF-8 (RFC 8259, section 8.1)
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code;
    throw new Trouble(code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${saying(error)}`);
  });
  if (!isUtf8(bytes)) throw new Trouble(`${file} is not written in UTF-8.`);
  return bytes.toString('utf8');
}

/**
 * Reads a manifest from a file.
 * @throws {Trouble} where it cannot be read, is no JSON, or no manifest
 */
export const readManifest = async (file: string): Promise<ManifestFile> => locateManifest(file, await readText(file));

/**
 * Reads a manifest from a file's text.
 * @throws {Trouble} where it is no JSON, or no manifest
 */
export function locateManifest(file: string, text: string): ManifestFile {
  const toLine = ({ line, column, path, message }: LocatedProblem) => `${file}:${line}:${column} ${path}: ${message}`;
  try {
    const read = checkManifest(text.replace(/^\uFEFF/, ''));
    const { manifest, at, written, problems, repeated } = read;
    const warning = warnOfOptionalCategories(read);
    return {
      ...{ file, manifest, at, written },
      problems: problems.map(toLine),
      repeated: repeated.map(toLine),
      remarks: listRemarks(read).map(toLine),
      warnings: warning ? [toLine(warning)] : [],
    };
  } catch (error) {
    if (error instanceof JsonError)
      throw new Trouble(`${file}:${error.position.line}:${error.position.column} This is not JSON: ${error.message}`, {
        cause: error,
      });
    throw new Trouble(`${file}: ${saying(error)}`);
  }
}
