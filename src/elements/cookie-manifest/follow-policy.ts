import { getState } from '../../page/state.js';
import { findPolicyUrl } from '../notice-text.js';

/** Follows the link to the policy, which stands in for details that cannot be seen. */
export function followPolicy(host: { detailsOpen: boolean }): void {
  const policyUrl = findPolicyUrl(getState().manifest);
  host.detailsOpen = false;
  if (policyUrl) location.assign(policyUrl);
}
