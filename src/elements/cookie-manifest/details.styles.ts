import { css } from 'lit';

/** The details; their box and their buttons look like the notice's. */
export const detailsStyles = css`
  dialog {
    max-width: 62em;
    max-height: 51em;
    padding-top: 0;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: #0008;
  }
  header {
    flex-wrap: wrap;
    position: sticky;
    top: 0;
    z-index: 1; /* small texts are half transparent, which puts them above what is not */
    display: flex;
    align-items: center;
    gap: 1rem;
    padding-block: 0.75rem;
    background: inherit;
  }
  h2 {
    flex: auto;
    min-width: 0;
    margin: 0;
    font-size: 1.25em;
  }
  dialog p,
  address {
    margin: 0.5rem 0;
    font-style: normal;
  }
  p:empty {
    margin: 0;
  }
  dialog,
  small,
  input {
    display: block;
  }
  small,
  thead,
  td::before {
    font-size: 0.875em;
    opacity: 0.8;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    font: inherit;
    color: inherit;
  }
  th,
  td {
    padding-block: 0.5rem;
    padding-inline: 0 0.75rem;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  tr {
    border-top: 1px solid #8888;
  }
  tbody tr:nth-child(2) {
    border: 0;
  }
  [scope='rowgroup'] {
    font-weight: 600;
  }
  input {
    min-height: 2.4em;
    padding: 0.25em 0.8em;
    border: 1px solid;
    border-radius: calc(var(--cookie-manifest-radius, 12px) / 2);
    font: inherit;
    color: inherit;
    background: none;
    margin-block: 0.25rem;
  }
  thead th:first-child {
    width: 40%;
  }
  @media (width < 40rem) {
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    th,
    td {
      padding: 0.125rem 0;
    }
    td::before {
      content: attr(data-label) ': ';
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
      position: static;
      bottom: auto;
      print-color-adjust: exact;
      max-width: none;
      max-height: none;
      overflow: visible;
    }
  }
`;
