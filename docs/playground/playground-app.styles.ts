import { css } from 'lit';

/** The playground's layout: two columns where there is room for them. */
export const playgroundStyles = css`
  :host {
    display: grid;
    gap: 1.5rem;
    color: var(--vp-c-text-1);
    font-size: 0.9375rem;
    line-height: 1.5;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
  }

  @media (min-width: 60rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }

  section {
    display: grid;
    gap: 0.75rem;
    align-content: start;
    min-width: 0;
  }

  h2 {
    margin-inline-end: 0.5rem;
  }

  playground-manifest-editor,
  playground-preview-frame {
    height: 34rem;
    max-height: 80vh;
  }

  .controls {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
    gap: 0.5rem 0.75rem;
    align-items: end;
    font-size: 0.875rem;
  }

  .controls label {
    display: grid;
    gap: 0.125rem;
    min-width: 0;
  }

  .controls input:not([type]),
  .controls select {
    width: 100%;
  }

  .controls .check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-height: 2rem;
  }

  input:disabled {
    color: var(--vp-c-text-2);
    border-style: dashed;
  }

  .remarks li {
    margin-top: 0.375rem;
  }

  .remarks button {
    min-height: 1.5rem;
    padding: 0 0.5rem;
  }

  .remarks ul {
    margin: 0.5rem 0 0;
    padding-inline-start: 1.25rem;
    max-height: 14rem;
    overflow: auto;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  pre {
    margin: 0;
    padding: 1rem;
    overflow-x: auto;
    border-radius: 6px;
    background: var(--vp-c-bg-alt);
    font-family: var(--vp-font-family-mono);
    font-size: 0.875rem;
  }

  code {
    font-family: inherit;
  }
`;
