import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { customElements } from './elements.js';

/** What editors read, by file name: custom data for HTML and CSS in VS Code, web-types in the editors of JetBrains. */
export const editorFiles = {
  html: 'vscode.html-custom-data.json',
  css: 'vscode.css-custom-data.json',
  webTypes: 'web-types.json',
} as const;

/**
 * Writes them, from what `custom-elements.json` says. Name and version are those of the package in the working folder.
 * @param folder - where they are written
 */
export function writeEditorFiles(folder: string): void {
  // A generator changes what it is given, so each gets its own.
  const given = () => customElements() as Parameters<typeof generateJetBrainsWebTypes>[0];
  generateVsCodeCustomElementData(given(), {
    outdir: folder,
    htmlFileName: editorFiles.html,
    cssFileName: editorFiles.css,
  });
  generateJetBrainsWebTypes(given(), { outdir: folder, webTypesFileName: editorFiles.webTypes, packageJson: false });
}
