import type { Source } from '../found.js';
import { readHtml } from './html.js';
import { gfmTable, gfmTableHtml, micromark } from '../libraries.js';

/** Reads the cookies of a policy page in GitHub Flavored Markdown. */
export const readMarkdown = (text: string): Source =>
  readHtml(micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()], allowDangerousHtml: true }));
