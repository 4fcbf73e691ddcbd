import 'cookie-manifest/notice';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { App } from './app';
import { Home } from './home';

await bootstrapApplication(App, {
  providers: [
    provideZonelessChangeDetection(),
    provideRouter([
      { path: '', component: Home },
      { path: 'policy', loadComponent: () => import('./policy').then(({ Policy }) => Policy) },
    ]),
  ],
});
