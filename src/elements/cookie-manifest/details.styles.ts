import { css } from 'lit';

/** The details; their box and their buttons look like the notice's. */
export const detailsStyles = css`
  dialog {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    padding: 0;
    max-width: 62em;
    height: fit-content;
    max-height: min(
      51em,
      100% - max(min(1rem, 4vw), env(safe-area-inset-top)) - max(min(1rem, 4vw), env(safe-area-inset-bottom))
    );
  }
  dialog:has(input) {
    height: auto; /* what is typed into the filter does not change it */
  }
  dialog::backdrop {
    background: #0008;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.75rem min(1rem, 4vw);
    border-bottom: 1px solid var(--cookie-manifest-line, #8888);
  }
  header h2 {
    flex: 1 1 8em;
    font-size: 1.25em;
  }
  [part='body'] {
    container-type: inline-size;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 5rem 1rem; /* the column heads stay in view */
    padding: 0 min(1rem, 4vw) min(1rem, 4vw);
  }
  [part='intro'],
  label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
  }
  label {
    max-width: 100%;
  }
  [part='intro'] {
    margin-top: 0.75rem;
  }
  [part='intro'] > :first-child {
    flex: 1 1 18rem;
  }
  [part='intro'] > :last-child {
    flex-basis: 100%;
  }
  dialog p,
  address {
    margin: 0.5rem 0;
    font-style: normal;
  }
  p:empty {
    margin: 0;
  }
  h3 {
    margin: 1.25rem 0 0.5rem;
    font-size: 1.0625em;
  }
  details {
    border-top: 1px solid var(--cookie-manifest-line, #8888);
  }
  summary {
    padding-block: 0.5rem;
    font-weight: 600;
    cursor: pointer;
  }
  small,
  [part='heads'],
  td::before {
    font-size: 0.875em;
    font-weight: 400;
    color: color-mix(in srgb, currentcolor 75%, transparent);
  }
  [part='count'] {
    margin-inline-start: 0.25rem;
  }
  th small {
    display: block;
  }
  code {
    font-family: var(--cookie-manifest-code-font, ui-monospace, monospace);
  }
  [part='heads'],
  tr {
    display: grid;
    grid-template-columns: 40%;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
  }
  [part='heads'] {
    position: sticky;
    top: 0;
    padding-block: 0.5rem;
    background: var(--cookie-manifest-background, Canvas);
  }
  table {
    position: relative;
    margin-bottom: 0.5rem;
    font: inherit;
    color: inherit;
  }
  table,
  tbody {
    display: block;
  }
  thead {
    position: absolute; /* seen once, above the purposes; read with each table */
    clip-path: inset(50%);
  }
  th,
  td {
    min-width: 0;
    padding-block: 0.375rem;
    padding-inline: 0 0.75rem;
    text-align: start;
    font-weight: 400;
  }
  input {
    box-sizing: border-box;
    flex: 0 1 14em;
    min-width: 0;
    min-height: 2.5em;
    padding: 0.25em 0.8em;
    border: 1px solid;
    border-radius: calc(var(--cookie-manifest-radius, 12px) / 2);
    font: inherit;
    color: inherit;
    background: none;
  }
  @container (width < 40em) {
    label,
    input {
      flex: auto;
    }
    [part='heads'] {
      display: none;
    }
    tr {
      display: block;
      padding-block: 0.25rem;
    }
    th,
    td {
      display: block;
      padding: 0.125rem 0;
    }
    td {
      display: grid;
      grid-template-columns: minmax(min-content, 40%) 1fr;
      gap: 0.75rem;
    }
    td::before {
      content: attr(data-label);
    }
  }
  @media (height < 22rem) {
    dialog {
      display: block;
      overflow: auto;
    }
    [part='body'] {
      overflow: visible;
    }
  }
  @media print {
    button,
    label {
      display: none;
    }
    dialog::backdrop {
      display: none;
    }
    dialog {
      display: block;
      position: static;
      print-color-adjust: exact;
      max-width: none;
      max-height: none;
      overflow: visible;
    }
    [part='body'] {
      overflow: visible;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
