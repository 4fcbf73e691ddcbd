/** The entry for the policy page: defines `<cookie-manifest-policy>` at once, and gives the same page as HTML and Markdown. */
import { definePolicyPage } from '../elements/cookie-manifest-policy/define.js';
import { cookieManifest, isSecondCopy } from '../page/shared.js';

// Where another copy of the library came first, that one serves the page, and this one keeps away.
if (!isSecondCopy) definePolicyPage();
cookieManifest.start();

export { loadMessages } from '../locales/load.js';
export { loadPolicyMessages as loadProse } from '../locales/load-policy.js';
export { renderPolicyHtml, type PolicyHtmlOptions } from '../policy/html.js';
export { renderPolicyMarkdown } from '../policy/markdown.js';
export type { PolicyOptions, SectionName } from '../policy/describe.js';
export type { CookieManifestPolicyElement } from '../elements/cookie-manifest-policy/cookie-manifest-policy.component.js';
