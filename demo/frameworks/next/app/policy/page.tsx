import { CookiePolicy } from 'cookie-manifest/react';
import { renderPolicyHtml } from 'cookie-manifest/policy';
import manifest from '../../../shared/public/cookies.json';

/** The HTML is for visitors without JavaScript. */
export default function Policy() {
  return <CookiePolicy src="/cookies.json" dangerouslySetInnerHTML={{ __html: renderPolicyHtml(manifest) }} />;
}
