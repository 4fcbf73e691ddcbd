import 'cookie-manifest/notice';
import '../../shared/site.css';
import { preferences } from 'cookie-manifest/svelte';
import { hydrate } from 'svelte';
import App from './App.svelte';

hydrate(App, {
  target: document.querySelector('#app')!,
  props: { preferences, path: location.pathname },
});
