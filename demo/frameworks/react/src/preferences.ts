import { cookieManifest, type Preferences } from 'cookie-manifest';
import { createContext, use, useSyncExternalStore } from 'react';

/** What the first rendering knows of the visitor: on the server from the request, in the browser from the cookie, so both are the same. */
export const Visitor = createContext<Preferences>(cookieManifest.preferences);

const preferences = () => cookieManifest.preferences;

/** The visitor's preferences as state. */
export function usePreferences(): Preferences {
  const first = use(Visitor);
  return useSyncExternalStore(cookieManifest.subscribe, preferences, () => first);
}

/** Opens the details, also where the page was sent without the element. */
export async function showDetails(): Promise<void> {
  await cookieManifest.load('/cookies.json');
  await cookieManifest.showDetails();
}
