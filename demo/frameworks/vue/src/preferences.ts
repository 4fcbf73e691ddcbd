import { cookieManifest, type Preferences } from 'cookie-manifest';
import { usePreferences } from 'cookie-manifest/vue';
import { inject, type InjectionKey } from 'vue';

/** What the first rendering knows of the visitor: on the server from the request, in the browser from the cookie, so both are the same. */
export const visitor: InjectionKey<Preferences> = Symbol('visitor');

/** The visitor's preferences as a ref, which the server knows too. */
export const useVisitor = () => usePreferences(inject(visitor));

/** Opens the details, also where the page was sent without the element. */
export async function showDetails(): Promise<void> {
  await cookieManifest.load('/cookies.json');
  await cookieManifest.showDetails();
}
