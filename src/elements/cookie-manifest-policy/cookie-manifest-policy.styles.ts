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
    overflow-x: auto;
    margin-block: 1em;
  }
  table {
    width: 100%;
    min-width: 30rem;
    border-collapse: collapse;
  }
  caption {
    padding: 0.5em 0.375em;
    font-weight: 700;
    text-align: start;
  }
  th,
  td {
    padding: 0.5em 0.375em; /* on both sides, as a cell may be written in the other direction */
    border-top: 1px solid #8888;
    text-align: start;
    vertical-align: top;
    overflow-wrap: break-word;
  }
  tbody th {
    font-weight: 400;
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
  @media print {
    [part='scroll'] {
      overflow: visible;
    }
    table {
      min-width: 0;
    }
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
