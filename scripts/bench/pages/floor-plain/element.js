/** The least that the task takes without any library. */
import { categories, rules, text } from '../floor-content.js';

/** Makes an element with properties, or attributes where there is no such property, and children. */
function create(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Makes the panel with the list of cookies. */
function createPanel() {
  const parts = categories.flatMap(({ id, name, cookies }) => {
    const needed = id === 'necessary';
    const box = create('input', { type: 'checkbox', name: id, checked: needed, disabled: needed });
    const items = cookies.map(([cookie, duration]) => create('li', { textContent: `${cookie}: ${duration}` }));
    return [create('label', {}, box, ` ${name}`), create('ul', {}, ...items)];
  });
  return create('div', { className: 'panel', tabIndex: 0, role: 'group', ariaLabel: 'Cookie settings' }, ...parts);
}

class ConsentFloor extends HTMLElement {
  connectedCallback() {
    if (localStorage.getItem('consent')) return;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [sheet];

    const answer = (choice) => {
      localStorage.setItem('consent', choice);
      root.replaceChildren();
    };
    const yes = create('button', { id: 'yes', textContent: 'Accept all', onclick: () => answer('all') });
    const no = create('button', { id: 'no', textContent: 'Reject all', onclick: () => answer('none') });
    const more = create('button', { id: 'more', ariaExpanded: 'false', textContent: 'Settings' });
    const link = create('a', { href: '#privacy', textContent: 'Privacy policy' });
    let panel;
    more.onclick = () => {
      if (panel) panel.remove();
      panel = panel ? undefined : createPanel();
      if (panel) yes.before(panel);
      more.ariaExpanded = String(!!panel);
    };
    const words = create('p', {}, `${text} `, link);
    root.append(create('section', { className: 'bar', ariaLabel: 'Cookie consent' }, words, yes, ' ', no, ' ', more));
  }
}

customElements.define('consent-floor', ConsentFloor);
