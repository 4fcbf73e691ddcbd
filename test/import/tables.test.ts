import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cellsOf, pages, read } from './pages.js';

describe('pages, cell by cell', () => {
  for (const page of pages) test(page.file, () => assert.deepEqual(cellsOf(read(page)), page.expected));
});
