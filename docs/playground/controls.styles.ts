import { css } from 'lit';

/** Buttons, fields and headings, alike in all parts of the playground, in the site's colours. */
export const controlStyles = css`
  * {
    box-sizing: border-box;
  }

  h2,
  h3 {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.5;
  }

  p {
    margin: 0;
  }

  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
    background: var(--vp-c-bg);
    border: 1px solid var(--vp-c-text-3);
    border-radius: 6px;
    padding: 0.25rem 0.75rem;
    min-height: 2rem;
    max-width: 100%;
  }

  input[type='checkbox'] {
    min-height: 0;
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--vp-c-brand-1);
  }

  button {
    cursor: pointer;
  }

  button:hover {
    border-color: var(--vp-c-brand-1);
    color: var(--vp-c-brand-1);
  }

  button[aria-pressed='true'],
  button.primary {
    background: var(--vp-c-text-1);
    border-color: var(--vp-c-text-1);
    color: var(--vp-c-bg);
  }

  :focus-visible {
    outline: 2px solid var(--vp-c-brand-1);
    outline-offset: 2px;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  .quiet {
    color: var(--vp-c-text-2);
    font-size: 0.875rem;
  }
`;
