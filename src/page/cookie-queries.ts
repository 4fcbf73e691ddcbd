import { filterCookies, localizeCookie, withOwnCookie, type CookieFilter } from '../cookie-list/list.js';
import { findLanguage } from '../locales/language.js';
import { findCookie } from '../manifest/match-name.js';
import { findNotice } from './markup.js';
import { getSettings } from './settings.js';
import { getState, type CookieQueries } from './state.js';

function listDeclared() {
  const { manifest } = getState();
  return manifest ? withOwnCookie(manifest, getSettings()) : [];
}

type DeclaredCookie = ReturnType<typeof listDeclared>[number];

const localizeHere = (cookie: DeclaredCookie) =>
  localizeCookie(cookie, getState().manifest!, findLanguage(findNotice()));

/** Answers about the cookies of the page's manifest, in the language in use. */
export const queries: CookieQueries = {
  listCookies: (filter?: CookieFilter) => filterCookies(listDeclared().map(localizeHere), filter),
  findListedCookie(name) {
    const cookie = findCookie(listDeclared(), name);
    return cookie && localizeHere(cookie);
  },
};
