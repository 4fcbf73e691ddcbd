/** The page in the playground's preview: it waits to be told what to show, and shows it as any page would. */

/** The cookie of this page's notice, which preview.html names in its head. */
const cookieName = 'playground_preferences';

addEventListener(
  'message',
  ({ source, origin, data }) => {
    if (source === parent && origin === location.origin) void show(data);
  },
  { once: true },
);
parent.postMessage('preview-ready', location.origin);

/** Shows what the settings ask for. They are PreviewSettings of `playground/preview-settings.ts`. */
async function show({ view, language, direction, theme, isReturning, answeredRevision, manifest }) {
  const page = document.documentElement;
  page.lang = language;
  page.dir = direction;
  page.dataset.theme = theme;
  writeVisit(isReturning ? answeredRevision || manifest.revision || 'none' : undefined);

  await import('./cookie-manifest/cookie-manifest.js');
  const notice = document.createElement('cookie-manifest');
  notice.manifest = manifest;
  if (manifest.revision) notice.setAttribute('revision', manifest.revision);
  document.body.prepend(notice);
  if (view === 'policy')
    document.querySelector('main').replaceChildren(document.createElement('cookie-manifest-policy'));
  await window.cookieManifest.load();
  if (view === 'details') await window.cookieManifest.showDetails();
  parent.postMessage('preview-shown', location.origin);
}

/** Writes what an earlier visit would have left; without a revision, the visitor has never been here. */
function writeVisit(revision) {
  const today = new Date().toISOString().slice(0, 10);
  document.cookie =
    revision === undefined
      ? `${cookieName}=; path=/; max-age=0`
      : `${cookieName}=v=1&status=acknowledged&revision=${revision}&granted=essential&denied=&at=${today}; path=/; max-age=86400; samesite=lax`;
}
