/** The elements as the templates of frameworks see them: declarations, whose attributes are read from the classes' comments, and what a framework's module exports. */
import { elementClass, type Tag } from './elements.js';

/** What an attribute may be in a template: a number stands for its text too, and nothing for no attribute. */
const typeOf = (type = 'string') => `${type === 'number' ? 'number | string' : type} | null | undefined`;

/** The attributes of an element, and `manifest`, the one property that no attribute is. What HTML has on every element is not repeated. */
function attributesOf(tag: Tag): string {
  const { attributes, members } = elementClass(tag);
  const line = (name: string, description: string | undefined, type: string) =>
    `  /** ${description} */\n  ${name.includes('-') ? `'${name}'` : name}?: ${type};`;
  return [
    ...attributes
      .filter(({ name }) => name !== 'lang')
      .map(({ name, description, type }) => line(name, description, typeOf(type?.text))),
    ...members
      .filter(({ name }) => name === 'manifest')
      .map(({ name, description }) => line(name, description, typeOf('object'))),
  ].join('\n');
}

/** The declarations by file name; those of a framework share the first. */
export const frameworkTypes = (): { readonly [file: string]: string } => ({
  'elements.d.ts': `import type { CookieManifestEventMap } from './entries/index.js';

export type { CookieManifestElement as Notice } from './elements/cookie-manifest/cookie-manifest.component.js';
export type { CookieManifestPolicyElement as Policy } from './elements/cookie-manifest-policy/cookie-manifest-policy.component.js';

/** Attributes of \`<cookie-manifest>\`. */
export interface NoticeAttributes {
${attributesOf('cookie-manifest')}
}

/** Attributes of \`<cookie-manifest-policy>\`. */
export interface PolicyAttributes {
${attributesOf('cookie-manifest-policy')}
}

/** Listeners, by the event's name with \`on\` before it. */
export type Listeners = { [Name in keyof CookieManifestEventMap as \`on\${Name}\`]?: ((event: CookieManifestEventMap[Name]) => unknown) | null | undefined };
`,
  'react.d.ts': `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Listeners, Notice, NoticeAttributes, Policy, PolicyAttributes } from './elements.js';

export { CookieNotice, CookiePolicy, usePreferences } from './frameworks/react.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'cookie-manifest': DetailedHTMLProps<HTMLAttributes<Notice>, Notice> & NoticeAttributes & Listeners;
      'cookie-manifest-policy': DetailedHTMLProps<HTMLAttributes<Policy>, Policy> & PolicyAttributes;
    }
  }
}
`,
  'vue.d.ts': `import type { HTMLAttributes, PublicProps } from 'vue';
import type { CookieManifestEventMap } from './entries/index.js';
import type { Notice, NoticeAttributes, Policy, PolicyAttributes } from './elements.js';

export { usePreferences } from './frameworks/vue.js';

/** What \`@name\` is as a prop: \`onName\`, in camel case. */
type OnName<Name extends string> = Name extends \`cookie-manifest-\${infer What}\` ? \`onCookieManifest\${Capitalize<What>}\` : never;
type Emits = { [Name in keyof CookieManifestEventMap as OnName<Name>]?: (event: CookieManifestEventMap[Name]) => unknown };

declare module 'vue' {
  interface GlobalComponents {
    'cookie-manifest': new () => Notice & { $props: HTMLAttributes & PublicProps & NoticeAttributes & Emits };
    'cookie-manifest-policy': new () => Policy & { $props: HTMLAttributes & PublicProps & PolicyAttributes };
  }
}
`,
  'svelte.d.ts': `import type { HTMLAttributes } from 'svelte/elements';
import type { Listeners, Notice, NoticeAttributes, Policy, PolicyAttributes } from './elements.js';

export { preferences } from './frameworks/svelte.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'cookie-manifest': HTMLAttributes<Notice> & NoticeAttributes & Listeners;
    'cookie-manifest-policy': HTMLAttributes<Policy> & PolicyAttributes;
  }
}
`,
  'astro.d.ts': `import type { NoticeAttributes, PolicyAttributes } from './elements.js';

declare global {
  namespace astroHTML.JSX {
    interface IntrinsicElements {
      'cookie-manifest': HTMLAttributes & NoticeAttributes;
      'cookie-manifest-policy': HTMLAttributes & PolicyAttributes;
    }
  }
}
`,
});
