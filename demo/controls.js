/**
 * The strip of demo controls. What is set stays in the page's address, as a demo must not store what its manifest does not declare.
 * Show, details and reset need no code: they carry `data-cookie-manifest`.
 */
const root = document.documentElement;
const strip = document.querySelector('.demo');
const state = strip.querySelector('.demo-state');
const chosen = () => new URLSearchParams(location.search);

/** Gives an element what was chosen for it. Pages that create theirs themselves call this before they insert it. */
export function applyTo(element) {
  for (const name of ['placement', 'revision']) {
    const value = chosen().get(name);
    if (value && element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

function apply() {
  root.lang = chosen().get('lang') || 'en';
  root.dir = chosen().get('dir') || 'ltr';
  const element = document.querySelector('cookie-manifest');
  if (element) {
    applyTo(element);
    // The document's language is read when the element renders; its own attribute makes it do so at once.
    if (chosen().has('lang')) element.lang = root.lang;
  }
}

function set(name, value) {
  const search = chosen();
  search.set(name, value);
  history.replaceState(history.state, '', `?${search}${location.hash}`);
  apply();
  carry();
  document.dispatchEvent(new CustomEvent('demo-set', { detail: { name, value } }));
}

/** The strip's links keep what is set. */
function carry() {
  for (const link of strip.querySelectorAll('a')) {
    link.search = location.search;
    if (link.pathname === location.pathname || (link.pathname === '/app/' && location.pathname.startsWith('/app/')))
      link.setAttribute('aria-current', 'page');
  }
}

const acts = {
  revision() {
    const now = document.querySelector('cookie-manifest')?.getAttribute('revision') ?? '';
    const [, base, count] = /^(.*?)(?:_(\d+))?$/.exec(now);
    set('revision', `${base}_${Number(count ?? 1) + 1}`);
  },
  async inspect() {
    const rows = await globalThis.cookieManifest.inspect();
    state.value = `${rows.length} cookies printed to the console`;
  },
};

for (const select of strip.querySelectorAll('[data-set]')) {
  const name = select.dataset.set;
  const preset = chosen().get(name);
  if (preset) select.value = preset;
  select.addEventListener('change', () => set(name, select.value));
}
for (const button of strip.querySelectorAll('[data-do]'))
  button.addEventListener('click', () => acts[button.dataset.do]());

apply();
carry();

// The library's script runs after this one and before this event.
document.addEventListener('DOMContentLoaded', () => {
  globalThis.cookieManifest?.subscribe(
    ({ status, revision }) => (state.value = revision ? `Stored: ${status}, ${revision}` : 'Nothing stored'),
  );
});
