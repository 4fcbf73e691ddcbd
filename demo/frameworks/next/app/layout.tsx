import '../../shared/site.css';
import { CookieNotice } from 'cookie-manifest/react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'cookie-manifest in Next.js', icons: 'data:,' };

/** A server component: what it imports for its effect alone never reaches the browser, but what it renders does. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <CookieNotice src="/cookies.json" revision="2026-11-01" placement="bottom" />
        <header>
          <nav>
            <Link href="/">Home</Link>
            <Link href="/policy">Cookie policy</Link>
          </nav>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}
