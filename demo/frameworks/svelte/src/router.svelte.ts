import { onMount } from 'svelte';

/** A router in a few lines, as Svelte brings none; SvelteKit's does the same. */
export function router(first: () => string) {
  let path = $state(first());
  onMount(() => {
    const arrive = () => (path = location.pathname);
    addEventListener('popstate', arrive);
    return () => removeEventListener('popstate', arrive);
  });
  return {
    get path() {
      return path;
    },
    follow(event: MouseEvent & { currentTarget: HTMLAnchorElement }) {
      event.preventDefault();
      path = event.currentTarget.pathname;
      history.pushState(null, '', path);
    },
  };
}
