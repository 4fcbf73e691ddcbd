const css = String.raw;

/** What the details look like; the notice's styles apply as well. */
export const detailsStyles = css`
  dialog {
    position: fixed;
    inset: 0;
    margin: auto;
    display: block;
    inline-size: min(58rem, 100% - 2rem);
    block-size: min(48rem, 100% - 2rem);
    padding: 0 1.5rem 1.5rem;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: #0008;
  }
  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    margin: 0 -1.5rem 1rem;
    padding: 1rem 1.5rem;
    background: inherit;
    border-block-end: 1px solid var(--cookie-manifest-border-color, light-dark(#d4d7dd, #484c55));
  }
  header button {
    flex: none;
  }
  header button:first-child,
  p button:first-child {
    color: inherit;
    background: none;
  }
  h2,
  h3 {
    margin: 0;
    font-size: 1.2em;
    line-height: 1.3;
  }
  h3 {
    margin-block: 1.75rem 0.25rem;
    font-size: 1.05em;
  }
  dialog p {
    margin-block: 0 0.75rem;
    max-inline-size: 46rem;
  }
  small,
  th,
  [role='status'] {
    color: var(--cookie-manifest-muted-color, light-dark(#5a5f69, #a9aeb8));
  }
  small {
    display: block;
    font-size: 0.875em;
  }
  label {
    display: grid;
    gap: 0.25rem;
    max-inline-size: 22rem;
  }
  input {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.625rem;
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid var(--cookie-manifest-button-border-color, light-dark(#767b85, #8d929d));
    border-radius: calc(var(--cookie-manifest-radius, 12px) * 0.6);
  }
  [role='status'] {
    min-block-size: 1.5em;
    margin-block: 0.25rem 0;
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    margin-block: 0.5rem 0;
  }
  th,
  td {
    padding: 0.5rem 0.75rem 0.5rem 0;
    padding-inline: 0 0.75rem;
    text-align: start;
    vertical-align: top;
    font-weight: normal;
  }
  thead th {
    font-size: 0.875em;
  }
  tr {
    border-block-start: 1px solid var(--cookie-manifest-border-color, light-dark(#d4d7dd, #484c55));
  }
  tbody tr:first-child {
    border-block-start-width: 2px;
  }
  [scope='rowgroup'] {
    padding-block-start: 0.75rem;
    font-weight: 600;
  }
  [scope='rowgroup'],
  [scope='row'] {
    color: inherit;
  }
  thead th:first-child {
    inline-size: 40%;
  }
  code {
    font: 0.9375em ui-monospace, monospace;
  }
  address {
    font-style: normal;
    margin-block: 0.75rem;
  }
  address span {
    display: block;
  }
  @media (width < 40rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
      block-size: 1px;
      overflow: hidden;
    }
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    dialog {
      padding-inline: 1rem;
    }
    header {
      margin-inline: -1rem;
      padding-inline: 1rem;
    }
    tr {
      padding-block: 0.5rem;
    }
    th,
    td {
      padding: 0.125rem 0;
    }
    td::before {
      content: attr(data-label) ': ';
      color: var(--cookie-manifest-muted-color, light-dark(#5a5f69, #a9aeb8));
    }
  }
  @media print {
    dialog {
      position: static;
      inline-size: auto;
      block-size: auto;
      overflow: visible;
      border: 0;
    }
    header button,
    label,
    [role='status'] {
      display: none;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
