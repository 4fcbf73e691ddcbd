import type { EventFields, EventName } from './events.js';
import { findNotice } from './markup.js';

/** Tells the page of an event: from its element where there is one, else from the document. */
export function dispatch<Name extends EventName>(name: Name, fields?: EventFields[`cookie-manifest-${Name}`]): void {
  const event = new Event(`cookie-manifest-${name}`, { bubbles: true, composed: true });
  (findNotice() ?? globalThis.document)?.dispatchEvent(Object.assign(event, fields));
}
