import type { Source } from './found.js';

export const readText = (text: string): Source => ({ cookies: [], remarks: text ? [] : [] });
