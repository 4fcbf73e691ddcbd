import type { Source } from './found.js';

export const readMarkdown = (markdown: string): Source => ({ cookies: [], remarks: markdown ? [] : [] });
