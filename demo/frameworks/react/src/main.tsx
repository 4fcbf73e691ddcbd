import 'cookie-manifest/notice';
import '../../shared/site.css';
import { cookieManifest } from 'cookie-manifest';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './App.js';
import { Visitor } from './preferences.js';

hydrateRoot(
  document.querySelector('#app')!,
  <StrictMode>
    <Visitor value={cookieManifest.preferences}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </Visitor>
  </StrictMode>,
);
