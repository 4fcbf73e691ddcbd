import { warn } from '../manifest/warn.js';
import type { CookieManifest } from './api.js';

/** Makes every `data-cookie-manifest="show|details|acknowledge|reset"` act when it is clicked, in shadow roots too. */
export function actOnClicks({ show, showDetails, acknowledge, reset }: CookieManifest): void {
  const actions = new Map<unknown, (opener: HTMLElement) => Promise<void>>([
    ['show', show],
    ['details', showDetails],
    ['acknowledge', acknowledge],
    ['reset', reset],
  ]);
  const handleClick = (event: MouseEvent) => {
    // A click with a modifier opens a link elsewhere, as the visitor wishes.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    for (const target of event.composedPath() as HTMLElement[]) {
      const act = actions.get(target.dataset?.['cookieManifest']);
      if (!act) continue;
      event.preventDefault();
      act(target).catch(warn);
      return;
    }
  };
  addEventListener('click', handleClick, true); // before the page's own handlers: a router would follow the link first
}
