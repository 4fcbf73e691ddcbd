import type { CookieManifestEvent } from 'cookie-manifest';
import { use, useEffect, useState } from 'react';
import { Link, Route, Routes } from 'react-router';
import { Home } from './Home.js';
import { Policy } from './Policy.js';
import { Visitor } from './preferences.js';

const revision = '2026-11-01';

export function App() {
  const visitor = use(Visitor);
  const [heard, setHeard] = useState('nothing yet');
  // React adds an element's listeners where it makes it, not where it hydrates it; on the document they hear it either way.
  useEffect(() => {
    const hear = ({ type, preferences }: CookieManifestEvent<'cookie-manifest-change'>) =>
      setHeard(`${type}: ${preferences.status}`);
    document.addEventListener('cookie-manifest-change', hear);
    return () => document.removeEventListener('cookie-manifest-change', hear);
  }, []);
  return (
    <>
      {/* Visitors who have acknowledged this revision need no element. */}
      {visitor.revision !== revision && (
        <cookie-manifest
          src="/cookies.json"
          revision={revision}
          placement="bottom"
          suppressHydrationWarning // the element may be open before React has come to it
        />
      )}
      <header>
        <nav>
          <Link to="/">Home</Link>
          <Link to="/policy">Cookie policy</Link>
        </nav>
      </header>
      <main>
        <Routes>
          <Route index element={<Home heard={heard} />} />
          <Route path="policy" element={<Policy />} />
        </Routes>
      </main>
    </>
  );
}
