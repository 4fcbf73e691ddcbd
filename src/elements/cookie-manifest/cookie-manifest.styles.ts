import { css } from 'lit';

/** The notice, and the box that it shares with the details. Children keep the browser's own focus ring. */
export const styles = css`
  :host {
    display: contents !important;
  }
  :host > div {
    display: contents;
  }
  section,
  dialog {
    all: initial;
    box-sizing: border-box;
    overflow: auto;
    padding: min(1rem, 4vw);
    color-scheme: inherit;
    color: var(--cookie-manifest-color, CanvasText);
    background: var(--cookie-manifest-background, Canvas);
    border: 1px solid #8888;
    border-radius: var(--cookie-manifest-radius, 12px);
    font: max(0.9375rem, 14px) / 1.5 var(--cookie-manifest-font, system-ui);
    overflow-wrap: break-word;
  }
  section {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  dialog,
  :host(:not([placement='inline'])) section {
    position: fixed;
    inset: min(1rem, 4vw);
    margin: auto;
    max-width: var(--cookie-manifest-width, 49em);
    box-shadow: 0 2px 16px #0003;
  }
  :host(:not([placement='inline'])) section {
    top: auto;
    max-height: 50vh;
  }
  :host([placement='top']) section:not([data-away]),
  :host(:not([placement='top'])) section[data-away] {
    inset-block: min(1rem, 4vw) auto;
  }
  :host([placement^='bottom-']) section {
    max-width: var(--cookie-manifest-width, 25em);
    margin-inline: 0 auto;
  }
  :host([placement='bottom-end']) section {
    margin-inline: auto 0;
  }
  section > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    position: sticky;
    bottom: calc(0px - min(1rem, 4vw));
    padding-bottom: min(1rem, 4vw);
    margin-bottom: calc(0px - min(1rem, 4vw));
    background: inherit;
  }
  p {
    flex: 1 1 17rem;
    min-width: 0;
    margin: 0;
  }
  a {
    color: inherit;
  }
  button {
    min-height: 2.4em;
    padding: 0.25em 0.8em;
    border: 1px solid;
    border-radius: calc(var(--cookie-manifest-radius, 12px) / 2);
    font: inherit;
    color: inherit;
    background: none;
    cursor: pointer;
  }
  [part='ok'] {
    forced-color-adjust: none;
    color: var(--cookie-manifest-background, Canvas);
    background: var(--cookie-manifest-color, CanvasText);
  }
  @media print {
    section {
      display: none;
    }
  }
`;
