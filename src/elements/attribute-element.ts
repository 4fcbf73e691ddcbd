import { LitElement } from 'lit';

/**
 * A Lit element with properties that *are* their attributes, so that neither can be stale: reading the property reads the attribute, and
 * setting it sets the attribute at once. `defineTextAttributes` and `defineFlagAttributes` make them.
 */
export abstract class AttributeElement extends LitElement {
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    // There is nothing to copy into a property; what shows the attribute is brought up to date.
    if (old !== value) this.requestUpdate(toPropertyName(name), old);
  }
}

/** Returns the property of an attribute: `details-open` is `detailsOpen`. */
const toPropertyName = (attribute: string) => attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Makes Lit observe an attribute, and defines how its property reads and writes it. */
function defineProperty(
  element: typeof AttributeElement,
  attribute: string,
  accessors: PropertyDescriptor & ThisType<Element>,
): void {
  const property = toPropertyName(attribute);
  element.createProperty(property, { attribute, noAccessor: true });
  Object.defineProperty(element.prototype, property, { configurable: true, enumerable: true, ...accessors });
}

/** Makes properties that are the texts of their attributes, null where there are none. */
export function defineTextAttributes(element: typeof AttributeElement, ...attributes: string[]): void {
  for (const attribute of attributes)
    defineProperty(element, attribute, {
      get() {
        return this.getAttribute(attribute);
      },
      set(value: string | number | null | undefined) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, String(value));
      },
    });
}

/**
 * Makes properties that are true where their attributes are set. Vue and Svelte write `false` into the attributes of elements that are
 * not defined yet: that is not set.
 */
export function defineFlagAttributes(element: typeof AttributeElement, ...attributes: string[]): void {
  for (const attribute of attributes)
    defineProperty(element, attribute, {
      get() {
        return this.hasAttribute(attribute) && this.getAttribute(attribute) !== 'false';
      },
      set(value: boolean) {
        this.toggleAttribute(attribute, value);
      },
    });
}
