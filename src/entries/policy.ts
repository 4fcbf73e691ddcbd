/** The entry for the policy page: defines `<cookie-manifest-policy>` at once, and gives the same page as HTML and Markdown. */
import { createPage } from '../api/page.js';
import { cookieManifest, core } from '../api/shared.js';
import { define } from '../policy/define.js';

// Where another copy of the library came first, that one serves the page, and this one keeps away.
if (core) define(core.attach(createPage));
cookieManifest.start();

export { loadMessages } from '../locales/load.js';
export { loadPolicyMessages as loadProse } from '../locales/load-policy.js';
export { renderPolicyHtml, type PolicyHtmlOptions } from '../policy/html.js';
export { renderPolicyMarkdown } from '../policy/markdown.js';
export type { PolicyOptions, SectionName } from '../policy/describe.js';
export type { CookieManifestPolicyElement } from '../policy/element.js';
