import { readPreferences } from 'cookie-manifest';
import { renderToString } from 'vue/server-renderer';
import { createApp } from './app.js';

export async function render(url: string, cookieHeader: string | undefined) {
  const { app, router } = createApp(readPreferences(cookieHeader));
  await router.push(url);
  return { body: await renderToString(app) };
}
