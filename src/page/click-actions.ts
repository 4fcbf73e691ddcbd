import { warn } from '../manifest/warn.js';
import type { CookieManifest } from './api.js';

/** Follows the link that an element is or is in: what it should have opened cannot be had. */
function followLink(element: Element): void {
  const link = element.closest<HTMLAnchorElement>('a[href]');
  if (link) location.assign(link.href);
}

/** Makes every `data-cookie-manifest="show|details|acknowledge|reset"` act when it is clicked, in shadow roots too. */
export function actOnClicks({ show, showDetails, acknowledge, reset }: CookieManifest): void {
  const actions: { readonly [name: string]: ((opener: HTMLElement) => Promise<void>) | undefined } = {
    __proto__: null as never, // a page may ask for `constructor`
    show,
    details: showDetails,
    acknowledge,
    reset,
  };
  const handleClick = (event: MouseEvent) => {
    // A click with a modifier opens a link elsewhere, as the visitor wishes.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    for (const target of event.composedPath() as HTMLElement[]) {
      const act = actions[target.dataset?.['cookieManifest'] ?? ''];
      if (!act) continue;
      event.preventDefault();
      act(target).catch((reason: unknown) => {
        warn(reason);
        followLink(target);
      });
      return;
    }
  };
  addEventListener('click', handleClick, true); // before the page's own handlers: a router would follow the link first
}
