import { html, render } from 'lit';

/**
 * Defines a custom element that Lit renders, unless the page has one of the name already. Does nothing on a server, and where there is no
 * registry of elements.
 * @throws {Error} where Lit cannot make templates: Trusted Types may forbid it, and XHTML does not understand them
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (typeof document === 'undefined' || !globalThis.customElements || customElements.get(tag)) return;
  render(html`<i>${tag}</i>`, document.createElement('div')); // throws here, and not in each update
  customElements.define(tag, element);
}
