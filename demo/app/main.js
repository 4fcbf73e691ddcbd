/** A small single-page application on the npm modules: it makes the element itself, once, outside what its routes replace. */
import { cookieManifest } from 'cookie-manifest';
import 'cookie-manifest/notice';
import { applyTo } from '/controls.js';
import { make } from '/make.js';
import { startRouter } from './router.js';
import { routes } from './views.js';

const events = document.querySelector('#events');
for (const name of ['load', 'show', 'hide', 'details', 'change', 'error']) {
  document.addEventListener(`cookie-manifest-${name}`, (event) => {
    events.prepend(make('li', {}, make('code', {}, event.type), ...about(event)));
    while (events.children.length > 12) events.lastChild.remove();
  });
}

/** What an event carries, in a few words. */
function about({ manifest, preferences, problems, error }) {
  if (manifest) return [`: ${manifest.cookies.length} cookies, revision ${manifest.revision}`];
  if (preferences) return [`: ${preferences.status}`];
  if (problems) return [`: ${problems.length} problems`];
  return error ? [`: ${error.message}`] : [];
}

const element = make('cookie-manifest', { src: '/cookies.json', revision: '2026-11-01' });
applyTo(element);
document.querySelector('#place').append(element);

cookieManifest.subscribe((preferences) => {
  const facts = document.querySelector('#preferences');
  facts.replaceChildren(
    ...Object.entries(preferences).flatMap(([name, value]) => [
      make('dt', {}, name),
      make('dd', {}, make('code', {}, Array.isArray(value) ? `[${value.join(', ')}]` : String(value))),
    ]),
  );
});

startRouter(routes, document.querySelector('#view'));
document.querySelector('main').removeAttribute('aria-busy');
