import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/docs/program.js';

/** Enough of React for an example, which need not be installed. */
const react = `
export type ReactNode = object | string | number | null | undefined;
export type ReactElement = object;
export interface HTMLAttributes<Element> { readonly lang?: string; readonly children?: ReactNode; readonly ref?: (element: Element) => void; readonly dangerouslySetInnerHTML?: { readonly __html: string } }
export type DetailedHTMLProps<Attributes, Element> = Attributes & { readonly key?: string; readonly ref?: (element: Element) => void };
export type ComponentProps<Tag extends keyof JSX.IntrinsicElements> = JSX.IntrinsicElements[Tag];
export namespace JSX {
  interface IntrinsicElements { html: HTMLAttributes<Element>; body: HTMLAttributes<Element>; p: HTMLAttributes<Element>; main: HTMLAttributes<Element>; footer: HTMLAttributes<Element>; a: HTMLAttributes<Element> & { readonly href: string } }
  type Element = ReactElement;
}`;

/** Enough of Playwright's test runner likewise; its pages are those of playwright-core. */
const playwrightTest =
  "import type { Page } from 'playwright-core';\nexport function test(title: string, body: (fixtures: { page: Page }) => Promise<void>): void;";

/** Playwright's context, which an example takes from the test that it is part of. */
const playwrightContext = "declare const context: import('playwright-core').BrowserContext;";

/** What a strict compiler says of scripts, each a module of an application that has installed the package. */
export function typeErrors(scripts: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  try {
    mkdirSync(join(folder, 'node_modules/react'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/react/index.d.ts'), react);
    writeFileSync(join(folder, 'node_modules/react/jsx-runtime.d.ts'), "export { JSX } from './index.js';");
    writeFileSync(
      join(folder, 'node_modules/react/package.json'),
      JSON.stringify({ exports: { '.': { types: './index.d.ts' }, './jsx-runtime': { types: './jsx-runtime.d.ts' } } }),
    );
    mkdirSync(join(folder, 'node_modules/@playwright/test'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/@playwright/test/index.d.ts'), playwrightTest);
    writeFileSync(join(folder, 'node_modules/@playwright/test/package.json'), '{ "types": "index.d.ts" }');
    for (const name of ['playwright-core', '@crawlee', 'express'])
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    symlinkSync(root, join(folder, 'node_modules/cookie-manifest'));
    symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const files = scripts.map((script, index) => {
      const file = join(folder, `${index}.tsx`);
      writeFileSync(file, script);
      return file;
    });
    const fixtures = join(folder, 'fixtures.d.ts');
    writeFileSync(fixtures, playwrightContext);
    const program = ts.createProgram([...files, fixtures], {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      jsx: ts.JsxEmit.ReactJSX,
      paths: { react: [join(folder, 'node_modules/react/index.d.ts')] }, // for the package too, which is a link to the checkout
      types: ['node'],
      typeRoots: [join(folder, 'node_modules/@types')],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true, // a crawler's declarations name packages that one who uses another browser does not have
      noEmit: true,
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.text ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
