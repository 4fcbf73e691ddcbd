import type { CookieManifest } from './core.js';
import { warn } from '../manifest/warn.js';

const acts = {
  __proto__: null,
  show: 'show',
  details: 'showDetails',
  acknowledge: 'acknowledge',
  reset: 'reset',
} as const;

/** Makes every `data-cookie-manifest="show|details|acknowledge|reset"` act when it is clicked, in shadow roots too. */
export function actOnClicks(api: CookieManifest): void {
  const act = (event: MouseEvent) => {
    const nameOf = (at: EventTarget) => acts[(at as HTMLElement).dataset?.['cookieManifest'] as 'show'];
    const opener = event.composedPath().find(nameOf) as HTMLElement | undefined;
    // A click with a modifier opens a link elsewhere, as the visitor wishes.
    if (!opener || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    api[nameOf(opener) as 'showDetails'](opener).catch(warn);
  };
  addEventListener('click', act, true); // before the page's own handlers: a router would follow the link first
}
