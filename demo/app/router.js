/** Client-side routes on the History API: links to /app/ do not load a page. */
export function startRouter(routes, outlet) {
  const show = (moved) => {
    const path = location.pathname.replace(/(.)\/$/, '$1');
    const { title, view } = routes[path] ?? routes['/app'];
    document.title = `${title}: Xiaomi (demo)`;
    outlet.replaceChildren(...view());
    for (const link of document.querySelectorAll('.top nav a')) {
      if (link.pathname.replace(/(.)\/$/, '$1') === path) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    // Who follows a link is taken to what it showed, as a new page would do.
    if (moved) document.querySelector('#main').focus();
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    if (!link || link.origin !== location.origin || !link.pathname.startsWith('/app/') || link.hash) return;
    event.preventDefault();
    history.pushState(null, '', link.pathname + location.search);
    show(true);
  });
  addEventListener('popstate', () => show(true));
  show(false);
}
