/** What server components get for the entries `auto` and `notice`: an error, as what they import never reaches a browser. */
export {};

throw new Error(
  "cookie-manifest: 'cookie-manifest/notice' and 'cookie-manifest/auto' do their work in browsers, which never get what a server component imports. " +
    "Render <CookieNotice> from 'cookie-manifest/react' instead, or move the import into a file that begins with 'use client'.",
);
