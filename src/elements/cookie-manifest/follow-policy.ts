import { getState } from '../../page/state.js';
import { findPolicyUrl } from '../notice-text.js';

/**
 * Follows the link that should have opened the details, else the one to the policy, which stands in for details that cannot be seen.
 * @param opener - what was to open them
 */
export function followPolicy(host: { detailsOpen: boolean }, opener?: Element | null): void {
  const address = opener?.closest<HTMLAnchorElement>('a[href]')?.href ?? findPolicyUrl(getState().manifest);
  host.detailsOpen = false;
  if (address) location.assign(address);
}
