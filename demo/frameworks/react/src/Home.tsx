import { showDetails, usePreferences } from './preferences.js';

export function Home({ heard }: { readonly heard: string }) {
  const { status, granted } = usePreferences();
  return (
    <>
      <h1>cookie-manifest in React</h1>
      <dl>
        <dt>Preferences</dt>
        <dd id="status">{status}</dd>
        <dt>Granted</dt>
        <dd id="granted">{granted.join(', ')}</dd>
        <dt>Last event</dt>
        <dd id="event">{heard}</dd>
      </dl>
      <button type="button" onClick={() => void showDetails()}>
        Cookie details
      </button>
    </>
  );
}
