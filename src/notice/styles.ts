/** Names the strings as CSS for editors and for the build, which shortens them. */
const css = String.raw;

/** What the notice and its plain stand-in look like. */
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
    color-scheme: inherit;
    color: var(--cookie-manifest-color, light-dark(#1d1f23, #eceef2));
    background: var(--cookie-manifest-background, light-dark(#fff, #1d1f23));
    border: 1px solid var(--cookie-manifest-border-color, light-dark(#d4d7dd, #484c55));
    border-radius: var(--cookie-manifest-radius, 12px);
    font: max(0.9375rem, 14px) / 1.5 var(--cookie-manifest-font, system-ui, sans-serif);
    overflow-wrap: anywhere;
  }
  section {
    position: fixed;
    inset: auto 0 max(1rem, env(safe-area-inset-bottom));
    margin: 0 auto;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1.25rem;
    inline-size: min(var(--cookie-manifest-width, 46rem), 100% - 2rem);
    max-block-size: min(50vh, 100% - 2rem);
    padding: 0.875rem 1rem;
    box-shadow: var(--cookie-manifest-shadow, 0 4px 24px #0003);
  }
  :host([placement='top']) section,
  section[data-away] {
    inset-block: 1rem auto;
  }
  :host([placement='top']) section[data-away] {
    inset-block: auto 1rem;
  }
  :host(:is([placement='bottom-start'], [placement='bottom-end'])) section {
    inline-size: min(var(--cookie-manifest-width, 23rem), 100% - 2rem);
    margin-inline: 1rem auto;
  }
  :host([placement='bottom-end']) section {
    margin-inline: auto 1rem;
  }
  :host([placement='inline']) section {
    position: static;
    inline-size: auto;
    max-block-size: none;
    box-shadow: none;
  }
  p {
    flex: 1 1 18rem;
    margin: 0;
  }
  div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  button {
    min-block-size: 2.25rem;
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--cookie-manifest-button-border-color, light-dark(#767b85, #8d929d));
    border-radius: calc(var(--cookie-manifest-radius, 12px) * 0.6);
    font: inherit;
    color: inherit;
    background: none;
    cursor: pointer;
  }
  button:first-child {
    color: var(--cookie-manifest-button-color, light-dark(#fff, #1d1f23));
    background: var(--cookie-manifest-button-background, light-dark(#1d1f23, #eceef2));
  }
  button:hover {
    text-decoration: underline;
  }
  :focus-visible {
    outline: 3px solid var(--cookie-manifest-focus-color, light-dark(#1a5fd0, #8ab8ff));
    outline-offset: 2px;
  }
  @media print {
    section {
      display: none;
    }
  }
`;
