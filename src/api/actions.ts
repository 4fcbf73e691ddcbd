import type { CookieManifest } from './cookie-manifest.js';

/** Makes every `data-cookie-manifest="show|details|acknowledge|reset"` act when it is clicked, in shadow roots too. */
export function actOnClicks(api: CookieManifest): void {
  const acts: { readonly [act: string]: (opener: HTMLElement) => Promise<void> } = {
    show: () => api.show(),
    details: (opener) => api.showDetails(opener),
    acknowledge: () => api.acknowledge(),
    reset: () => api.reset(),
  };
  addEventListener('click', (event) => {
    const opener = event.composedPath().find((at): at is HTMLElement => at instanceof HTMLElement && 'cookieManifest' in at.dataset);
    const act = opener?.dataset['cookieManifest'] ?? '';
    // A click with a modifier opens a link elsewhere; that is the visitor's wish.
    if (!opener || !Object.hasOwn(acts, act) || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    acts[act]!(opener).catch((reason: unknown) => console.warn('cookie-manifest:', reason));
  }, true); // before the page's own handlers: a router would follow the link first
}
