/** Makes an element: attributes, then children. No markup from strings, so nothing for Trusted Types to refuse. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
