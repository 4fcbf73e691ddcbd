import { readFileSync } from 'node:fs';
import * as untyped from '@custom-elements-manifest/analyzer';
import type typescript from 'typescript';
import { root } from './program.js';

/** The analyzer's own types leave out what it exports; its copy of the compiler may be another than ours. */
const { create, ts } = untyped as unknown as {
  create(given: { modules: object[]; plugins: object[]; context: object }): { modules: { declarations: object[] }[] };
  ts: typeof typescript;
};

interface Documented {
  readonly name: string;
  readonly description?: string;
}

interface Attribute extends Documented {
  readonly type?: { readonly text: string };
}

interface Member extends Documented {
  readonly kind: 'field' | 'method';
  readonly privacy?: string;
  readonly static?: boolean;
  readonly parameters?: readonly { readonly name: string; readonly default?: string }[];
}

/** The element's class, as its comments document it. */
export interface ElementClass {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly members: readonly Member[];
  readonly events: readonly Documented[];
  readonly slots: readonly Documented[];
  readonly cssParts: readonly Documented[];
  readonly cssProperties: readonly (Documented & { readonly default: string })[];
}

/** The elements' classes by their tags. Each lies in `elements/<tag>/<tag>.component.ts`. */
const elements = {
  'cookie-manifest': 'CookieManifestElement',
  'cookie-manifest-policy': 'CookieManifestPolicyElement',
} as const;
export type Tag = keyof typeof elements;

const superclass = { name: 'LitElement', package: 'lit' };

/** Reads an element's class and its comments; what is private, or has no comment, is not part of the contract. */
export function elementClass(tag: Tag = 'cookie-manifest'): ElementClass {
  const name = elements[tag];
  const file = `src/elements/${tag}/${tag}.component.ts`;
  const source = ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const { modules } = create({ modules: [source], plugins: [], context: { dev: false, thirdPartyCEMs: [] } });
  const found = (modules[0]!.declarations as ElementClass[]).find((declared) => declared.name === name);
  if (!found) throw new Error(`${file} has no class ${name}`);
  return {
    ...found,
    members: found.members
      .filter(({ privacy, description }) => description && (privacy ?? 'public') === 'public')
      .map((member) => ({
        ...member,
        ...(member.parameters && { parameters: member.parameters.map(({ default: _, ...parameter }) => parameter) }),
      })),
  };
}

/** `custom-elements.json`: what editors and catalogues know of the elements, with the paths of the published modules. */
export function customElements(): object {
  const camel = (attribute: string) => attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const modulesOf = (tag: Tag) => {
    const name = elements[tag];
    const declared = elementClass(tag);
    const fields = new Set(declared.members.map((member) => member.name));
    const attributes = declared.attributes.map((attribute) => ({
      ...attribute,
      ...(fields.has(camel(attribute.name)) && { fieldName: camel(attribute.name) }),
    }));
    const declaration = { name, module: `dist/elements/${tag}/${tag}.component.js` };
    return [
      {
        kind: 'javascript-module',
        path: declaration.module,
        declarations: [{ ...declared, attributes, superclass }],
        exports: [{ kind: 'js', name, declaration }],
      },
      {
        kind: 'javascript-module',
        path: `dist/elements/${tag}/define.js`,
        declarations: [],
        exports: [{ kind: 'custom-element-definition', name: tag, declaration }],
      },
    ];
  };
  return { schemaVersion: '1.0.0', readme: '', modules: (Object.keys(elements) as Tag[]).flatMap(modulesOf) };
}
