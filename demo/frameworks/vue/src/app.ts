import type { Preferences } from 'cookie-manifest';
import { createSSRApp } from 'vue';
import { createMemoryHistory, createRouter, createWebHistory } from 'vue-router';
import App from './App.vue';
import Home from './Home.vue';
import Policy from './Policy.vue';
import { visitor } from './preferences.js';

/** The application, for the browser or for one request. */
export function createApp(preferences: Preferences) {
  const router = createRouter({
    history: import.meta.env.SSR ? createMemoryHistory() : createWebHistory(),
    routes: [
      { path: '/', component: Home },
      { path: '/policy', component: Policy },
    ],
  });
  return { app: createSSRApp(App).use(router).provide(visitor, preferences), router };
}
