import { html, type TemplateResult } from 'lit';
import { isLink } from '../../manifest/normalize.js';

/** Renders a text as a link, where its address may become one. */
export const linkTemplate = (url: unknown, text: string): TemplateResult | string =>
  isLink(url) ? html`<a href=${url}>${text}</a>` : text;
