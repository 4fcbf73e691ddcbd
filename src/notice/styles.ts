/** Names the strings as CSS for editors and for the build, which shortens them. */
const css = String.raw;

/** What the notice and the details look like. Children keep the browser's own focus ring. */
export const styles = css`
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
    padding: min(1rem, 4vw);
    color-scheme: inherit;
    color: var(--cookie-manifest-color, CanvasText);
    background: var(--cookie-manifest-background, Canvas);
    border: 1px solid #8888;
    border-radius: var(--cookie-manifest-radius, 12px);
    font: max(0.9375rem, 14px) / 1.5 var(--cookie-manifest-font, system-ui);
    overflow-wrap: break-word;
  }
  section {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  dialog,
  :host(:not([placement='inline'])) section {
    position: fixed;
    inset: min(1rem, 4vw);
    margin: auto;
    max-width: var(--cookie-manifest-width, 49em);
    box-shadow: 0 2px 16px #0003;
  }
  :host(:not([placement='inline'])) section {
    top: auto;
    max-height: 50vh;
  }
  :host([placement='top']) section:not([data-away]),
  :host(:not([placement='top'])) section[data-away] {
    inset-block: min(1rem, 4vw) auto;
  }
  :host([placement^='bottom-']) section {
    max-width: var(--cookie-manifest-width, 25em);
    margin-inline: 0 auto;
  }
  :host([placement='bottom-end']) section {
    margin-inline: auto 0;
  }
  section > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    position: sticky;
    bottom: calc(0px - min(1rem, 4vw));
    padding-bottom: min(1rem, 4vw);
    margin-bottom: calc(0px - min(1rem, 4vw));
    background: inherit;
  }
  p {
    flex: 1 1 17rem;
    min-width: 0;
    margin: 0;
  }
  a {
    color: inherit;
  }
  button,
  input {
    min-height: 2.4em;
    padding: 0.25em 0.8em;
    border: 1px solid;
    border-radius: calc(var(--cookie-manifest-radius, 12px) / 2);
    font: inherit;
    color: inherit;
    background: none;
    cursor: pointer;
  }
  [part='ok'] {
    forced-color-adjust: none;
    color: var(--cookie-manifest-background, Canvas);
    background: var(--cookie-manifest-color, CanvasText);
  }

  dialog {
    max-width: 62em;
    max-height: 51em;
    padding-top: 0;
  }
  dialog::backdrop {
    background: #0008;
  }
  header {
    flex-wrap: wrap;
    position: sticky;
    top: 0;
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
    margin-block: 0.25rem;
    cursor: text;
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
    section,
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
