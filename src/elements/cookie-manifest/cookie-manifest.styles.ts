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
    border: 1px solid var(--cookie-manifest-line, #8888);
    border-radius: var(--cookie-manifest-radius, 12px);
    font: max(0.9375rem, 14px) / 1.5 var(--cookie-manifest-font, system-ui);
    overflow-wrap: break-word;
  }
  section {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1.5rem;
  }
  section[hidden] {
    display: none;
  }
  dialog,
  :host(:not([placement='inline'])) section {
    position: fixed;
    inset: max(min(1rem, 4vw), env(safe-area-inset-top)) max(min(1rem, 4vw), env(safe-area-inset-right))
      max(min(1rem, 4vw), env(safe-area-inset-bottom)) max(min(1rem, 4vw), env(safe-area-inset-left));
    margin: auto;
    max-width: var(--cookie-manifest-width, 52em);
    box-shadow:
      0 1px 3px #0003,
      0 8px 32px #0003;
  }
  :host(:not([placement='inline'])) section {
    container-type: inline-size;
    top: auto;
    bottom: max(var(--cookie-manifest-offset, min(1rem, 4vw)), env(safe-area-inset-bottom));
    max-height: 50vh;
  }
  :host([placement='top']) section:not([data-away]),
  :host(:not([placement='top'])) section[data-away] {
    inset-block: max(var(--cookie-manifest-offset, min(1rem, 4vw)), env(safe-area-inset-top)) auto;
  }
  :host([placement^='bottom-']) section {
    max-width: var(--cookie-manifest-width, 25em);
    margin-inline: 0 auto;
  }
  :host([placement='bottom-end']) section {
    margin-inline: auto 0;
  }
  [part='message'] {
    flex: 999 1 17rem; /* the buttons get what is left of a line only where it is theirs */
    min-width: 0;
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.0625em;
  }
  [part='actions'] {
    flex: 1 1 auto;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    position: sticky;
    bottom: calc(0px - min(1rem, 4vw));
    padding-bottom: min(1rem, 4vw);
    margin-bottom: calc(0px - min(1rem, 4vw));
    background: inherit;
  }
  a {
    color: inherit;
    text-underline-offset: 0.15em;
  }
  button {
    min-height: 2.5em;
    padding: 0.25em 1em;
    border: 1px solid;
    border-radius: calc(var(--cookie-manifest-radius, 12px) / 2);
    font: inherit;
    color: inherit;
    background: none;
    cursor: pointer;
  }
  [part='actions'] button {
    flex: auto;
  }
  [part='ok'] {
    forced-color-adjust: none;
    font-weight: 600;
    color: var(--cookie-manifest-background, Canvas);
    background: var(--cookie-manifest-color, CanvasText);
  }
  @container (width < 26em) {
    [part='actions'] button {
      flex-basis: 100%;
      min-height: 44px; /* WCAG 2.2, 2.5.5 */
    }
  }
  @container (width < 12em) {
    section h2 {
      display: none; /* large text in a small window: the sentence comes first */
    }
  }
  @media print {
    section {
      display: none;
    }
  }
`;
