/** Names the strings as CSS for editors and for the build, which shortens them. */
const css = String.raw;

/** What the notice and its plain stand-in look like. Children keep the browser's own focus ring. */
export const noticeStyles = css`
  :host {
    display: contents !important;
  }
  :host(:not([open], [details-open])) {
    display: none !important;
  }
  section,
  dialog {
    all: initial;
    box-sizing: border-box;
    overflow: auto;
    padding: 0.875rem 1rem;
    color-scheme: inherit;
    color: var(--cookie-manifest-color, light-dark(#1d1f23, #eceef2));
    background: var(--cookie-manifest-background, light-dark(#fff, #1d1f23));
    border: 1px solid #8888;
    border-radius: var(--cookie-manifest-radius, 12px);
    font: max(0.9375rem, 14px) / 1.5 var(--cookie-manifest-font, system-ui);
    overflow-wrap: anywhere;
  }
  section {
    position: fixed;
    inset: auto 0 1rem;
    margin: auto;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1rem;
    width: calc(100% - 2rem);
    max-width: var(--cookie-manifest-width, 46rem);
    max-height: 50vh;
    box-shadow: 0 2px 16px #0003;
  }
  :host([placement='top']) section:not([data-away]),
  :host(:not([placement='top'])) section[data-away] {
    inset-block: 1rem auto;
  }
  :host([placement^='bottom-']) section {
    max-width: var(--cookie-manifest-width, 23rem);
    margin-inline-start: 1rem;
  }
  :host([placement='bottom-end']) section {
    margin-inline: auto 1rem;
  }
  :host([placement='inline']) section {
    position: static;
    width: auto;
    max-width: none;
    max-height: none;
    box-shadow: none;
  }
  p {
    flex: 1 1 17rem;
    margin: 0;
  }
  div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  a {
    color: inherit;
  }
  button,
  input {
    min-height: 2.25rem;
    padding: 0.25rem 0.875rem;
    border: 1px solid;
    border-radius: calc(var(--cookie-manifest-radius, 12px) / 2);
    font: inherit;
    color: inherit;
    background: none;
  }
  [part='ok'] {
    color: var(--cookie-manifest-button-color, light-dark(#fff, #1d1f23));
    background: var(--cookie-manifest-button-background, light-dark(#1d1f23, #eceef2));
  }
  @media print {
    section {
      display: none;
    }
  }
`;
