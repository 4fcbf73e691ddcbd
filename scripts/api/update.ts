/** Brings the reports of the public surface up to date with what is built. */
import { compareReports } from './reports.js';

const changed = compareReports(true);
console.log(changed.length ? `Written: ${changed.join(', ')}` : 'The reports are up to date.');
