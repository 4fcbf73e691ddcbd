/** The package's public surface: each change of it is seen in review, as a change of the reports in `api/`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareReports } from '../../scripts/api/reports.js';

test('the public surface is that of the reports', () => {
  assert.deepEqual(compareReports(false), [], 'if the change is wanted: npm run api');
});
