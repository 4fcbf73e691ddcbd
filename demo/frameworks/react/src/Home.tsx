import { usePreferences } from 'cookie-manifest/react';
import { showDetails, useVisitor } from './preferences.js';

export function Home({ heard }: { readonly heard: string }) {
  const { status, granted } = useVisitor();
  const stored = usePreferences(); // unset first, as on a page that is rendered once for everybody
  return (
    <>
      <h1>cookie-manifest in React</h1>
      <dl>
        <dt>Preferences</dt>
        <dd id="status">{status}</dd>
        <dt>Granted</dt>
        <dd id="granted">{granted.join(', ')}</dd>
        <dt>On a static page</dt>
        <dd id="static">{stored.status}</dd>
        <dt>Last event</dt>
        <dd id="event">{heard}</dd>
      </dl>
      <button type="button" onClick={() => void showDetails()}>
        Cookie details
      </button>
    </>
  );
}
