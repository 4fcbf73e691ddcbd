import { warn } from '../manifest/warn.js';
import { importNotice } from './import-notice.js';

let notice: Promise<void> | undefined;
let policyPage: Promise<void> | undefined;

/** Defines the notice's element; where Lit cannot start, as under `trusted-types 'none'`, a plain stand-in. */
export const defineNotice = (): Promise<void> => (notice ??= loadNotice());

/** Defines the policy page's element. Where Lit cannot start, what stands inside it stays. */
export const definePolicyPage = (): Promise<void> => (policyPage ??= loadPolicyPage());

async function loadNotice(): Promise<void> {
  const isXhtml = document.contentType === 'application/xhtml+xml'; // which does not understand Lit's templates
  try {
    if (!isXhtml) return (await importNotice()).defineNotice();
  } catch (reason) {
    warn('a plain notice, as Lit cannot start here:', reason);
  }
  (await import('../elements/stand-in/define.js')).defineStandIn();
}

async function loadPolicyPage(): Promise<void> {
  try {
    (await import('../elements/cookie-manifest-policy/define.js')).definePolicyPage();
  } catch (reason) {
    warn('no policy page, as Lit cannot start here:', reason);
  }
}
