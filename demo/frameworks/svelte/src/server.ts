import { readPreferences } from 'cookie-manifest';
import { render as renderSvelte } from 'svelte/server';
import { readable } from 'svelte/store';
import App from './App.svelte';

export const render = (url: string, cookieHeader: string | undefined) =>
  renderSvelte(App, {
    props: { preferences: readable(readPreferences(cookieHeader)), path: new URL(url, 'http://localhost').pathname },
  });
