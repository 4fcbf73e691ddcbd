import { writeFile } from 'node:fs/promises';
import { Trouble, saying } from './problem.js';

/**
 * Writes a result into a file, or prints it where none is named.
 * @throws {Trouble} where the file cannot be written
 */
export async function writeOut(text: string, file?: string): Promise<void> {
  if (file === undefined) process.stdout.write(text);
  else
    await writeFile(file, text).catch((error: unknown) => {
      throw new Trouble(`${file} cannot be written: ${saying(error)}`);
    });
}
