import { readPreferences } from 'cookie-manifest';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { App } from './App.js';
import { Visitor } from './preferences.js';

export const render = (url: string, cookieHeader: string | undefined) => ({
  body: renderToString(
    <StrictMode>
      <Visitor value={readPreferences(cookieHeader)}>
        <StaticRouter location={url}>
          <App />
        </StaticRouter>
      </Visitor>
    </StrictMode>,
  ),
});
