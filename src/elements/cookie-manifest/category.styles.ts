import { css } from 'lit';

/** The cookies of a category: a table with columns where there is room, else cards. */
export const categoryStyles = css`
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
  @container (width < 40em) {
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
    td bdi {
      justify-self: start; /* a name of the other direction stands where the rest does */
    }
  }
  @media print {
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
