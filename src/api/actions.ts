import type { CookieManifest } from './core.js';

const acts = { show: 'show', details: 'showDetails', acknowledge: 'acknowledge', reset: 'reset' } as const;

/** Makes every `data-cookie-manifest="show|details|acknowledge|reset"` act when it is clicked, in shadow roots too. */
export function actOnClicks(api: CookieManifest): void {
  const act = (event: MouseEvent) => {
    const opener = event.composedPath().find((at): at is HTMLElement => at instanceof HTMLElement && 'cookieManifest' in at.dataset);
    const name = acts[opener?.dataset['cookieManifest'] as keyof typeof acts];
    // A click with a modifier opens a link elsewhere, as the visitor wishes.
    if (!opener || !name || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    api[name](opener).catch((reason: unknown) => console.warn('cookie-manifest:', reason));
  };
  addEventListener('click', act, true); // before the page's own handlers: a router would follow the link first
}
