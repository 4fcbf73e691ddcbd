'use client';

import { createElement, useEffect, useSyncExternalStore, type ComponentProps, type ReactElement } from 'react';
import { cookieManifest } from '../page/shared.js';
import { unset, type Preferences } from '../preferences/record.js';

const readPreferences = () => cookieManifest.preferences;

/**
 * Returns the visitor's preferences as state. While a page is hydrated they are what the server has rendered, and right after it what is stored.
 * @param rendered - what the server knew of the visitor, by `readPreferences`; default: nothing, as on a static page
 */
export const usePreferences = (rendered: Preferences = unset): Preferences =>
  useSyncExternalStore(cookieManifest.subscribe, readPreferences, () => rendered);

/** Renders an element, and has the library take part in the page, which defines the element where it is due. */
function useElement(tag: string, props: object): ReactElement {
  useEffect(() => cookieManifest.start(), []);
  // The library sets attributes of its own, which may be there before React hydrates.
  return createElement(tag, { suppressHydrationWarning: true, ...props });
}

/**
 * Renders `<cookie-manifest>` and does what importing `cookie-manifest/notice` does, from server components too. A returning visit
 * loads no more than the preferences.
 * @param props - the element's attributes. Hydrated elements get neither listeners nor properties: listen on the document.
 */
export const CookieNotice = (
  props: Omit<ComponentProps<'cookie-manifest'>, `on${string}` | 'manifest'>,
): ReactElement => useElement('cookie-manifest', props);

/**
 * Renders `<cookie-manifest-policy>` and does what importing `cookie-manifest/policy` does, from server components too.
 * @param props - the element's attributes
 */
export const CookiePolicy = (
  props: Omit<ComponentProps<'cookie-manifest-policy'>, `on${string}` | 'manifest'>,
): ReactElement => useElement('cookie-manifest-policy', props);
