import { cookieManifest, type Preferences } from 'cookie-manifest';
import { usePreferences } from 'cookie-manifest/react';
import { createContext, use } from 'react';

/** What the first rendering knows of the visitor: on the server from the request, in the browser from the cookie, so both are the same. */
export const Visitor = createContext<Preferences>(cookieManifest.preferences);

/** The visitor's preferences as state, which the server knows too. */
export const useVisitor = (): Preferences => usePreferences(use(Visitor));

/** Opens the details, also where the page was sent without the element. */
export async function showDetails(): Promise<void> {
  await cookieManifest.load('/cookies.json');
  await cookieManifest.showDetails();
}
