import type { Source } from './found.js';

export const readHtml = (html: string): Source => ({ cookies: [], remarks: html ? [] : [] });
