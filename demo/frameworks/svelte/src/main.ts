import 'cookie-manifest/notice';
import '../../shared/site.css';
import { cookieManifest } from 'cookie-manifest';
import { hydrate } from 'svelte';
import App from './App.svelte';

hydrate(App, {
  target: document.querySelector('#app')!,
  props: { preferences: cookieManifest, path: location.pathname },
});
