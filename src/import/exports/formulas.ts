/** What a spreadsheet takes for a formula, or would after an apostrophe is taken away (OWASP, "CSV Injection"). */
const formula = /^'*[=+\-@\t\r]/;

/**
 * A cell that no spreadsheet computes: an apostrophe is put before what looks like a formula, and before what has an apostrophe there
 * already, so that `unguard` gives back what was written.
 */
export const guard = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

/** A cell as it was before `guard`. */
export const unguard = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);
