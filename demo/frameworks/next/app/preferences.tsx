'use client';

import type { CookieManifestEvent } from 'cookie-manifest';
import { usePreferences } from 'cookie-manifest/react';
import { useEffect, useState } from 'react';

/** The page is rendered once for everybody, so that here the browser alone knows its visitor. */
export function Preferences() {
  const { status, granted } = usePreferences();
  const [heard, setHeard] = useState('nothing yet');
  useEffect(() => {
    const hear = ({ type, preferences }: CookieManifestEvent<'cookie-manifest-change'>) =>
      setHeard(`${type}: ${preferences.status}`);
    document.addEventListener('cookie-manifest-change', hear);
    return () => document.removeEventListener('cookie-manifest-change', hear);
  }, []);
  return (
    <dl>
      <dt>Preferences</dt>
      <dd id="status">{status}</dd>
      <dt>Granted</dt>
      <dd id="granted">{granted.join(', ')}</dd>
      <dt>Last event</dt>
      <dd id="event">{heard}</dd>
    </dl>
  );
}
