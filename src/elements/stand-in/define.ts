import { StandInElement } from './stand-in.js';

/** Defines `<cookie-manifest>` without Lit, unless the page has one already. */
export function defineStandIn(): void {
  if (globalThis.customElements && !customElements.get('cookie-manifest'))
    customElements.define('cookie-manifest', StandInElement);
}
