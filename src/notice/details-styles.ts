const css = String.raw;

/** What the details look like; the notice's styles apply as well. */
export const detailsStyles = css`
  dialog {
    position: fixed;
    inset: 0;
    margin: auto;
    display: block;
    width: min(58rem, 100% - 2rem);
    height: min(48rem, 100% - 2rem);
    padding-top: 0;
  }
  dialog::backdrop {
    background: #0008;
  }
  header {
    position: sticky;
    top: 0;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    padding-block: 0.75rem;
    background: inherit;
  }
  h2 {
    margin: 0;
    font-size: 1.25em;
  }
  h3 {
    margin: 1.5rem 0 0;
    font-size: 1.1em;
  }
  dialog p {
    margin: 0.5rem 0;
  }
  small {
    display: block;
  }
  small,
  thead,
  td::before {
    font-size: 0.875em;
    opacity: 0.8;
  }
  input,
  address div {
    display: block;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }
  th,
  td {
    padding-block: 0.5rem;
    padding-inline: 0 0.5rem;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  tr {
    border-top: 1px solid #8886;
  }
  [scope='rowgroup'] {
    font-weight: 600;
  }
  thead th:first-child {
    width: 40%;
  }
  address {
    margin-block: 0.5rem;
    font-style: normal;
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
      padding-block: 0.125rem;
    }
    td::before {
      content: attr(data-label) ': ';
    }
  }
  @media print {
    dialog {
      position: static;
      width: auto;
      height: auto;
      overflow: visible;
    }
    button,
    label {
      display: none;
    }
  }
`;
