/** Imports in a thread of its own, so that a long text never stops the page, and its work can be cut short. */
import type { ImportRequest } from './import-source.js';

async function answer({ data }: MessageEvent<ImportRequest>) {
  const { importSource } = await import('./import-source.js');
  postMessage(importSource(data));
}

// A request comes as soon as this has run, and would be missed while a static import still waits for its words.
addEventListener('message', (event: MessageEvent<ImportRequest>) => void answer(event));
