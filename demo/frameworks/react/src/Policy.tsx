import { useEffect } from 'react';

/** The policy page names its manifest itself, as the notice may not be there. */
export function Policy() {
  useEffect(() => void import('cookie-manifest/policy'), []);
  return <cookie-manifest-policy src="/cookies.json" />;
}
