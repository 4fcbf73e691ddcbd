/** Loads the playground. VitePress preloads what a page imports, and this only; the editor is large, and comes after the page is painted. */
requestAnimationFrame(() => setTimeout(() => void import('./playground-app.js')));
