/** The API alone: what is declared, what is stored, what may be set. */
import { cookieManifest } from 'cookie-manifest';
import { make } from '/make.js';

// For the console; without a notice nothing else puts it there.
globalThis.cookieManifest = cookieManifest;

const at = (id) => document.querySelector(`#${id}`);
const facts = (of) =>
  Object.entries(of).flatMap(([name, value]) => [
    make('dt', {}, name),
    make('dd', {}, make('code', {}, String(value))),
  ]);

function list() {
  const session = at('session').value;
  const cookies = cookieManifest.cookies(session ? { session: session === 'true' } : {});
  at('count').textContent = `${cookies.length} cookies`;
  at('rows').replaceChildren(
    ...cookies.map(({ name, purpose, purposeLanguage, durationText, provider }) =>
      make(
        'tr',
        {},
        make('th', { scope: 'row' }, make('code', {}, name)),
        make('td', { lang: purposeLanguage, dir: 'auto' }, purpose),
        make('td', {}, durationText),
        make('td', {}, provider),
      ),
    ),
  );
}

function answer() {
  const name = at('name').value;
  const { purpose = 'not declared', durationText = '–' } = cookieManifest.cookie(name) ?? {};
  at('answer').replaceChildren(
    ...facts({ 'allowsCookie()': cookieManifest.allowsCookie(name), purpose, duration: durationText }),
  );
}

cookieManifest.subscribe(({ status, granted, revision, updatedAt }) =>
  at('preferences').replaceChildren(
    ...facts({ status, granted: granted.join(', '), revision, updatedAt, due: cookieManifest.due }),
  ),
);
at('session').addEventListener('change', list);
at('name').addEventListener('input', answer);
// The texts of another language come with a load of their own.
document.addEventListener('demo-set', ({ detail }) => detail.name === 'lang' && location.reload());

try {
  await cookieManifest.load('/cookies.json');
  list();
  answer();
} catch (error) {
  at('count').textContent = error.message;
}
document.querySelector('main').removeAttribute('aria-busy');
