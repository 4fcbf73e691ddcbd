import { css } from 'lit';

/** The policy page takes the page's own text as it is; what is here keeps tables readable. */
export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  article ~ slot::slotted(article) {
    display: none; /* the static form of what is there now */
  }
  a {
    color: inherit;
  }
  [part='scroll'] {
    container-type: inline-size;
    margin-block: 1em;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }
  caption {
    padding-block: 0.5em;
    font-weight: 700;
    text-align: start;
  }
  th,
  td {
    padding: 0.5em 0.375em; /* on both sides, as a cell may be written in the other direction */
    border-top: 1px solid var(--cookie-manifest-line, #8888);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th:nth-child(1) {
    width: 28%;
  }
  thead th:nth-child(2) {
    width: 38%;
  }
  tbody th {
    font-weight: 400;
  }
  :where([data-merged]) {
    display: none;
  }
  code {
    font-family: var(--cookie-manifest-code-font, ui-monospace, monospace);
  }
  small {
    display: block;
    opacity: 0.85;
  }
  li {
    line-height: 2; /* links one below the other keep their distance: WCAG 2.2, 2.5.8 */
  }
  address {
    margin-block: 1em;
    font-style: normal;
  }
  @container (width < 30em) {
    table,
    caption,
    tbody,
    tr,
    th {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tr {
      padding-block: 0.5em;
      border-top: 1px solid var(--cookie-manifest-line, #8888);
    }
    th,
    td {
      padding: 0.125em 0;
      border: 0;
    }
    td {
      display: grid;
      grid-template-columns: minmax(min-content, 30%) 1fr;
      gap: 0.75em;
    }
    td::before {
      content: attr(data-label);
      opacity: 0.85;
    }
    td > bdi {
      justify-self: start; /* a name of the other direction stands where the rest does */
    }
  }
  @media print {
    tr,
    address {
      break-inside: avoid;
    }
    caption,
    thead,
    [part='title'],
    [part='heading'] {
      break-after: avoid;
    }
    a[href^='http']::after {
      content: ' (' attr(href) ')';
      overflow-wrap: anywhere;
    }
  }
`;
