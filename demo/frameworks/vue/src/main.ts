import 'cookie-manifest/notice';
import '../../shared/site.css';
import { cookieManifest } from 'cookie-manifest';
import { createApp } from './app.js';

const { app, router } = createApp(cookieManifest.preferences);
await router.isReady();
app.mount('#app');
