/** The tests of what a visit costs the page, and of what is covered, once more where scrollbars take their space. */
process.env['SCROLLBARS'] = 'classic';
await import('./layout.test.js');
await import('./uncovered.test.js');
export {};
