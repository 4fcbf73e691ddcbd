import { cookieManifest, type Preferences } from 'cookie-manifest';
import { inject, onMounted, onUnmounted, shallowRef, type InjectionKey } from 'vue';

/** What the first rendering knows of the visitor: on the server from the request, in the browser from the cookie, so both are the same. */
export const visitor: InjectionKey<Preferences> = Symbol('visitor');

/** The visitor's preferences as state. */
export function usePreferences() {
  const preferences = shallowRef(inject(visitor, cookieManifest.preferences));
  onMounted(() => onUnmounted(cookieManifest.subscribe((now) => (preferences.value = now))));
  return preferences;
}

/** Opens the details, also where the page was sent without the element. */
export async function showDetails(): Promise<void> {
  await cookieManifest.load('/cookies.json');
  await cookieManifest.showDetails();
}
